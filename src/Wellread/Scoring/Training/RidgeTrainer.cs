using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Wellread.Scoring.Training;

/// <summary>
/// Fits a line over dense features by least squares with ML.NET's dual coordinate ascent, weights held back (ridge: Hoerl and Kennard 1970); features in standard deviations.
/// </summary>
internal static class RidgeTrainer
{
    // What lies further out counts as this share's bound.
    private const double Outer = 0.005;

    /// <param name="ridge">Added to the sum of squared errors for each squared weight.</param>
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
        var weights = Solve(
            rows.Select(row => new DenseInput
            {
                Features = [.. row.Features.Take(Inputs).Select((value, i) => deviations[i] < 1e-9 ? 0 : (float)((Math.Clamp(value, low[i], high[i]) - means[i]) / deviations[i]))],
                Target = (float)(row.Target - target),
            }), 2 * ridge / rows.Count);
        var scaled = weights.Select((weight, i) => deviations[i] < 1e-9 ? 0 : weight / deviations[i]).ToArray();
        return new DenseLine(Array.ConvertAll(scaled, weight => (float)weight), low, high, (float)(target - scaled.Select((weight, i) => weight * means[i]).Sum()));
    }

    // ML.NET takes the mean of the squared errors, and half of the squared weights.
    private static IReadOnlyList<float> Solve(IEnumerable<DenseInput> rows, double ridge)
    {
        var context = new MLContext(1);
        return context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(DenseInput.Target),
            FeatureColumnName = nameof(DenseInput.Features),
            L1Regularization = 0,
            L2Regularization = (float)ridge,
            ConvergenceTolerance = 1e-6f,
            MaximumNumberOfIterations = 1000,
            NumberOfThreads = 1,
        }).Fit(TreeTrainer.Load(context, rows, DenseFeatures.Count)).Model.Weights;
    }
}
