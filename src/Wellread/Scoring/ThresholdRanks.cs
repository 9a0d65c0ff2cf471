using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// How many of a feature's thresholds a value exceeds: found once for a text, it answers every node that asks for that feature, of all ensembles that the ranks
/// are made for.
/// </summary>
internal sealed class ThresholdRanks
{
    /// <summary>Features at most.</summary>
    public const int MaxFeatures = 128;

    // Thresholds stand in rows of 16, before them a row with the last one of each where there is more than one.
    private const int Row = 16;

    private const int MaxThresholds = (Row * Row) - 1;

    private readonly float[][] _sorted;
    private readonly int[] _few, _many, _starts = new int[MaxFeatures];
    private readonly float[] _rows;

    private ThresholdRanks(float[][] sorted)
    {
        _sorted = sorted;
        List<float> rows = [];
        for (var feature = 0; feature < sorted.Length; feature++) Lay(feature, rows);
        _rows = [.. rows];
        _few = [.. Used(count => count is > 0 and < Row)];
        _many = [.. Used(count => count >= Row)];

        IEnumerable<int> Used(Func<int, bool> count) => Enumerable.Range(0, sorted.Length).Where(feature => count(sorted[feature].Length));
    }

    /// <summary>Null where there are more features or thresholds than a byte can tell apart.</summary>
    public static ThresholdRanks? Of(params TreeEnsemble[] ensembles)
    {
        var thresholds = Enumerable.Range(0, MaxFeatures).Select(_ => new SortedSet<float>()).ToArray();
        foreach (var trees in ensembles)
        {
            if (Array.Exists(trees.Features, feature => feature >= MaxFeatures) || Array.Exists(trees.Thresholds, float.IsNaN)) return null;
            for (var node = 0; node < trees.Features.Length; node++) thresholds[trees.Features[node]].Add(trees.Thresholds[node]);
        }
        return Array.Exists(thresholds, set => set.Count > MaxThresholds) ? null : new ThresholdRanks([.. thresholds.Select(set => set.ToArray())]);
    }

    /// <summary>The rank of a threshold itself.</summary>
    public byte Of(int feature, float threshold) => (byte)Array.BinarySearch(_sorted[feature], threshold);

    /// <summary>The ranks of the values of the first features; 0 for features that no node looks at.</summary>
    public void Fill(ReadOnlySpan<float> values, Span<byte> ranks)
    {
        ranks.Clear();
        foreach (var feature in _few)
        {
            if (feature >= values.Length) break;
            ranks[feature] = (byte)Exceeded(Vector512.Create(values[feature]), _starts[feature]);
        }
        foreach (var feature in _many)
        {
            if (feature >= values.Length) break;
            ranks[feature] = (byte)ExceededOfMany(Vector512.Create(values[feature]), _starts[feature]);
        }
    }

    /// <summary>The rank of one more value.</summary>
    public void Add(int feature, float value, Span<byte> ranks)
    {
        var thresholds = _sorted[feature];
        if (thresholds.Length == 0) return;
        var values = Vector512.Create(value);
        ranks[feature] = (byte)(thresholds.Length < Row ? Exceeded(values, _starts[feature]) : ExceededOfMany(values, _starts[feature]));
    }

    private int ExceededOfMany(Vector512<float> value, int start)
    {
        var before = Row * Exceeded(value, start);
        return before + Exceeded(value, start + Row + before);
    }

    private int Exceeded(Vector512<float> value, int start) => BitOperations.PopCount(
        Vector512.GreaterThan(value, Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_rows), (nuint)start)).ExtractMostSignificantBits());

    private void Lay(int feature, List<float> rows)
    {
        _starts[feature] = rows.Count;
        if (_sorted[feature].Length == 0) return;
        List<float> all = [.. _sorted[feature], .. Enumerable.Repeat(float.PositiveInfinity, Row - (_sorted[feature].Length % Row))];
        if (all.Count > Row) rows.AddRange(Enumerable.Range(1, Row).Select(row => row * Row <= all.Count ? all[(row * Row) - 1] : float.PositiveInfinity));
        rows.AddRange(all);
    }
}
