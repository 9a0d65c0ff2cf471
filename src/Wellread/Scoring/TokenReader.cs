using System.Globalization;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Starts with a letter: letters, digits, and apostrophes between letters. Hyphens part words.</summary>
    Word,

    /// <summary>Digits, with points and commas between digits.</summary>
    Number,

    /// <summary>One character that is neither.</summary>
    Mark,
}

/// <summary>
/// Reads a text token by token without allocating. <see cref="Lowered"/> is folded: lower case, digits as 0, curly quotes straight, every dash
/// as a hyphen, so that "2021" and "1998" are one feature.
/// </summary>
internal ref struct TokenReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Characters of a word that are looked at; what is longer is no word a reader knows.</summary>
    public const int MaxLength = 48;

    /// <summary>Characters that the caller's buffer must hold: a word between two spaces.</summary>
    public const int BufferLength = MaxLength + 2;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer[..BufferLength];
    private AsciiView _view;
    private AsciiWord _ascii;
    private int _viewStart = -AsciiView.Length;
    private int _position;
    private bool _sentenceEnded = true;

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    /// <summary>The place behind it.</summary>
    public readonly int End => _position;

    /// <summary>True for a word of few letters, all of them ASCII.</summary>
    public readonly bool IsAscii => _ascii.Length > 0;

    /// <summary>True for the first word or number of a sentence.</summary>
    public bool StartsSentence { get; private set; }

    public readonly ReadOnlySpan<char> Raw => _text[Start.._position];

    public readonly ReadOnlySpan<char> Lowered => Padded[1..^1];

    /// <summary><see cref="Lowered"/> between two spaces, for n-grams that know where a word begins and ends.</summary>
    public readonly ReadOnlySpan<char> Padded => PaddedOf(Start, _position);

    /// <summary><see cref="Lowered"/> of a word in one piece, padded with zeros; zero where it is too long for that or has more than ASCII.</summary>
    public readonly Vector128<byte> Key => _ascii.Length > 0 ? _ascii.Folded : Kind == TokenKind.Word ? AsciiWord.KeyOf(Lowered) : default;

    /// <summary>What the capitals and digits of a word give away.</summary>
    public readonly WordForm Form => _ascii.Length > 0 ? _ascii.Form : WordShape.FormOf(Raw);

    /// <summary><see cref="Padded"/> of a token that was read before. Written over when another is asked for.</summary>
    public readonly ReadOnlySpan<char> PaddedOf(int start, int end)
    {
        var length = Math.Min(end - start, MaxLength);
        _buffer[0] = ' ';
        for (var i = 0; i < length; i++) _buffer[i + 1] = Fold(_text[start + i]);
        _buffer[length + 1] = ' ';
        return _buffer[..(length + 2)];
    }

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Next()
    {
        if (!SkipSpace()) return false;
        Start = _position;
        // Most words are short and plain ASCII.
        _ascii = _view.WordAt(Start - _viewStart);
        if (_ascii.Length == 0) return ReadOther();
        _position += _ascii.Length;
        Kind = TokenKind.Word;
        StartsSentence = _sentenceEnded;
        _sentenceEnded = false;
        return true;
    }

    // Leaves the next token in view.
    private bool SkipSpace()
    {
        while (true)
        {
            if (_position - _viewStart > AsciiView.LastStart)
            {
                _viewStart = _position;
                AsciiView.Read(_text[_position..], out _view);
            }
            _position += _view.SpacesAt(_position - _viewStart);
            if (_position >= _text.Length) return false;
            if (_position - _viewStart > AsciiView.LastStart) continue;
            if (!_view.IsOther(_position - _viewStart) || !char.IsWhiteSpace(_text[_position])) return true;
            _position++;
        }
    }

    private bool ReadOther()
    {
        var first = _text[_position];
        Kind = char.IsLetter(first) ? TokenKind.Word : char.IsAsciiDigit(first) ? TokenKind.Number : TokenKind.Mark;
        if (Kind == TokenKind.Word) _position = EndOfWord();
        else if (Kind == TokenKind.Number) _position = EndOfNumber();
        else _position++;
        StartsSentence = Kind != TokenKind.Mark && _sentenceEnded;
        if (Kind != TokenKind.Mark) _sentenceEnded = false;
        else if (SentenceEnds.At(_text, Start)) _sentenceEnded = true;
        return true;
    }

    private readonly int EndOfWord()
    {
        var end = Start + 1;
        while (end < _text.Length && (IsWordPart(_text[end]) || (IsApostrophe(_text[end]) && end + 1 < _text.Length && char.IsLetter(_text[end + 1])))) end++;
        return end;
    }

    private readonly int EndOfNumber()
    {
        var end = Start + 1;
        while (end < _text.Length
            && (char.IsAsciiDigit(_text[end]) || (_text[end] is '.' or ',' && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1])))) end++;
        return end;
    }

    private static char Fold(char c)
    {
        if (char.IsAsciiLetterLower(c)) return c;
        if (char.IsAsciiLetterUpper(c)) return (char)(c | 0x20);
        if (char.IsAsciiDigit(c)) return '0';
        return c switch
        {
            '\u2019' or '\u2018' or '\u02BC' => '\'',
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            < '\u0080' => c,
            _ => char.ToLowerInvariant(c),
        };
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsWordPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c >= '\u0080' && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark));
}
