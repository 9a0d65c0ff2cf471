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
        var now = Make.Morning.AddMinutes(10);
        FeedState[] down = [State(3), State(8)];
        Assert.True(FailingFeeds.AreAllDown(down, null, now));
        Assert.False(FailingFeeds.AreAllDown([.. down, State(0)], null, now));
        Assert.True(FailingFeeds.AreAllDown([.. down, State(0) with { LastVisit = Make.Morning.AddHours(-1) }], null, now));
        Assert.False(FailingFeeds.AreAllDown([State(8)], null, now));
        Assert.False(FailingFeeds.AreAllDown([], null, now));

        // Hours later hardly any feed is visited, and it is still so until one is read.
        Assert.False(FailingFeeds.AreAllDown(down, null, now.AddHours(3)));
        Assert.True(FailingFeeds.AreAllDown(down, now, now.AddHours(3)));
        Assert.False(FailingFeeds.AreAllDown([.. down, State(0) with { LastSuccess = now.AddHours(2) }], now, now.AddHours(3)));
    }

    private static FeedState State(int failures) => new() { FeedId = $"feed_{failures}", LastVisit = Make.Morning, ConsecutiveFailures = failures };
}
