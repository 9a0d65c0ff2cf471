namespace Wellread.Scoring.Training;

/// <summary>Measures of a classifier over pairs of probability and truth.</summary>
internal static class ModelMetrics
{
    /// <summary>Area under the ROC curve: how often a friendly text scores above a technical one (Hanley and McNeil 1982). Ties count half. NaN where one kind is missing.</summary>
    public static double Auc(IReadOnlyCollection<(double Score, bool Friendly)> scored)
    {
        var friendly = scored.Count(item => item.Friendly);
        var technical = scored.Count - friendly;
        if (friendly == 0 || technical == 0) return double.NaN;
        var ranks = Ranks([.. scored.Select(item => item.Score)]);
        var sum = scored.Zip(ranks).Where(pair => pair.First.Friendly).Sum(pair => pair.Second);
        return (sum - (friendly * (friendly + 1) / 2.0)) / ((double)friendly * technical);
    }

    /// <summary>Expected calibration error over ten equal bins: how far probabilities are from what then is true (Naeini and others 2015).</summary>
    public static double CalibrationError(IReadOnlyCollection<(double Score, bool Friendly)> scored) =>
        Bins(scored).Sum(bin => Math.Abs(bin.Mean - bin.Friendly) * bin.Count / scored.Count);

    /// <summary>For each of ten bins that holds any: mean probability, share that is friendly, how many.</summary>
    public static IReadOnlyList<(double Mean, double Friendly, int Count)> Bins(IEnumerable<(double Score, bool Friendly)> scored) =>
        [.. scored
            .GroupBy(item => Math.Min(9, (int)(item.Score * 10)))
            .OrderBy(group => group.Key)
            .Select(group => (group.Average(item => item.Score), group.Average(item => item.Friendly ? 1.0 : 0.0), group.Count()))];

    /// <summary>Spearman's rank correlation.</summary>
    public static double Spearman(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (x, y) = (Ranks(a), Ranks(b));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y).Sum(pair => (pair.First - meanX) * (pair.Second - meanY));
        return covariance / Math.Sqrt(x.Sum(value => (value - meanX) * (value - meanX)) * y.Sum(value => (value - meanY) * (value - meanY)));
    }

    /// <summary>Platt's two numbers by Newton's method, so that 1 / (1 + exp(-(slope * sum + offset))) fits what is true.</summary>
    public static (float Slope, float Offset) Calibrate(IReadOnlyCollection<(double Sum, bool Friendly)> scored)
    {
        var (slope, offset) = (1.0, 0.0);
        for (var round = 0; round < 100; round++)
        {
            var (gradientA, gradientB, aa, ab, bb) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            foreach (var (sum, friendly) in scored)
            {
                var probability = 1 / (1 + Math.Exp(-((slope * sum) + offset)));
                var error = probability - (friendly ? 1 : 0);
                var weight = Math.Max(1e-9, probability * (1 - probability));
                gradientA += error * sum;
                gradientB += error;
                aa += weight * sum * sum;
                ab += weight * sum;
                bb += weight;
            }

            var determinant = (aa * bb) - (ab * ab);
            slope -= ((bb * gradientA) - (ab * gradientB)) / determinant;
            offset -= ((aa * gradientB) - (ab * gradientA)) / determinant;
        }

        return ((float)slope, (float)offset);
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && values[order[to + 1]].Equals(values[order[from]])) to++;
            for (var i = from; i <= to; i++) ranks[order[i]] = ((from + to) / 2.0) + 1;
            from = to + 1;
        }

        return ranks;
    }
}
