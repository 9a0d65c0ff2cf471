using System.Buffers;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>The tokens of a title and a text, kept while they are scored, so that what explains the score need not read them again. Its memory is lent: dispose of it.</summary>
internal sealed class TokenRecord : IDisposable
{
    private readonly int _textOffset;
    private TextToken[] _tokens;
    private int _offset, _count, _titleCount, _parts;

    public TokenRecord(in TrimmedText text)
    {
        _offset = OffsetOf(text.WholeTitle, text.Title);
        _textOffset = OffsetOf(text.WholeText, text.Text);
        _tokens = ArrayPool<TextToken>.Shared.Rent(Math.Max(64, (text.Title.Length + text.Text.Length) / 3));
    }

    /// <summary>False where nobody wrote it: formulas and odd moments read without it.</summary>
    public bool IsWhole => _parts == 2;

    public ArraySegment<TextToken> Of(TextPart part) =>
        part == TextPart.Title ? new(_tokens, 0, _titleCount) : new(_tokens, _titleCount, _count - _titleCount);

    public void Add(TextToken token)
    {
        if (_count == _tokens.Length) Grow();
        _tokens[_count++] = token with { Start = token.Start + _offset, End = token.End + _offset };
    }

    public void EndPart()
    {
        if (_parts++ == 0) _titleCount = _count;
        _offset = _textOffset;
    }

    public void Dispose() => ArrayPool<TextToken>.Shared.Return(_tokens);

    private static int OffsetOf(string whole, ReadOnlySpan<char> read) => whole.AsSpan().Overlaps(read, out var start) ? start : 0;

    private void Grow()
    {
        var larger = ArrayPool<TextToken>.Shared.Rent(_count * 2);
        _tokens.CopyTo(larger, 0);
        ArrayPool<TextToken>.Shared.Return(_tokens);
        _tokens = larger;
    }
}

/// <summary>Remembers words as <see cref="CachedWords"/> does, and records the tokens.</summary>
internal ref struct RecordedWords(CachedWords words, TokenRecord record) : IWordSource
{
    private CachedWords _words = words;

    public readonly void Expect(scoped ReadOnlySpan<Token> tokens) => _words.Expect(tokens);

    public readonly bool Knows(int index, in Token token) => _words.Knows(index, token);

    public WordFacts Read(int index, in Token token, scoped ReadOnlySpan<char> padded) => _words.Read(index, token, padded);

    public void Take(uint hash) => _words.Take(hash);

    public readonly void Saw(TextToken token) => record.Add(token);

    public readonly void EndPart() => record.EndPart();

    /// <inheritdoc cref="CachedWords.Finish"/>
    public WeightSums Finish() => _words.Finish();
}
