using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Wellread.Scoring.Training;

/// <summary>A row of tree features as ML.NET takes it. <see cref="Target"/> is what is learnt: a number, or the share of a class.</summary>
internal sealed class TreeInput
{
    public required float[] Features { get; init; }

    public float Target { get; init; }

    public float Weight { get; init; } = 1;
}

/// <summary>Size and pace of trees. Each split sees the share <paramref name="FeatureFraction"/> of the features.</summary>
internal sealed record TreeShape(int Trees, int Leaves, int ExamplesPerLeaf, double LearningRate, double FeatureFraction);

/// <summary>Fits trees with ML.NET's FastTree on one thread, and takes them out as arrays.</summary>
internal static class TreeTrainer
{
    public static TreeEnsemble FitTarget(MLContext context, IEnumerable<TreeInput> rows, int features, TreeShape shape, int seed)
    {
        var options = new FastTreeRegressionTrainer.Options { LabelColumnName = nameof(TreeInput.Target), BaggingSize = 1, BaggingExampleFraction = 0.5 };
        Configure(options, shape, seed);
        return Take(context.Regression.Trainers.FastTree(options).Fit(Load(context, rows, features)).Model.TrainedTreeEnsemble);
    }

    private static void Configure(BoostedTreeOptions options, TreeShape shape, int seed)
    {
        options.LearningRate = shape.LearningRate;
        options.FeatureColumnName = nameof(TreeInput.Features);
        options.ExampleWeightColumnName = nameof(TreeInput.Weight);
        options.NumberOfTrees = shape.Trees;
        options.NumberOfLeaves = shape.Leaves;
        options.MinimumExampleCountPerLeaf = shape.ExamplesPerLeaf;
        options.FeatureFractionPerSplit = shape.FeatureFraction;
        options.NumberOfThreads = 1;
        options.Seed = seed;
        options.FeatureSelectionSeed = seed;
    }

    private static IDataView Load(MLContext context, IEnumerable<TreeInput> rows, int features)
    {
        var schema = SchemaDefinition.Create(typeof(TreeInput));
        schema[nameof(TreeInput.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
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
