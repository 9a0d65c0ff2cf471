using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// In which company words stand: a few numbers for each word that training texts use often enough, alike for words that stand beside the same words. A hash table
/// that holds hashes and no word.
/// </summary>
internal sealed class WordVectors
{
    /// <summary>Numbers of a word, each −127 to 127.</summary>
    public const int Size = 12;

    /// <summary>Which lane counts the words that have a vector. The others behind <see cref="Size"/> are 0.</summary>
    public const int Counter = Size;

    public const int Bits = 16;

    /// <summary>Places of the table.</summary>
    public const int Length = 1 << Bits;

    private readonly uint[] _words;
    private readonly sbyte[] _vectors;

    /// <param name="words">The hash of the word at each place; 0 where a place is free.</param>
    /// <param name="vectors">16 numbers for each place.</param>
    public WordVectors(uint[] words, sbyte[] vectors)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(words.Length, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Length, Length * Vector128<sbyte>.Count);
        // A search ends at a free place.
        if (!words.AsSpan().Contains(0u)) throw new ArgumentException("The table is full.", nameof(words));
        _words = words;
        _vectors = vectors;
    }

    public static WordVectors None { get; } = new(new uint[Length], new sbyte[Length * Vector128<sbyte>.Count]);

    public ReadOnlySpan<uint> Words => _words;

    public ReadOnlySpan<sbyte> Vectors => _vectors;

    /// <summary>All 0 for a word that has none.</summary>
    public Vector128<sbyte> Of(uint word)
    {
        for (var place = FeatureHash.Bucket(word, Bits); _words[place] != 0; place = (place + 1) % Length)
        {
            if (_words[place] == word) return Vector128.LoadUnsafe(in MemoryMarshal.GetArrayDataReference(_vectors), (nuint)(place * Vector128<sbyte>.Count));
        }
        return default;
    }

    /// <param name="vectors">Of each word <see cref="Size"/> numbers from −1 to 1; the first words count where there are more than the table has room for.</param>
    public static WordVectors From(IEnumerable<(uint Word, float[] Vector)> vectors)
    {
        var words = new uint[Length];
        var values = new sbyte[Length * Vector128<sbyte>.Count];
        foreach (var (word, vector) in vectors.Take(Length * 3 / 4))
        {
            var place = FeatureHash.Bucket(word, Bits);
            while (words[place] != 0) place = (place + 1) % Length;
            words[place] = word;
            var at = values.AsSpan(place * Vector128<sbyte>.Count);
            for (var i = 0; i < Size; i++) at[i] = (sbyte)MathF.Round(127 * vector[i]);
            at[Counter] = 1;
        }
        return new WordVectors(words, values);
    }
}
