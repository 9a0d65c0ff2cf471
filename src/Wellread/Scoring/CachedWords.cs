using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// Sums a model's weights over a text. Most words of a text were met before: then nothing is worked out again. Pairs are looked up many at a time,
/// for their weights are scattered over more memory than a processor has near: asked for together, they come together.
/// </summary>
/// <param name="pairs">Room for some hashes that wait.</param>
internal ref struct CachedWords(LinearWeights weights, Vocabulary vocabulary, WordCache cache, Span<uint> pairs) : IWordSource
{
    public const int BufferLength = 128;

    private readonly Span<uint> _pairs = pairs;
    private WeightSums _sums = new(weights);
    private int _waiting;

    public WordFacts Read(scoped ReadOnlySpan<char> padded, Vector128<byte> key)
    {
        if (key == Vector128<byte>.Zero) return new PlainWords<WeightSums>(ref _sums, vocabulary).Read(padded, key);
        ref var known = ref cache.Find(key);
        if (known.Key != key) Learn(ref known, padded, key);
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

    private readonly void Learn(ref KnownWord known, scoped ReadOnlySpan<char> padded, Vector128<byte> key)
    {
        var sums = new WeightSums(weights);
        var facts = new PlainWords<WeightSums>(ref sums, vocabulary).Read(padded, key);
        known = sums.ToKnownWord(key, facts);
    }
}
