using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Wellread.Scoring.Training;

/// <summary>A row of dense features as ML.NET takes it, with a side or a number to learn.</summary>
internal sealed class DenseInput
{
    public required float[] Features { get; init; }

    public bool Label { get; init; }

    public float Target { get; init; }

    public float Weight { get; init; } = 1;
}

/// <summary>Size and pace of trees. Each tree of LightGBM, each split of FastTree, sees the share <paramref name="FeatureFraction"/> of the features.</summary>
internal sealed record TreeShape(int Trees, int Leaves, int ExamplesPerLeaf, double LearningRate, double FeatureFraction);

/// <summary>Fits trees with ML.NET on one thread, and takes them out as arrays.</summary>
internal static class TreeTrainer
{
    // Holds back leaves of which little is known.
    private const double Ridge = 2;

    private static readonly Lazy<bool> LightGbmLoads = new(() => NativeLibrary.TryLoad("lib_lightgbm", typeof(LightGbmBinaryTrainer).Assembly, null, out _));

    /// <summary>False on a processor that LightGBM is not built for, and on a Linux without libgomp.</summary>
    public static bool HasLightGbm => LightGbmLoads.Value;

    /// <summary>
    /// Two classes by LightGBM: a split is weighed by first and second derivatives of the logistic loss, so what is still in doubt counts. By FastTree where there is no LightGBM.
    /// </summary>
    /// <returns>Trees that sum up to log odds.</returns>
    public static TreeEnsemble FitSides(MLContext context, IEnumerable<DenseInput> rows, int features, TreeShape shape, int seed) =>
        HasLightGbm ? ByLightGbm(context, Load(context, rows, features), shape, seed) : ByFastTree(context, Load(context, rows, features), shape, seed);

    internal static TreeEnsemble ByLightGbm(MLContext context, IDataView rows, TreeShape shape, int seed) =>
        Take(context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            FeatureColumnName = nameof(DenseInput.Features),
            LabelColumnName = nameof(DenseInput.Label),
            ExampleWeightColumnName = nameof(DenseInput.Weight),
            NumberOfIterations = shape.Trees,
            NumberOfLeaves = shape.Leaves,
            MinimumExampleCountPerLeaf = shape.ExamplesPerLeaf,
            LearningRate = shape.LearningRate,
            Sigmoid = 1,
            NumberOfThreads = 1,
            Deterministic = true,
            Seed = seed,
            Booster = new GradientBooster.Options { FeatureFraction = shape.FeatureFraction, L2Regularization = Ridge, MinimumChildWeight = 0 },
        }).Fit(rows).Model.SubModel.TrainedTreeEnsemble);

    internal static TreeEnsemble ByFastTree(MLContext context, IDataView rows, TreeShape shape, int seed)
    {
        var options = new FastTreeBinaryTrainer.Options { LabelColumnName = nameof(DenseInput.Label) };
        Configure(options, shape, seed);
        return Take(context.BinaryClassification.Trainers.FastTree(options).Fit(rows).Model.SubModel.TrainedTreeEnsemble);
    }

    /// <summary>A number by FastTree.</summary>
    public static TreeEnsemble FitTarget(MLContext context, IEnumerable<DenseInput> rows, int features, TreeShape shape, int seed)
    {
        var options = new FastTreeRegressionTrainer.Options { LabelColumnName = nameof(DenseInput.Target), BaggingSize = 1, BaggingExampleFraction = 0.5 };
        Configure(options, shape, seed);
        return Take(context.Regression.Trainers.FastTree(options).Fit(Load(context, rows, features)).Model.TrainedTreeEnsemble);
    }

    private static void Configure(BoostedTreeOptions options, TreeShape shape, int seed)
    {
        options.LearningRate = shape.LearningRate;
        options.FeatureColumnName = nameof(DenseInput.Features);
        options.ExampleWeightColumnName = nameof(DenseInput.Weight);
        options.NumberOfTrees = shape.Trees;
        options.NumberOfLeaves = shape.Leaves;
        options.MinimumExampleCountPerLeaf = shape.ExamplesPerLeaf;
        options.FeatureFractionPerSplit = shape.FeatureFraction;
        options.NumberOfThreads = 1;
        options.Seed = seed;
        options.FeatureSelectionSeed = seed;
    }

    public static IDataView Load(MLContext context, IEnumerable<DenseInput> rows, int features)
    {
        var schema = SchemaDefinition.Create(typeof(DenseInput));
        schema[nameof(DenseInput.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return context.Data.LoadFromEnumerable(rows, schema);
    }

    /// <summary>The same trees counting for a share only.</summary>
    public static TreeEnsemble Times(this TreeEnsemble trees, float share) => new(
        trees.NodeStarts, trees.LeafStarts, trees.Features, trees.Thresholds, trees.Left, trees.Right, [.. trees.Leaves.Select(leaf => leaf * share)]);

    private static TreeEnsemble Take<TTree>(TreeEnsemble<TTree> ensemble)
        where TTree : RegressionTreeBase
    {
        List<int> nodeStarts = [0], leafStarts = [0];
        List<byte> features = [];
        List<float> thresholds = [], leaves = [];
        List<short> left = [], right = [];
        for (var t = 0; t < ensemble.Trees.Count; t++)
        {
            var tree = ensemble.Trees[t];
            for (var node = 0; node < tree.NumberOfNodes; node++)
            {
                features.Add((byte)tree.NumericalSplitFeatureIndexes[node]);
                thresholds.Add(tree.NumericalSplitThresholds[node]);
                left.Add((short)tree.LeftChild[node]);
                right.Add((short)tree.RightChild[node]);
            }
            foreach (var leaf in tree.LeafValues) leaves.Add((float)(leaf * ensemble.TreeWeights[t]));
            nodeStarts.Add(features.Count);
            leafStarts.Add(leaves.Count);
        }
        if (ensemble.Bias != 0)
        {
            leaves.Add((float)ensemble.Bias);
            nodeStarts.Add(features.Count);
            leafStarts.Add(leaves.Count);
        }
        return new TreeEnsemble([.. nodeStarts], [.. leafStarts], [.. features], [.. thresholds], [.. left], [.. right], [.. leaves]);
    }
}
