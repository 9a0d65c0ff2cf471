using System.Numerics;

namespace Wellread.Articles;

/// <summary>An article's first four topics as places in <see cref="TopicCatalog.All"/>, strongest first, in four bytes: ranking compares thousands of them. Slugs that are no topic are left out.</summary>
internal readonly record struct TopicCodes
{
    public const int Most = 4;
    private const int BitsEach = 8;
    private readonly uint _packed;

    private TopicCodes(uint packed, int count) => (_packed, Count) = (packed, (byte)count);

    public byte Count { get; }

    /// <summary>The strongest topic, or -1 without any.</summary>
    public int Main => Count == 0 ? -1 : this[0];

    public int this[int index] => (byte)(_packed >> (index * BitsEach));

    /// <summary>One bit for each topic.</summary>
    public UInt128 Bits
    {
        get
        {
            var bits = UInt128.Zero;
            for (var i = 0; i < Count; i++) bits |= UInt128.One << this[i];
            return bits;
        }
    }

    public static TopicCodes Of(IEnumerable<string> slugs)
    {
        var (packed, count) = (0u, 0);
        foreach (var slug in slugs)
        {
            if (count == Most) break;
            if (TopicCatalog.IndexOf(slug) is >= 0 and var index) packed |= (uint)index << (count++ * BitsEach);
        }
        return new TopicCodes(packed, count);
    }

    /// <summary>Shared topics among all of both (Jaccard 1901), 0 to 1; 0 where one has none.</summary>
    public static double Overlap(UInt128 a, UInt128 b)
    {
        var shared = Count128(a & b);
        return shared == 0 ? 0 : (double)shared / Count128(a | b);
    }

    private static int Count128(UInt128 bits) => BitOperations.PopCount((ulong)bits) + BitOperations.PopCount((ulong)(bits >> 64));
}
