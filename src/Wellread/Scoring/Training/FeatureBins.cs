namespace Wellread.Scoring.Training;

/// <summary>The values of features as places among at most 255 thresholds that part all rows into shares of about one size.</summary>
internal sealed class FeatureBins
{
    private const int MostThresholds = 255;

    private readonly float[][] _thresholds;
    private readonly byte[][] _bins;

    public FeatureBins(IReadOnlyList<float[]> rows)
    {
        Features = rows[0].Length;
        _thresholds = new float[Features][];
        _bins = new byte[Features][];
        for (var feature = 0; feature < Features; feature++)
        {
            var values = rows.Select(row => row[feature]).ToArray();
            var thresholds = _thresholds[feature] = Between([.. values.Order()]);
            // The place of a value is how many thresholds it exceeds.
            _bins[feature] = Array.ConvertAll(values, value => (byte)(Array.BinarySearch(thresholds, value) is var at && at >= 0 ? at : ~at));
        }
    }

    public int Features { get; }

    /// <summary>In ascending order. A value at a threshold is below it.</summary>
    public float[] Thresholds(int feature) => _thresholds[feature];

    /// <summary>The place of each row's value.</summary>
    public byte[] Of(int feature) => _bins[feature];

    private static float[] Between(float[] sorted)
    {
        var distinct = sorted.Distinct().ToArray();
        if (distinct.Length <= MostThresholds) return [.. distinct.SkipLast(1).Select((value, i) => Middle(value, distinct[i + 1]))];
        var chosen = Enumerable.Range(1, MostThresholds).Select(i => (int)((long)i * sorted.Length / (MostThresholds + 1)));
        return [.. chosen.Where(at => sorted[at] < sorted[^1]).Select(at => sorted[at]).Distinct()];
    }

    // Never the upper one, whatever rounding does.
    private static float Middle(float low, float high) => Math.Min(low + ((high - low) / 2), MathF.BitDecrement(high));
}
