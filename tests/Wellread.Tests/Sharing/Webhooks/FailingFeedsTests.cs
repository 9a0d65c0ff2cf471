using Wellread.Feeds;
using Wellread.Sharing.Webhooks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

public sealed class FailingFeedsTests
{
    [Theory]
    [InlineData(1, 48, false)]
    [InlineData(4, 48, false)]
    [InlineData(5, 12, true)]
    [InlineData(5, 11, false)]
    [InlineData(5, null, true)]
    public void A_feed_fails_for_good_after_five_visits_in_a_row_and_half_a_day(int failures, int? hoursSinceRead, bool forGood)
    {
        var state = new FeedState
        {
            FeedId = "feed_a",
            LastVisit = Make.Morning,
            LastSuccess = hoursSinceRead is { } hours ? Make.Morning.AddHours(-hours) : null,
            ConsecutiveFailures = failures,
        };
        Assert.Equal(forGood, FailingFeeds.FailsForGood(state));
    }

    [Fact]
    public void A_feed_whose_publisher_says_so_fails_for_good_at_once() =>
        Assert.True(FailingFeeds.FailsForGood(new FeedState { FeedId = "feed_a", LastVisit = Make.Morning, LastSuccess = Make.Morning, ConsecutiveFailures = 1, Gone = true }));

    [Fact]
    public void Where_nothing_can_be_read_the_fault_is_ours()
    {
        FeedState[] down = [State(3), State(8)];
        Assert.True(FailingFeeds.AreAllDown(down));
        Assert.False(FailingFeeds.AreAllDown([.. down, State(0)]));
        Assert.False(FailingFeeds.AreAllDown([State(8)]));
        Assert.False(FailingFeeds.AreAllDown([]));
    }

    private static FeedState State(int failures) => new() { FeedId = $"feed_{failures}", LastVisit = Make.Morning, ConsecutiveFailures = failures };
}
