namespace Wellread.Scoring.Training;

/// <summary>A feature, the last place that goes left, and what the split gains.</summary>
internal readonly record struct BinSplit(int Feature, int Bin, double Gain);

/// <summary>Of the rows of a leaf, for every feature and place: the sums of both derivatives of the loss, and how many rows.</summary>
internal sealed class BinSums(FeatureBins bins)
{
    private const int Places = 256;

    // Holds back leaves of which little is known.
    private const double Ridge = 1;

    private readonly Sums[] _sums = new Sums[bins.Features * Places];

    public void Add(ReadOnlySpan<int> rows, double[] slopes, double[] curves)
    {
        for (var feature = 0; feature < bins.Features; feature++)
        {
            var places = bins.Of(feature);
            var sums = _sums.AsSpan(feature * Places, Places);
            foreach (var row in rows)
            {
                ref var sum = ref sums[places[row]];
                sum.Slope += slopes[row];
                sum.Curve += curves[row];
                sum.Rows++;
            }
        }
    }

    public void Subtract(BinSums others)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            ref var sum = ref _sums[i];
            ref readonly var other = ref others._sums[i];
            sum.Slope -= other.Slope;
            sum.Curve -= other.Curve;
            sum.Rows -= other.Rows;
        }
    }

    /// <summary>How far Newton's method would go, in log odds.</summary>
    public double Step() => Total(0) is var all ? -all.Slope / (all.Curve + Ridge) : 0;

    /// <summary>The split that gains most; with a gain of 0 where none does.</summary>
    public BinSplit BestSplit(ReadOnlySpan<int> features, int leastRows)
    {
        var best = default(BinSplit);
        foreach (var feature in features)
        {
            var all = Total(feature);
            var left = default(Sums);
            for (var bin = 0; bin < bins.Thresholds(feature).Length; bin++)
            {
                ref readonly var sum = ref _sums[(feature * Places) + bin];
                if (sum.Rows == 0) continue;
                left.Slope += sum.Slope;
                left.Curve += sum.Curve;
                left.Rows += sum.Rows;
                if (left.Rows < leastRows || all.Rows - left.Rows < leastRows) continue;
                var gain = Worth(left.Slope, left.Curve) + Worth(all.Slope - left.Slope, all.Curve - left.Curve) - Worth(all.Slope, all.Curve);
                if (gain > best.Gain) best = new BinSplit(feature, bin, gain);
            }
        }
        return best;
    }

    private static double Worth(double slope, double curve) => slope * slope / (curve + Ridge);

    private Sums Total(int feature)
    {
        var all = default(Sums);
        foreach (ref readonly var sum in _sums.AsSpan(feature * Places, bins.Thresholds(feature).Length + 1))
        {
            all.Slope += sum.Slope;
            all.Curve += sum.Curve;
            all.Rows += sum.Rows;
        }
        return all;
    }

    private struct Sums
    {
        public double Slope, Curve;
        public int Rows;
    }
}
