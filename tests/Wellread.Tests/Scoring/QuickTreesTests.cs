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
    public void Quick_trees_give_what_walking_gives(int trees, int leaves)
    {
        var random = new Random(leaves);
        var walked = Grow(random, trees, leaves, values: 200);
        var quick = QuickTrees.Of(walked);

        Assert.NotNull(quick);
        for (var round = 0; round < 200; round++)
        {
            var values = Values(random, 200);
            Assert.Equal(walked.Sum(values), quick.Sum(values), 9);
            Assert.Equal(walked.Sum(values), quick.Sum(values, wide: false), 9);
        }
    }

    [Fact]
    public void Trees_of_all_sizes_stand_together()
    {
        var random = new Random(9);
        int[] sizes = [.. Enumerable.Range(0, 300).Select(_ => random.Next(2, 33))];
        var walked = Grow(random, sizes, values: 150);
        var quick = QuickTrees.Of(walked)!;

        for (var round = 0; round < 200; round++)
        {
            var values = Values(random, 150);
            Assert.Equal(walked.Sum(values), quick.Sum(values), 9);
            Assert.Equal(walked.Sum(values), quick.Sum(values, wide: false), 9);
        }
    }

    [Fact]
    public void A_tree_of_one_leaf_and_no_trees_at_all_have_a_sum()
    {
        var stump = new TreeEnsemble([0, 0, 1], [0, 1, 3], [3], [0.5f], [-1], [-2], [10, 1, 2]);

        Assert.Equal(11, QuickTrees.Of(stump)!.Sum(new float[ThresholdRanks.MaxFeatures]));
        Assert.Equal(0, QuickTrees.Of(TreeEnsemble.None)!.Sum(new float[ThresholdRanks.MaxFeatures]));
    }

    [Fact]
    public void Trees_that_are_too_large_or_too_fine_are_walked()
    {
        Assert.Null(QuickTrees.Of(Grow(new Random(1), 1, 33, values: 200)));
        Assert.Null(QuickTrees.Of(Grow(new Random(1), 1000, 32, values: 100_000)));
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

        Assert.NotNull(QuickTrees.Of(model.Items.Trees));
        Assert.NotNull(QuickTrees.Of(model.Passages.Trees));
        Assert.NotNull(QuickTrees.Of(model.DifficultyTrees));
    }

    // Values that are thresholds, too: "at most" must stay "at most".
    private static float[] Values(Random random, int values) =>
        [.. Enumerable.Range(0, ThresholdRanks.MaxFeatures).Select(_ => random.Next(-1, values + 1) / 4f * (random.Next(9) == 0 ? 1000 : 1))];

    private static TreeEnsemble Grow(Random random, int trees, int leaves, int values) => Grow(random, [.. Enumerable.Repeat(leaves, trees)], values);

    private static TreeEnsemble Grow(Random random, int[] sizes, int values)
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
                features.Add((byte)random.Next(ThresholdRanks.MaxFeatures));
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
            [.. nodeStarts], [.. leafStarts], [.. features], [.. thresholds], [.. left], [.. right], [.. Enumerable.Range(0, leafStarts[^1]).Select(_ => random.NextSingle())]);
        ensemble.Check(ThresholdRanks.MaxFeatures);
        return ensemble;
    }
}
