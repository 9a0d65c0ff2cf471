namespace Wellread.Scoring.Training;

/// <summary>How well scores order and how honest probabilities are.</summary>
internal static class Metrics
{
    /// <summary>Area under the ROC curve: how likely a true one scores above a false one; ties count half. NaN when one side is missing.</summary>
    public static double AreaUnderCurve(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        var ranks = Ranks(scores);
        long positives = labels.Count(label => label), negatives = labels.Count - positives;
        if (positives == 0 || negatives == 0) return double.NaN;
        var sum = 0.0;
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i]) sum += ranks[i];
        }
        return (sum - (positives * (positives + 1) / 2.0)) / (positives * (double)negatives);
    }

    /// <summary>Expected calibration error over ten bins of equal width.</summary>
    public static double CalibrationError(IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels) =>
        CalibrationBins(probabilities, labels).Sum(bin => Math.Abs(bin.Predicted - bin.Observed) * bin.Count / probabilities.Count);

    public static IEnumerable<CalibrationBin> CalibrationBins(IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels) =>
        Enumerable.Range(0, probabilities.Count)
            .GroupBy(i => Math.Min(9, (int)(probabilities[i] * 10)))
            .OrderBy(bin => bin.Key)
            .Select(bin => new CalibrationBin(bin.Average(i => probabilities[i]), bin.Average(i => labels[i] ? 1.0 : 0), bin.Count()));

    public static double Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 2) return double.NaN;
        double meanX = x.Average(), meanY = y.Average(), xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Count; i++)
        {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    public static double Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y) => Pearson(Ranks(x), Ranks(y));

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]]) end++;
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }
        return ranks;
    }
}

/// <summary>One tenth of the scale: the texts that the model put there, and what came true.</summary>
/// <param name="Predicted">The probability that the model gave, on average, from 0 to 1.</param>
/// <param name="Observed">The share of these texts that were for the public, from 0 to 1.</param>
/// <param name="Count">How many texts there were.</param>
internal sealed record CalibrationBin(double Predicted, double Observed, int Count);
