using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class QuickTreesTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(63, 8)]
    [InlineData(64, 9)]
    [InlineData(65, 16)]
    [InlineData(130, 17)]
    [InlineData(70, 32)]
    [InlineData(3, 128)]
    [InlineData(1024, 3)]
    public void Quick_trees_give_what_walking_gives(int trees, int leaves)
    {
        var random = new Random(leaves);
        var walked = Grow(random, trees, leaves, values: 200);

        AssertSame(random, walked, values: 200);
    }

    [Fact]
    public void Trees_of_all_sizes_stand_together()
    {
        var random = new Random(9);
        int[] sizes = [.. Enumerable.Range(0, 300).Select(_ => random.Next(2, 33))];
        var walked = Grow(random, sizes, values: 150);

        AssertSame(random, walked, values: 150);
    }

    [Fact]
    public void Two_ensembles_share_ranks()
    {
        var random = new Random(10);
        TreeEnsemble first = Grow(random, 20, 8, values: 100), second = Grow(random, 20, 16, values: 100);
        var ranks = ThresholdRanks.Of(first, second)!;

        AssertSame(random, first, ranks, values: 100);
        AssertSame(random, second, ranks, values: 100);
    }

    [Fact]
    public void What_is_known_later_is_ranked_later()
    {
        var random = new Random(11);
        var trees = Grow(random, 30, 16, values: 100);
        var ranks = ThresholdRanks.Of(trees)!;
        Span<byte> atOnce = stackalloc byte[ThresholdRanks.MaxFeatures], later = stackalloc byte[ThresholdRanks.MaxFeatures];
        for (var round = 0; round < 200; round++)
        {
            var values = Values(random, 100);
            ranks.Fill(values, atOnce);
            ranks.Fill(values.AsSpan(0, 100), later);
            for (var feature = 100; feature < values.Length; feature++) ranks.Add(feature, values[feature], later);

            Assert.Equal(atOnce, later);
        }
    }

    [Fact]
    public void Of_two_ensembles_the_second_sees_what_the_first_says_and_no_totals()
    {
        var random = new Random(12);
        TreeEnsemble difficulty = Grow(random, 20, 8, values: 100, DenseFeatures.Count), friendliness = Grow(random, 20, 16, values: 100, DenseFeatures.FirstTotal);
        TreeEnsemble withTotals = Grow(random, 20, 16, values: 100, StackedFeatures.Count);
        Assert.True(new StackedTrees(difficulty, friendliness).AreQuick);
        Assert.False(new StackedTrees(difficulty, withTotals).AreQuick);
        Span<byte> ranks = stackalloc byte[ThresholdRanks.MaxFeatures];
        foreach (var second in (TreeEnsemble[])[friendliness, withTotals])
        {
            for (var round = 0; round < 100; round++)
            {
                var values = Values(random, 100)[..StackedFeatures.Count];
                var seen = (float[])values.Clone();
                seen.AsSpan(DenseFeatures.FirstTotal..DenseFeatures.Count).Clear();
                (seen[StackedFeatures.LinearFriendliness], seen[StackedFeatures.Difficulty]) = (20.25f, 3.5f);
                var trees = new StackedTrees(difficulty, second);

                Assert.Equal(difficulty.Sum(values), trees.Difficulty(values, ranks));
                Assert.Equal(second.Sum(seen), trees.Friendliness(values, ranks, 20.25, 3.5));
            }
        }
    }

    [Fact]
    public void A_tree_of_one_leaf_and_no_trees_at_all_have_a_sum()
    {
        var stump = new TreeEnsemble([0, 0, 1], [0, 1, 3], [3], [0.5f], [-1], [-2], [10, 1, 2]);

        var ranks = new byte[ThresholdRanks.MaxFeatures];

        Assert.Equal(11, QuickTrees.Of(stump, ThresholdRanks.Of(stump)!)!.Sum(ranks));
        Assert.Equal(0, QuickTrees.Of(TreeEnsemble.None, ThresholdRanks.Of()!)!.Sum(ranks));
    }

    [Fact]
    public void Trees_that_are_too_large_or_too_fine_are_walked()
    {
        TreeEnsemble large = Grow(new Random(1), 1, 129, values: 200), many = Grow(new Random(1), 1025, 2, values: 200), fine = Grow(new Random(1), 1000, 32, values: 100_000);

        Assert.Null(QuickTrees.Of(large, ThresholdRanks.Of(large)!));
        Assert.Null(QuickTrees.Of(many, ThresholdRanks.Of(many)!));
        Assert.Null(ThresholdRanks.Of(fine));
    }

    [Theory]
    [InlineData(1, 1, -1, -2, -3)]
    [InlineData(1, 2, -1, -1, -2)]
    [InlineData(1, 0, -1, -2, -3)]
    public void Trees_whose_paths_meet_or_turn_back_are_refused(short left, short right, short leaf, short otherLeaf, short thirdLeaf) =>
        Assert.Throws<InvalidDataException>(() => new TreeEnsemble(
            [0, 3], [0, 4], [0, 0, 0], [1, 1, 1], [left, leaf, thirdLeaf], [right, otherLeaf, -4], [1, 2, 3, 4]).Check(1));

    [Fact]
    public void The_committed_model_is_quick()
    {
        var model = Assert.IsType<ModelLoad.Loaded>(FriendlinessModel.Load(Support.Repository.Path("models"))).Model;

        Assert.True(new StackedTrees(model.DifficultyTrees, model.Items.Trees).AreQuick);
        Assert.True(new StackedTrees(model.DifficultyTrees, model.Passages.Trees).AreQuick);
    }

    private static void AssertSame(Random random, TreeEnsemble walked, int values) => AssertSame(random, walked, ThresholdRanks.Of(walked)!, values);

    // Bit for bit.
    private static void AssertSame(Random random, TreeEnsemble walked, ThresholdRanks makeRanks, int values)
    {
        var quick = QuickTrees.Of(walked, makeRanks);
        Assert.NotNull(quick);
        var ranks = new byte[ThresholdRanks.MaxFeatures];
        for (var round = 0; round < 200; round++)
        {
            var tried = Values(random, values);
            makeRanks.Fill(tried, ranks);
            Assert.Equal(walked.Sum(tried), quick.Sum(ranks));
            Assert.Equal(walked.Sum(tried), quick.Sum(ranks, wide: false));
        }
    }

    // Values that are thresholds, too: "at most" must stay "at most".
    private static float[] Values(Random random, int values) =>
        [.. Enumerable.Range(0, ThresholdRanks.MaxFeatures).Select(_ => random.Next(-1, values + 1) / 4f * (random.Next(9) == 0 ? 1000 : 1))];

    private static TreeEnsemble Grow(Random random, int trees, int leaves, int values, int features = ThresholdRanks.MaxFeatures) =>
        Grow(random, [.. Enumerable.Repeat(leaves, trees)], values, features);

    private static TreeEnsemble Grow(Random random, int[] sizes, int values, int maxFeatures = ThresholdRanks.MaxFeatures)
    {
        List<int> nodeStarts = [0], leafStarts = [0];
        List<byte> features = [];
        List<float> thresholds = [];
        List<short> left = [], right = [];
        foreach (var leaves in sizes)
        {
            // Splits a random leaf until there are enough, as growing by the best leaf does.
            List<(int Node, bool Right)> places = [];
            for (var node = 0; node < leaves - 1; node++)
            {
                if (node > 0)
                {
                    var split = random.Next(places.Count);
                    (places[split].Right ? right : left)[nodeStarts[^1] + places[split].Node] = (short)node;
                    places.RemoveAt(split);
                }
                features.Add((byte)random.Next(maxFeatures));
                thresholds.Add(random.Next(values) / 4f);
                left.Add(0);
                right.Add(0);
                places.AddRange([(node, false), (node, true)]);
            }
            for (var leaf = 0; leaf < places.Count; leaf++) (places[leaf].Right ? right : left)[nodeStarts[^1] + places[leaf].Node] = (short)(-1 - leaf);
            nodeStarts.Add(features.Count);
            leafStarts.Add(leafStarts[^1] + leaves);
        }
        var ensemble = new TreeEnsemble(
            [.. nodeStarts], [.. leafStarts], [.. features], [.. thresholds], [.. left], [.. right], [.. Enumerable.Range(0, leafStarts[^1]).Select(_ => random.NextSingle() - 0.5f)]);
        ensemble.Check(ThresholdRanks.MaxFeatures);
        return ensemble;
    }
}
