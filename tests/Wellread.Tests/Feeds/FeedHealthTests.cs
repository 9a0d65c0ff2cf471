using Wellread.Feeds;

namespace Wellread.Tests.Feeds;

public sealed class FeedHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 4, 10, 20, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_feed_says_so()
    {
        Assert.Equal(new FeedHealth(FeedCondition.New, "This feed has not been read yet."), FeedHealth.Describe(null, Now));
        Assert.Equal(FeedCondition.New, FeedHealth.Describe(new FeedState { FeedId = "feed_one" }, Now).Condition);
    }

    [Fact]
    public void A_healthy_feed_says_what_was_read_and_when_it_is_read_next() => Assert.Equal(
        new FeedHealth(FeedCondition.Healthy, "Read 3 hours ago, 20 items. The next visit is in 45 minutes."),
        FeedHealth.Describe(Read(), Now));

    [Fact]
    public void A_failing_feed_says_what_is_wrong_since_when_and_what_happens_next() => Assert.Equal(
        new FeedHealth(
            FeedCondition.Failing,
            "The site answered with a web page instead of a feed. This is the 3rd time in a row. It was last read 3 days ago. The next visit is in 45 minutes."),
        FeedHealth.Describe(
            Read() with { LastSuccess = Now.AddDays(-3), ConsecutiveFailures = 3, LastOutcome = "web-page", LastError = "The site answered with a web page instead of a feed." },
            Now));

    [Fact]
    public void A_feed_without_items_is_not_called_healthy() => Assert.Equal(
        new FeedHealth(FeedCondition.Empty, "The feed was read, but it has no items. It last had some 3 hours ago. The next visit is in 45 minutes."),
        FeedHealth.Describe(Read() with { LastItemCount = 0, LastOutcome = FeedFaults.NoItems.Code, LastError = FeedFaults.NoItems.Message }, Now));

    [Fact]
    public void A_feed_that_is_silent_for_longer_than_usual_says_so() => Assert.Equal(
        new FeedHealth(
            FeedCondition.Silent,
            "Nothing new for 40 days; this feed usually has something every 2 days. Read 3 hours ago, 20 items. The next visit is in 45 minutes."),
        FeedHealth.Describe(Read() with { NewestItem = Now.AddDays(-40), UsualGap = TimeSpan.FromDays(2) }, Now));

    [Theory]
    [InlineData(0.01, "just now")]
    [InlineData(1, "a minute ago")]
    [InlineData(45, "45 minutes ago")]
    [InlineData(89, "89 minutes ago")]
    [InlineData(90, "2 hours ago")]
    [InlineData(26 * 60, "26 hours ago")]
    [InlineData(49 * 60, "2 days ago")]
    [InlineData(100 * 24 * 60, "3 months ago")]
    [InlineData(1500 * 24 * 60, "4 years ago")]
    public void Times_are_said_as_a_person_would(double minutes, string words) =>
        Assert.StartsWith($"Read {words}, 20 items.", FeedHealth.Describe(Read() with { LastVisit = Now.AddMinutes(-minutes) }, Now).Summary);

    [Theory]
    [InlineData(10, 0.5)]
    [InlineData(40, 30)]
    public void A_feed_that_is_as_slow_as_ever_or_quiet_for_days_only_is_not_called_silent(int daysQuiet, double usualDays) => Assert.Equal(
        FeedCondition.Healthy,
        FeedHealth.Describe(Read() with { NewestItem = Now.AddDays(-daysQuiet), UsualGap = TimeSpan.FromDays(usualDays) }, Now).Condition);

    [Fact]
    public void A_feed_that_is_gone_says_so() => Assert.Equal(
        new FeedHealth(FeedCondition.Gone, $"{FeedFaults.Gone.Message} It was last read 3 hours ago."),
        FeedHealth.Describe(Read() with { Gone = true, LastError = FeedFaults.Gone.Message, ConsecutiveFailures = 1, NextVisit = null }, Now));

    [Fact]
    public void A_feed_that_moves_says_where_to() => Assert.Contains(
        "The feed is moving to new.example.org",
        FeedHealth.Describe(Read() with { Move = new FeedMove(new Uri("https://new.example.org/feed"), Now, 1) }, Now).Summary);

    private static FeedState Read() => new()
    {
        FeedId = "feed_one",
        LastVisit = Now.AddHours(-3),
        LastSuccess = Now.AddHours(-3),
        LastRead = Now.AddHours(-3),
        LastItemCount = 20,
        LastOutcome = FeedOutcomes.Fetched,
        NextVisit = Now.AddMinutes(45),
    };
}
