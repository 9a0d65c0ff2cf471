using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Phrases of up to <see cref="MaxWords"/> words, found by the hashes of a text's words. Built once, read by many threads.</summary>
internal sealed class PhraseTable<T>
    where T : class
{
    public const int MaxWords = 6;

    private readonly HashedValues<T>[] _byLength;

    // Which lengths the phrases have that end with a word: bit n stands for n words.
    private readonly HashedValues<int> _lengths;

    private readonly T[] _values;

    /// <param name="phrases">Lower-case words between blanks or hyphens. Of a phrase that comes twice, the first counts.</param>
    public PhraseTable(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        var byLength = Enumerable.Range(0, MaxWords).Select(_ => new Dictionary<uint, T>()).ToArray();
        var lengths = new Dictionary<uint, int>();
        foreach (var (phrase, value) in phrases)
        {
            var words = phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => FeatureHash.Of(word)).ToArray();
            byLength[words.Length - 1].TryAdd(Key(words), value);
            lengths[words[^1]] = lengths.GetValueOrDefault(words[^1]) | (1 << words.Length);
        }
        _byLength = [.. byLength.Select(found => new HashedValues<T>(found))];
        _lengths = new(lengths);
        _values = [.. byLength.SelectMany(found => found.Values).Distinct()];
        LastWords = lengths.Keys.ToFrozenSet();
    }

    /// <summary>Hashes of the words that a phrase can end with.</summary>
    public FrozenSet<uint> LastWords { get; }

    public IEnumerable<T> Values => _values;

    /// <summary>The longest phrase that ends with the last of <paramref name="words"/> (hashes), and how many words it has; null when there is none.</summary>
    public T? EndingWith(ReadOnlySpan<uint> words, out int length)
    {
        length = 0;
        if (words.IsEmpty || !_lengths.TryGetValue(words[^1], out var lengths)) return null;
        for (length = Math.Min(words.Length, MaxWords); length > 0; length--)
        {
            if ((lengths & (1 << length)) != 0 && _byLength[length - 1].TryGetValue(Key(words[^length..]), out var value)) return value;
        }
        return null;
    }

    private static uint Key(ReadOnlySpan<uint> words)
    {
        var key = FeatureHash.Seed;
        foreach (var word in words) key = FeatureHash.Combine(key, word);
        return key;
    }
}
