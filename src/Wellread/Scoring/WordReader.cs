namespace Wellread.Scoring;

/// <summary>Walks a text word by word without allocating. A word is a run of letters and digits, with apostrophes and hyphens inside.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position = 0;

    public ReadOnlySpan<char> Current { get; private set; } = default;

    /// <summary>True where a sentence ended between the word before and this one.</summary>
    public bool StartsSentence { get; private set; } = true;

    public bool MoveNext()
    {
        StartsSentence = _position == 0;
        while (_position < _text.Length && !char.IsLetterOrDigit(_text[_position]))
        {
            if (EndsSentence(_position)) StartsSentence = true;
            _position++;
        }

        if (_position == _text.Length) return false;
        var start = _position;
        while (_position < _text.Length && IsInside(_position)) _position++;
        Current = _text[start.._position];
        return true;
    }

    private readonly bool IsInside(int i) => char.IsLetterOrDigit(_text[i])
        || (_text[i] is '\'' or '’' or '-' && i + 1 < _text.Length && char.IsLetterOrDigit(_text[i + 1]) && char.IsLetterOrDigit(_text[i - 1]));

    /// <summary>A full stop counts only before a space or the end, so that 3.5 and example.org stay whole.</summary>
    private readonly bool EndsSentence(int i) =>
        _text[i] is '!' or '?' or '\n' || (_text[i] == '.' && (i + 1 == _text.Length || char.IsWhiteSpace(_text[i + 1]) || _text[i + 1] is '"' or '”' or ')'));
}
