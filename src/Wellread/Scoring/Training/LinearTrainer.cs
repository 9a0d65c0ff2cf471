using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Wellread.Scoring.Training;

/// <summary>A row of n-gram features as ML.NET takes it.</summary>
internal sealed class LinearInput
{
    public VBuffer<float> Features { get; set; }

    public bool Label { get; set; }

    public float Weight { get; set; }

    // A share counts for both sides: a text in between is half of each.
    public static IEnumerable<LinearInput> Sides(VBuffer<float> features, float share, float weight)
    {
        if (share > 0) yield return new LinearInput { Features = features, Label = true, Weight = weight * share };
        if (share < 1) yield return new LinearInput { Features = features, Label = false, Weight = weight * (1 - share) };
    }
}

/// <summary>A fitted line: one weight per bucket, in the features' own scale.</summary>
internal sealed record LinearFit(float[] Weights, float Bias)
{
    public double Score(in VBuffer<float> features)
    {
        var sum = (double)Bias;
        var values = features.GetValues();
        var indices = features.GetIndices();
        for (var i = 0; i < values.Length; i++) sum += Weights[indices[i]] * values[i];
        return sum;
    }
}

/// <summary>Fits logistic regression over the n-gram features with ML.NET's L-BFGS, on one thread so that a seed gives one result.</summary>
internal static class LinearTrainer
{
    public static LinearFit Fit(MLContext context, IEnumerable<LinearInput> rows, int bits, float l2, int iterations, float tolerance = 1e-5f)
    {
        var schema = SchemaDefinition.Create(typeof(LinearInput));
        schema[nameof(LinearInput.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 1 << bits);
        var data = context.Data.LoadFromEnumerable(rows, schema);
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(LinearInput.Label),
            FeatureColumnName = nameof(LinearInput.Features),
            ExampleWeightColumnName = nameof(LinearInput.Weight),
            L1Regularization = 0,
            L2Regularization = l2,
            MaximumNumberOfIterations = iterations,
            OptimizationTolerance = tolerance,
            HistorySize = 10,
            NumberOfThreads = 1,
            DenseOptimizer = true,
            Quiet = true,
        });
        var line = trainer.Fit(data).Model.SubModel;
        var weights = new float[1 << bits];
        for (var i = 0; i < line.Weights.Count; i++) weights[i] = line.Weights[i];
        return new LinearFit(weights, line.Bias);
    }
}
