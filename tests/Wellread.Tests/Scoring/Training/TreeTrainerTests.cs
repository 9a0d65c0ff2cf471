using Microsoft.ML;
using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class TreeTrainerTests
{
    private static readonly TreeShape Shape = new(60, 8, 5, 0.3, 1);

    // By both ways, as a machine without LightGBM trains by the second.
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Trees_learn_what_two_features_say_only_together(bool newton)
    {
        var rows = Rows((x, y) => x < 7 == y < 12);

        var trees = Fit(rows, newton);

        trees.Check(2);
        Assert.All(rows, row => Assert.Equal(row.Label, trees.Sum(row.Features) > 0));
        Assert.Equal(trees.Leaves, Fit(rows, newton).Leaves);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_weighs_more_decides(bool newton)
    {
        List<DenseInput> rows = [.. Rows((x, _) => x < 10), .. Rows((x, _) => x >= 10).Select(row => new DenseInput { Features = row.Features, Label = row.Label, Weight = 9 })];

        var trees = Fit(rows, newton);

        Assert.True(trees.Sum([3, 3]) < -1);
        Assert.True(trees.Sum([13, 3]) > 1);
    }

    [SkippableFact]
    public void A_value_at_a_threshold_is_where_the_trees_found_it()
    {
        var rows = Rows((x, _) => x < 10);

        foreach (var newton in (bool[])[true, false])
        {
            var trees = Fit(rows, newton);
            Assert.True(trees.Sum([9, 3]) > 1);
            Assert.True(trees.Sum([10, 3]) < -1);
        }
    }

    private static TreeEnsemble Fit(List<DenseInput> rows, bool newton)
    {
        Skip.If(newton && !TreeTrainer.HasLightGbm, "LightGBM can't be loaded here: it needs an x64 processor and, on Linux, libgomp.");
        var context = new MLContext(1);
        var data = TreeTrainer.Load(context, rows, 2);
        return newton ? TreeTrainer.ByLightGbm(context, data, Shape, seed: 1) : TreeTrainer.ByFastTree(context, data, Shape, seed: 1);
    }

    private static List<DenseInput> Rows(Func<int, int, bool> label) =>
        [.. Enumerable.Range(0, 400).Select(i => new DenseInput { Features = [i % 20, i / 20], Label = label(i % 20, i / 20) })];
}
