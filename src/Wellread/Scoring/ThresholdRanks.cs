using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>How many of a feature's thresholds a value exceeds: found once for a text, it answers every node that asks for that feature.</summary>
internal sealed class ThresholdRanks
{
    /// <summary>Features at most.</summary>
    public const int MaxFeatures = 128;

    // Thresholds stand in rows of 16, before them a row with the last one of each.
    private const int Row = 16;

    private const int MaxThresholds = (Row * Row) - 1;

    private readonly float[][] _sorted;
    private readonly int[] _used;
    private readonly int[] _starts;
    private readonly float[] _rows;

    private ThresholdRanks(float[][] sorted)
    {
        _sorted = sorted;
        _used = [.. Enumerable.Range(0, sorted.Length).Where(feature => sorted[feature].Length > 0)];
        _starts = new int[_used.Length];
        List<float> rows = [];
        for (var i = 0; i < _used.Length; i++)
        {
            _starts[i] = rows.Count;
            var all = sorted[_used[i]].Concat(Enumerable.Repeat(float.PositiveInfinity, Row - (sorted[_used[i]].Length % Row))).ToList();
            rows.AddRange(Enumerable.Range(0, Row).Select(row => (row * Row) + Row - 1 < all.Count ? all[(row * Row) + Row - 1] : float.PositiveInfinity));
            rows.AddRange(all);
        }
        _rows = [.. rows];
    }

    /// <summary>Null where there are more features or thresholds than a byte can tell apart.</summary>
    public static ThresholdRanks? Of(TreeEnsemble trees)
    {
        if (Array.Exists(trees.Features, feature => feature >= MaxFeatures) || Array.Exists(trees.Thresholds, float.IsNaN)) return null;
        var thresholds = Enumerable.Range(0, MaxFeatures).Select(_ => new SortedSet<float>()).ToArray();
        for (var node = 0; node < trees.Features.Length; node++) thresholds[trees.Features[node]].Add(trees.Thresholds[node]);
        return Array.Exists(thresholds, set => set.Count > MaxThresholds) ? null : new ThresholdRanks([.. thresholds.Select(set => set.ToArray())]);
    }

    /// <summary>The rank of a threshold itself.</summary>
    public byte Of(int feature, float threshold) => (byte)Array.BinarySearch(_sorted[feature], threshold);

    /// <summary>The rank of each feature's value; 0 for features that no node looks at.</summary>
    public void Fill(ReadOnlySpan<float> values, Span<byte> ranks)
    {
        ranks.Clear();
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        for (var i = 0; i < _used.Length; i++)
        {
            var feature = _used[i];
            var value = Vector256.Create(values[feature]);
            var row = Exceeded(value, ref rows, (nuint)_starts[i]);
            ranks[feature] = (byte)((row * Row) + Exceeded(value, ref rows, (nuint)(_starts[i] + Row + (row * Row))));
        }
    }

    private static int Exceeded(Vector256<float> value, ref float rows, nuint start)
    {
        var low = Vector256.GreaterThan(value, Vector256.LoadUnsafe(ref rows, start)).ExtractMostSignificantBits();
        var high = Vector256.GreaterThan(value, Vector256.LoadUnsafe(ref rows, start + (Row / 2))).ExtractMostSignificantBits();
        return BitOperations.PopCount(low | (high << (Row / 2)));
    }
}
