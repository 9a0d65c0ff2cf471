using System.Buffers;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>A token with its place in the whole title or text.</summary>
/// <param name="Syllables">Of a word; 0 where nobody counted them, and nobody looked up its traits.</param>
internal readonly record struct TextToken(int Start, int End, uint Hash, TokenKind Kind, WordForm Form, bool StartsSentence, byte Syllables = 0, WordTraits Traits = WordTraits.None);

/// <summary>The tokens of a title or text as the caller gave it, of which the outer parts may be left aside. Its memory is lent: dispose of it.</summary>
internal ref struct TextTokens
{
    private readonly bool _isLent;
    private TextToken[] _tokens;
    private ReadOnlySpan<TextToken> _all;

    private TextTokens(TextPart part, string whole, ArraySegment<TextToken> tokens, bool isLent)
    {
        Part = part;
        Whole = whole;
        _tokens = tokens.Array!;
        _all = tokens;
        _isLent = isLent;
    }

    public TextPart Part { get; }

    public string Whole { get; }

    public readonly ReadOnlySpan<TextToken> All => _all;

    /// <summary>Tokens that somebody else keeps.</summary>
    public static TextTokens Of(TextPart part, string whole, ArraySegment<TextToken> tokens) => new(part, whole, tokens, isLent: false);

    /// <param name="whole">As the caller gave it.</param>
    /// <param name="read">The slice of it that is read.</param>
    public static TextTokens Read(TextPart part, string whole, ReadOnlySpan<char> read)
    {
        var tokens = new TextTokens(part, whole, new(ArrayPool<TextToken>.Shared.Rent(Math.Max(64, whole.Length / 3)), 0, 0), isLent: true);
        var offset = whole.AsSpan().Overlaps(read, out var start) ? start : 0;
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(read, buffer);
        while (reader.Next())
        {
            var form = reader.Kind == TokenKind.Word ? reader.Form : WordForm.None;
            tokens.Add(new TextToken(
                offset + reader.Start, offset + reader.Start + reader.Raw.Length, FeatureHash.Of(reader.Lowered), reader.Kind, form, reader.StartsSentence));
        }
        return tokens;
    }

    public readonly ReadOnlySpan<char> Raw(int index) => Whole.AsSpan(_all[index].Start, _all[index].End - _all[index].Start);

    /// <summary>The place of the tokens from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public readonly TextSpan Span(int first, int last) => new(Part, _all[first].Start, _all[last].End);

    public readonly void Dispose()
    {
        if (_isLent) ArrayPool<TextToken>.Shared.Return(_tokens);
    }

    private void Add(TextToken token)
    {
        var count = _all.Length;
        if (count == _tokens.Length)
        {
            var larger = ArrayPool<TextToken>.Shared.Rent(count * 2);
            _tokens.CopyTo(larger, 0);
            ArrayPool<TextToken>.Shared.Return(_tokens);
            _tokens = larger;
        }
        _tokens[count] = token;
        _all = _tokens.AsSpan(0, count + 1);
    }
}
