using System.Buffers;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>A token with its place in the whole title or text.</summary>
internal readonly record struct TextToken(int Start, int End, uint Hash, TokenKind Kind, WordForm Form, bool StartsSentence);

/// <summary>The tokens of a title or text as the caller gave it, of which the outer parts may be left aside. Its memory is lent: dispose of it.</summary>
internal ref struct TextTokens
{
    private TextToken[] _tokens;
    private int _count;

    private TextTokens(TextPart part, string whole)
    {
        Part = part;
        Whole = whole;
        _tokens = ArrayPool<TextToken>.Shared.Rent(Math.Max(64, whole.Length / 3));
    }

    public TextPart Part { get; }

    public string Whole { get; }

    public readonly ReadOnlySpan<TextToken> All => _tokens.AsSpan(0, _count);

    /// <param name="whole">As the caller gave it.</param>
    /// <param name="read">The slice of it that is read.</param>
    public static TextTokens Read(TextPart part, string whole, ReadOnlySpan<char> read)
    {
        var tokens = new TextTokens(part, whole);
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

    public readonly ReadOnlySpan<char> Raw(int index) => Whole.AsSpan(_tokens[index].Start, _tokens[index].End - _tokens[index].Start);

    /// <summary>The place of the tokens from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public readonly TextSpan Span(int first, int last) => new(Part, _tokens[first].Start, _tokens[last].End);

    public readonly void Dispose() => ArrayPool<TextToken>.Shared.Return(_tokens);

    private void Add(TextToken token)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<TextToken>.Shared.Rent(_count * 2);
            _tokens.CopyTo(larger, 0);
            ArrayPool<TextToken>.Shared.Return(_tokens);
            _tokens = larger;
        }
        _tokens[_count++] = token;
    }
}
