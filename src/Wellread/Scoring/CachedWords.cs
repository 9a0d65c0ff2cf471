using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// Sums a model's weights over a text. Most words of a text were met before: then nothing is worked out again. Pairs are looked up many at a time,
/// for their weights are scattered over more memory than a processor has near: asked for together, they come together.
/// </summary>
/// <param name="buffer">Room for places of words, and for hashes that wait.</param>
internal ref struct CachedWords(LinearWeights weights, Vocabulary vocabulary, WordCache cache, Span<uint> buffer) : IWordSource
{
    public const int BufferLength = Featurizer.TokensAtOnce + 128;

    private readonly Span<uint> _places = buffer[..Featurizer.TokensAtOnce];
    private readonly Span<uint> _pairs = buffer[Featurizer.TokensAtOnce..];
    private WeightSums _sums = new(weights);
    private int _waiting;

    public readonly void Expect(scoped ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++) _places[i] = cache.Find(tokens[i].Key);
    }

    // A word that was learnt since may stand in its place.
    public readonly bool Knows(int index, in Token token)
    {
        if (token.Key == Vector128<byte>.Zero) return false;
        if (cache[_places[index]].Key == token.Key) return true;
        _places[index] = cache.Find(token.Key);
        return cache[_places[index]].Key == token.Key;
    }

    public WordFacts Read(int index, in Token token, scoped ReadOnlySpan<char> padded)
    {
        if (token.Key == Vector128<byte>.Zero) return new PlainWords<WeightSums>(ref _sums, vocabulary).Read(padded);
        ref var known = ref cache[padded.IsEmpty ? _places[index] : cache.Add(Learn(token.Key, padded))];
        _sums.Add(known);
        return known.Facts;
    }

    public void Take(uint hash)
    {
        if (_waiting == _pairs.Length) Flush();
        _pairs[_waiting++] = hash;
    }

    public readonly void Saw(TextToken token) { }

    public readonly void EndPart() { }

    /// <summary>The sums over all that was read.</summary>
    public WeightSums Finish()
    {
        Flush();
        return _sums;
    }

    private void Flush()
    {
        _sums.Words(_pairs[.._waiting]);
        _waiting = 0;
    }

    private readonly KnownWord Learn(Vector128<byte> key, scoped ReadOnlySpan<char> padded)
    {
        var sums = new WeightSums(weights);
        var facts = new PlainWords<WeightSums>(ref sums, vocabulary).Read(padded);
        return sums.ToKnownWord(key, facts);
    }
}
