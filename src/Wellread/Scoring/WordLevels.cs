using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>The small numbers of a word in one piece, one byte each, turned so that the hardest word has the lowest.</summary>
internal readonly record struct WordLevels
{
    internal const int Lay = 0, Commonness = 1, Size = 2, Letters = 3, Syllables = 4, Rarity = 5, Count = 6;

    // In eighths of a doubling: the 400 commonest words of speech are above it.
    private const int Common = 91;

    public WordLevels(byte lay, byte commonness, byte size, byte letters, byte syllables)
    {
        var rarity = Math.Max(0, Common - commonness);
        Bytes = lay | ((ulong)commonness << 8) | ((ulong)(WordSizes.Unlisted - size) << 16) | ((ulong)(byte.MaxValue - letters) << 24)
            | ((ulong)(byte.MaxValue - syllables) << 32) | ((ulong)rarity << 40);
    }

    public ulong Bytes { get; }

    /// <summary>How often training texts for laypeople use the word: <see cref="WordFamiliarity.Lay"/>.</summary>
    public byte Familiarity => (byte)Bytes;

    public byte SyllablesOfWord => (byte)(byte.MaxValue - (byte)(Bytes >> (8 * Syllables)));
}

/// <summary>The sums of the levels of all words, and the three lowest of each; all levels of a word are taken at once.</summary>
internal struct LevelCounts
{
    // As many bytes as fit into 16 bits.
    private const int MostWaiting = 255;

    private Vector128<byte> _least, _second, _third;
    private Vector128<ushort> _waiting;
    private int _words;
    private Vector256<int> _totals;

    public static LevelCounts Empty => new() { _least = Vector128<byte>.AllBitsSet, _second = Vector128<byte>.AllBitsSet, _third = Vector128<byte>.AllBitsSet };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Sum(int level) => _totals[level];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly byte Least(int level) => _least[level];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly byte Second(int level) => _second[level];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly byte Third(int level) => _third[level];

    public void Add(WordLevels levels)
    {
        var value = Vector128.CreateScalar(levels.Bytes).AsByte();
        _waiting += Vector128.WidenLower(value);
        var higher = Vector128.Max(value, _least);
        _least = Vector128.Min(value, _least);
        value = Vector128.Max(higher, _second);
        _second = Vector128.Min(higher, _second);
        _third = Vector128.Min(value, _third);
        if (++_words == MostWaiting) Flush();
    }

    /// <summary>To be called before the sums are looked at.</summary>
    public void Flush()
    {
        _totals += Vector256.Create(Vector128.WidenLower(_waiting), Vector128.WidenUpper(_waiting)).AsInt32();
        _waiting = default;
        _words = 0;
    }
}

/// <summary>The sum of the vectors of all words.</summary>
internal struct VectorSum
{
    private Vector512<int> _sum;

    public void Add(Vector128<sbyte> vector)
    {
        var wide = Vector256.Create(Vector128.WidenLower(vector), Vector128.WidenUpper(vector));
        _sum += Vector512.Create(Vector256.WidenLower(wide), Vector256.WidenUpper(wide));
    }

    /// <summary>Writes the mean vector of the words that have one, each number −1 to 1; 0 where none has.</summary>
    public readonly void Fill(Span<float> features)
    {
        var words = _sum.GetElement(WordVectors.Counter);
        Span<float> means = stackalloc float[Vector512<float>.Count];
        (Vector512.ConvertToSingle(_sum) * (words == 0 ? 0 : 1f / (127 * words))).StoreUnsafe(ref MemoryMarshal.GetReference(means));
        means[..WordVectors.Size].CopyTo(features);
    }
}
