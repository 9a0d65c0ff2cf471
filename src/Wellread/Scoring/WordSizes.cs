namespace Wellread.Scoring;

/// <summary>
/// How large a dictionary must be to have a word, in SCOWL's sizes: 10 has the commonest few thousand words, 70 is a large one. A hash table that holds 12
/// bits of each word's hash, and no word: one word of a thousand that is in no dictionary is taken for another.
/// </summary>
internal sealed class WordSizes
{
    public const int Bits = 18;

    /// <summary>Places of the table.</summary>
    public const int Length = 1 << Bits;

    /// <summary>What a word has that is in no dictionary.</summary>
    public const byte Unlisted = 110;

    private const int SizeBits = 4;

    private const int SizeStep = 5;

    // The largest size that fits.
    private const int Largest = ((1 << SizeBits) - 1) * SizeStep;

    private readonly ushort[] _places;

    /// <param name="places">0 where a place is free; else a size in steps of five, and above it bits of a word's hash.</param>
    public WordSizes(ushort[] places)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(places.Length, Length);
        // A search ends at a free place.
        if (!places.AsSpan().Contains((ushort)0)) throw new ArgumentException("The table is full.", nameof(places));
        _places = places;
    }

    public static WordSizes None { get; } = new(new ushort[Length]);

    public ReadOnlySpan<ushort> Places => _places;

    public byte Of(uint word)
    {
        var mark = MarkOf(word);
        for (var place = FeatureHash.Bucket(word, Bits); _places[place] != 0; place = (place + 1) % Length)
        {
            if (_places[place] >> SizeBits == mark) return (byte)((_places[place] & ((1 << SizeBits) - 1)) * SizeStep);
        }
        return Unlisted;
    }

    /// <param name="words">The smaller sizes first: of two for one word the first counts.</param>
    public static WordSizes From(IEnumerable<(uint Word, int Size)> words)
    {
        var places = new ushort[Length];
        var free = Length;
        foreach (var (word, size) in words)
        {
            if (size <= 0 || size > Largest || size % SizeStep != 0) throw new InvalidDataException($"{size} is no size of a word list.");
            var place = FeatureHash.Bucket(word, Bits);
            while (places[place] != 0 && places[place] >> SizeBits != MarkOf(word)) place = (place + 1) % Length;
            if (places[place] != 0) continue;
            if (--free < Length / 4) throw new InvalidDataException("Too many words for the table of sizes.");
            places[place] = (ushort)((MarkOf(word) << SizeBits) | (size / SizeStep));
        }
        return new WordSizes(places);
    }

    // Other bits than those that choose the place.
    private static int MarkOf(uint word) => (int)((word * 0x85EBCA6B) >> (32 - 16 + SizeBits));
}
