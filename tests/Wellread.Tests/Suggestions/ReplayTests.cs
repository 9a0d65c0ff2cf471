using Wellread.Benchmarks.Replay;
using Wellread.Suggestions;

namespace Wellread.Tests.Suggestions;

/// <summary>A small part of the replay benchmark: four months of two practices.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void Learning_from_decisions_brings_more_that_is_shared_and_never_the_same_again()
    {
        var world = new ReplayWorld(seed: 11, days: 120);
        foreach (var seed in (int[])[3, 4])
        {
            var (before, after) = (Run(world, seed, new RankingOptions { Learning = 0 }), Run(world, seed, new RankingOptions()));
            Assert.True(after.Precision > before.Precision + 0.1, $"{before.Precision:F3} without, {after.Precision:F3} with learning");
            Assert.True(after.Gain > before.Gain, $"{before.Gain:F3} without, {after.Gain:F3} with learning");
            Assert.True(after.Diversity > before.Diversity - 0.1, $"{before.Diversity:F3} without, {after.Diversity:F3} with learning");
            Assert.Equal(0, before.Repeats + after.Repeats);
            Assert.Equal(0, before.SameTopicInARow + after.SameTopicInARow);
        }
    }

    [Fact]
    public void The_same_year_is_replayed_the_same()
    {
        Assert.Equal(Run(new ReplayWorld(5, 30), 1, new RankingOptions()), Run(new ReplayWorld(5, 30), 1, new RankingOptions()));
    }

    [Fact]
    public void Another_copy_of_what_was_turned_down_counts_as_a_repeat()
    {
        var world = new ReplayWorld(5, 10);
        var copy = world.Days.SelectMany(articles => articles).First(article => article.StoryId is not null);
        var original = world.Days.SelectMany(articles => articles).Single(article => article.Id == copy.Story);
        var measured = new ReplayMeasures(world, new ReplayEditor(world, 1, tellsTopics: false));
        var snapshot = new SuggestionSnapshot(world.Stores[0], CandidateIndex.Empty, DecisionBoards.Empty, Stale: false);
        measured.Add([original], snapshot, DecisionBoard.Empty, ReplayWorld.Start);
        Assert.Equal(0, measured.Result.Repeats);
        measured.Decided([Ranked.Decided(original, DecisionAction.Reject, RejectReason.DoNotTrustSource)], ReplayWorld.Start);
        measured.Add([copy], snapshot, DecisionBoard.Empty, ReplayWorld.Start);
        Assert.Equal(1, measured.Result.Repeats);
    }

    private static ReplayResult Run(ReplayWorld world, int seed, RankingOptions options) => ReplayRun.Of(world, new ReplayEditor(world, seed, tellsTopics: seed % 2 == 0), options);
}
