namespace Wellread.Scoring.Training;

/// <summary>Fits a line over dense features by least squares, weights held back (ridge: Hoerl and Kennard 1970); features in standard deviations.</summary>
internal static class RidgeTrainer
{
    // What lies further out counts as this share's bound.
    private const double Outer = 0.005;

    public static DenseLine Fit(IReadOnlyList<(float[] Features, double Target)> rows, double ridge)
    {
        const int Inputs = DenseFeatures.Count;
        float[] low = new float[Inputs], high = new float[Inputs];
        double[] means = new double[Inputs], deviations = new double[Inputs];
        for (var i = 0; i < Inputs; i++)
        {
            var sorted = rows.Select(row => row.Features[i]).Order().ToArray();
            low[i] = sorted[(int)(Outer * (sorted.Length - 1))];
            high[i] = sorted[(int)Math.Ceiling((1 - Outer) * (sorted.Length - 1))];
            var within = Array.ConvertAll(sorted, value => (double)Math.Clamp(value, low[i], high[i]));
            means[i] = within.Average();
            deviations[i] = Math.Sqrt(within.Average(value => (value - means[i]) * (value - means[i])));
        }
        var target = rows.Average(row => row.Target);
        var inputs = rows.Select(row => Enumerable.Range(0, Inputs)
            .Select(i => deviations[i] < 1e-9 ? 0 : (Math.Clamp(row.Features[i], low[i], high[i]) - means[i]) / deviations[i]).ToArray()).ToList();
        var weights = Solve(inputs, [.. rows.Select(row => row.Target - target)], ridge);
        for (var i = 0; i < Inputs; i++) weights[i] = deviations[i] < 1e-9 ? 0 : weights[i] / deviations[i];
        return new DenseLine(Array.ConvertAll(weights, weight => (float)weight), low, high, (float)(target - weights.Select((weight, i) => weight * means[i]).Sum()));
    }

    // (XᵀX + ridge) w = Xᵀy by Cholesky's decomposition.
    private static double[] Solve(List<double[]> x, double[] y, double ridge)
    {
        var n = x[0].Length;
        var lower = new double[n, n];
        var w = new double[n];
        for (var i = 0; i < n; i++)
        {
            w[i] = x.Select((row, r) => row[i] * y[r]).Sum();
            for (var j = 0; j <= i; j++)
            {
                var sum = i == j ? ridge : 0;
                foreach (var row in x) sum += row[i] * row[j];
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) w[i] -= lower[i, k] * w[k];
            w[i] /= lower[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) w[i] -= lower[k, i] * w[k];
            w[i] /= lower[i, i];
        }
        return w;
    }
}
