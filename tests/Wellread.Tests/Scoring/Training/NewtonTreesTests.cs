using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class NewtonTreesTests
{
    private static readonly TreeShape Shape = new(60, 8, 5, 0.3, 1);

    [Fact]
    public void Trees_learn_what_two_features_say_only_together()
    {
        var rows = Rows((x, y) => x < 7 == y < 12 ? 1 : 0);

        var trees = NewtonTrees.Fit(rows, Shape, seed: 1);

        trees.Check(2);
        Assert.All(rows, row => Assert.Equal(row.Target == 1, trees.Sum(row.Features) > 2));
        Assert.All(rows, row => Assert.Equal(row.Target == 0, trees.Sum(row.Features) < -2));
    }

    [Theory]
    [InlineData(0.25f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void A_share_of_both_sides_is_learnt_as_its_log_odds(float share)
    {
        var trees = NewtonTrees.Fit(Rows((_, _) => share), Shape, seed: 1);

        Assert.Equal(Math.Log(share / (1 - share)), trees.Sum([3, 3]), 0.05);
    }

    [Fact]
    public void What_weighs_more_decides()
    {
        List<TreeInput> rows = [.. Rows((_, _) => 1), .. Rows((_, _) => 0).Select(row => new TreeInput { Features = row.Features, Target = 0, Weight = 9 })];

        Assert.Equal(Math.Log(0.1 / 0.9), NewtonTrees.Fit(rows, Shape, seed: 1).Sum([3, 3]), 0.05);
    }

    [Fact]
    public void One_seed_gives_one_result_and_another_seed_another()
    {
        var rows = Rows((x, y) => (x * y) % 7 < 3 ? 1 : 0);
        var shape = Shape with { FeatureFraction = 0.5 };

        var trees = NewtonTrees.Fit(rows, shape, seed: 1);

        Assert.Equal(trees.Leaves, NewtonTrees.Fit(rows, shape, seed: 1).Leaves);
        Assert.NotEqual(trees.Leaves, NewtonTrees.Fit(rows, shape, seed: 2).Leaves);
    }

    [Fact]
    public void Leaves_keep_as_many_rows_as_they_must_and_trees_stay_as_small_as_they_must()
    {
        var rows = Rows((x, _) => x < 1 ? 1 : 0);

        var split = NewtonTrees.Fit(rows, Shape with { ExamplesPerLeaf = 20 }, seed: 1);
        var whole = NewtonTrees.Fit(rows, Shape with { ExamplesPerLeaf = rows.Count }, seed: 1);

        Assert.True(split.Sum([0, 3]) > split.Sum([1, 3]));
        Assert.Equal(whole.Sum([0, 3]), whole.Sum([1, 3]));
        Assert.True(Enumerable.Range(0, Shape.Trees).All(tree => split.LeafStarts[tree + 1] - split.LeafStarts[tree] <= Shape.Leaves));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void A_value_is_below_a_threshold_exactly_where_a_tree_finds_it_below(int distinct)
    {
        List<float[]> rows = [.. Enumerable.Range(0, 5000).Select(i => new[] { MathF.Sqrt(i * 7919 % distinct) })];

        var bins = new FeatureBins(rows);

        var thresholds = bins.Thresholds(0);
        Assert.InRange(thresholds.Length, Math.Min(distinct - 1, 200), 255);
        Assert.Equal(thresholds.Order(), thresholds);
        for (var row = 0; row < rows.Count; row++) Assert.Equal(thresholds.Count(threshold => rows[row][0] > threshold), bins.Of(0)[row]);
    }

    private static List<TreeInput> Rows(Func<int, int, float> target) =>
        [.. Enumerable.Range(0, 400).Select(i => new TreeInput { Features = [i % 20, i / 20], Target = target(i % 20, i / 20) })];
}
