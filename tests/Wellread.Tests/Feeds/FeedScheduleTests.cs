using Wellread.Feeds;

namespace Wellread.Tests.Feeds;

public sealed class FeedScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 4, 10, 20, 0, TimeSpan.Zero);
    private static readonly FeedState New = new() { FeedId = "feed_one" };
    private static readonly FeedVisit.Failed Failure = new("timeout", "The site took too long to answer.");

    [Fact]
    public void A_feed_that_was_never_visited_is_due() => Assert.True(FeedSchedule.IsDue(New, Now));

    [Fact]
    public void A_feed_is_due_when_its_time_has_come_and_not_before()
    {
        var state = New with { NextVisit = Now };
        Assert.False(FeedSchedule.IsDue(state, Now.AddTicks(-1)));
        Assert.True(FeedSchedule.IsDue(state, Now));
    }

    [Fact]
    public void A_feed_that_fails_waits_twice_as_long_each_time_up_to_a_day_and_is_never_given_up()
    {
        var state = New;
        var waits = new List<TimeSpan>();
        for (var failure = 0; failure < 100; failure++)
        {
            state = FeedSchedule.After(state, Failure, Now);
            waits.Add(state.NextVisit!.Value - Now);
        }

        Assert.InRange(waits[0], TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16.5));
        for (var i = 1; i < 6; i++) Assert.Equal(2, waits[i] / waits[i - 1], 6);
        Assert.All(waits[7..], wait => Assert.Equal(TimeSpan.FromHours(24), wait));
        Assert.Equal(100, state.ConsecutiveFailures);
    }

    [Fact]
    public void A_failure_keeps_what_is_known_of_the_feed()
    {
        var read = FeedSchedule.After(New, Fetched(Daily(10)), Now);
        var failed = FeedSchedule.After(read, Failure, Now.AddDays(1));
        Assert.Equal("timeout", failed.LastOutcome);
        Assert.Equal(Failure.Message, failed.LastError);
        Assert.Equal(read.LastSuccess, failed.LastSuccess);
        Assert.Equal(read.Validators, failed.Validators);
        Assert.Equal(10, failed.LastItemCount);
    }

    [Fact]
    public void A_success_ends_the_waiting()
    {
        var state = FeedSchedule.After(New with { ConsecutiveFailures = 6, LastError = "x", LastOutcome = "timeout" }, Fetched(Daily(10)), Now);
        Assert.Equal(0, state.ConsecutiveFailures);
        Assert.Null(state.LastError);
        Assert.Equal("fetched", state.LastOutcome);
        Assert.Equal(Now, state.LastSuccess);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(24, 24)]
    [InlineData(0.1, 0.25)]
    public void What_a_publisher_asks_for_after_a_failure_is_kept_within_a_day(double asked, double expectedHours)
    {
        var state = FeedSchedule.After(New, Failure with { RetryAfter = TimeSpan.FromHours(asked) }, Now);
        AssertAbout(TimeSpan.FromHours(expectedHours), state.NextVisit!.Value - Now);
    }

    [Fact]
    public void A_site_that_asks_for_fewer_visits_is_left_alone_for_an_hour() =>
        AssertAbout(TimeSpan.FromHours(1), FeedSchedule.After(New, new FeedVisit.Failed("too-many-requests", "…"), Now).NextVisit!.Value - Now);

    [Fact]
    public void A_feed_that_is_gone_is_not_visited_again_until_someone_reads_it_by_hand()
    {
        var gone = FeedSchedule.After(New, new FeedVisit.Failed("gone", "…"), Now);
        Assert.True(gone.Gone);
        Assert.Null(gone.NextVisit);
        Assert.False(FeedSchedule.IsDue(gone, Now.AddYears(1)));
        Assert.True(FeedSchedule.IsDue(FeedSchedule.After(gone, Fetched(Daily(3)), Now), Now.AddYears(1)));
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(8, 4)]
    [InlineData(0.01, 0.25)]
    [InlineData(500, 24)]
    public void A_feed_is_visited_twice_as_often_as_it_publishes_between_a_quarter_hour_and_a_day(double gapHours, double expectedHours)
    {
        var state = FeedSchedule.After(New, Fetched(Every(TimeSpan.FromHours(gapHours), 12)), Now);
        AssertAbout(TimeSpan.FromHours(expectedHours), state.NextVisit!.Value - Now);
    }

    [Fact]
    public void A_feed_that_has_gone_quiet_is_visited_less_often()
    {
        var lively = Every(TimeSpan.FromHours(2), 10);
        var quiet = lively with { Entries = [.. lively.Entries.Select(entry => entry with { Published = entry.Published - TimeSpan.FromDays(4) })] };
        AssertAbout(TimeSpan.FromDays(4) / 10, FeedSchedule.After(New, Fetched(quiet), Now).NextVisit!.Value - Now);
    }

    [Fact]
    public void A_feed_without_dates_is_visited_every_hour()
    {
        var feed = Daily(5);
        var undated = feed with { Entries = [.. feed.Entries.Select(entry => entry with { Published = null })] };
        AssertAbout(TimeSpan.FromHours(1), FeedSchedule.After(New, Fetched(undated), Now).NextVisit!.Value - Now);
    }

    [Fact]
    public void The_slowest_of_rhythm_ttl_and_cache_time_decides()
    {
        var feed = Every(TimeSpan.FromHours(2), 10) with { Pace = new FeedPaceHints(TimeSpan.FromHours(3), [], []) };
        AssertAbout(TimeSpan.FromHours(3), FeedSchedule.After(New, Fetched(feed), Now).NextVisit!.Value - Now);
        AssertAbout(TimeSpan.FromHours(5), FeedSchedule.After(New, Fetched(feed, TimeSpan.FromHours(5)), Now).NextVisit!.Value - Now);
        AssertAbout(TimeSpan.FromHours(24), FeedSchedule.After(New, Fetched(feed, TimeSpan.FromDays(36500)), Now).NextVisit!.Value - Now);
    }

    [Fact]
    public void What_the_feed_asked_for_still_holds_when_nothing_was_new()
    {
        var feed = Every(TimeSpan.FromHours(2), 10) with { Pace = new FeedPaceHints(TimeSpan.FromHours(6), [], []) };
        var read = FeedSchedule.After(New, Fetched(feed), Now);
        var same = FeedSchedule.After(read, new FeedVisit.NotModified(FeedValidators.None, FeedCacheHints.None), Now.AddHours(7));
        AssertAbout(TimeSpan.FromHours(6), same.NextVisit!.Value - Now.AddHours(7));
        Assert.Equal("not-modified", same.LastOutcome);
        Assert.Equal(read.LastRead, same.LastRead);
        Assert.Equal(10, same.LastItemCount);
    }

    [Fact]
    public void Hours_and_days_that_a_feed_asks_to_skip_are_skipped()
    {
        var hourly = Every(TimeSpan.FromHours(2), 10);
        var skipsHours = hourly with { Pace = new FeedPaceHints(null, [11, 12, 13], []) };
        Assert.Equal(14, FeedSchedule.After(New, Fetched(skipsHours), Now).NextVisit!.Value.Hour);
        var skipsToday = hourly with { Pace = new FeedPaceHints(null, [], [Now.DayOfWeek]) };
        Assert.Equal(Now.AddDays(1).DayOfWeek, FeedSchedule.After(New, Fetched(skipsToday), Now).NextVisit!.Value.DayOfWeek);
    }

    [Fact]
    public void A_feed_that_asks_to_be_skipped_always_is_visited_once_a_day()
    {
        var never = Daily(3) with { Pace = new FeedPaceHints(null, [.. Enumerable.Range(0, 24)], [.. Enum.GetValues<DayOfWeek>()]) };
        Assert.Equal(Now.AddHours(24), FeedSchedule.After(New, Fetched(never), Now).NextVisit);
    }

    [Fact]
    public void Feeds_that_start_together_drift_apart_the_same_way_each_time()
    {
        var waits = Enumerable.Range(0, 100)
            .Select(i => FeedSchedule.After(New with { FeedId = $"feed_{i}" }, Failure, Now).NextVisit!.Value - Now)
            .ToArray();
        Assert.True(waits.Distinct().Count() > 50);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16.5)));
        Assert.Equal(FeedSchedule.After(New, Failure, Now), FeedSchedule.After(New, Failure, Now));
    }

    [Fact]
    public void No_items_is_a_fault_but_not_a_failure()
    {
        var read = FeedSchedule.After(New, Fetched(Daily(10)), Now);
        var empty = FeedSchedule.After(read, Fetched(Daily(0)), Now.AddDays(1));
        Assert.Equal("no-items", empty.LastOutcome);
        Assert.Equal("The feed was read, but it has no items.", empty.LastError);
        Assert.Equal(0, empty.ConsecutiveFailures);
        Assert.Equal(read.LastSuccess, empty.LastSuccess);
        var still = FeedSchedule.After(empty, new FeedVisit.NotModified(FeedValidators.None, FeedCacheHints.None), Now.AddDays(2));
        Assert.Equal("no-items", still.LastOutcome);
    }

    [Fact]
    public void A_date_in_the_future_counts_as_now()
    {
        var feed = Daily(5);
        var future = feed with { Entries = [feed.Entries[0] with { Published = Now.AddYears(3) }, .. feed.Entries[1..]] };
        Assert.Equal(Now, FeedSchedule.After(New, Fetched(future), Now).NewestItem);
    }

    [Fact]
    public void A_permanent_redirect_is_adopted_once_it_has_held_for_a_week()
    {
        var to = new Uri("https://new.example.org/feed");
        var state = New;
        for (var day = 0; day < 7; day++)
        {
            state = FeedSchedule.After(state, Fetched(Daily(3), movedTo: to), Now.AddDays(day));
            Assert.Null(state.AdoptedUrl);
        }

        state = FeedSchedule.After(state, new FeedVisit.NotModified(FeedValidators.None, FeedCacheHints.None, to), Now.AddDays(7));
        Assert.Equal(to, state.AdoptedUrl);
        Assert.Null(state.Move);
    }

    [Fact]
    public void A_permanent_redirect_that_changes_or_ends_starts_over()
    {
        var first = FeedSchedule.After(New, Fetched(Daily(3), movedTo: new Uri("https://a.example.org/")), Now);
        var second = FeedSchedule.After(first, Fetched(Daily(3), movedTo: new Uri("https://b.example.org/")), Now.AddDays(8));
        Assert.Equal(new FeedMove(new Uri("https://b.example.org/"), Now.AddDays(8), 1), second.Move);
        Assert.Null(FeedSchedule.After(second, Fetched(Daily(3)), Now.AddDays(9)).Move);
    }

    [Theory]
    [InlineData("gone", 1)]
    [InlineData("http-status", 5)]
    public void An_adopted_address_that_fails_gives_way_to_the_catalogs(string code, int failures)
    {
        var state = New with { AdoptedUrl = new Uri("https://new.example.org/feed"), Validators = new FeedValidators("\"1\"", null, "f") };
        for (var i = 0; i < failures; i++)
        {
            Assert.NotNull(state.AdoptedUrl);
            state = FeedSchedule.After(state, new FeedVisit.Failed(code, "…"), Now);
        }

        Assert.Null(state.AdoptedUrl);
        Assert.False(state.Gone);
        Assert.Equal(FeedValidators.None, state.Validators);
        Assert.NotNull(state.NextVisit);
    }

    private static FeedVisit.Fetched Fetched(ParsedFeed feed, TimeSpan? maxAge = null, Uri? movedTo = null) =>
        new(feed, new FeedValidators("\"1\"", null, "f"), new FeedCacheHints(maxAge), movedTo);

    private static ParsedFeed Daily(int items) => Every(TimeSpan.FromDays(1), items);

    private static ParsedFeed Every(TimeSpan gap, int items) => new()
    {
        Format = FeedFormat.Rss20,
        Entries = [.. Enumerable.Range(0, items).Select(i => new FeedEntry { Id = $"{i}", Published = Now - (gap * i) })],
    };

    /// <summary>The expected wait, or up to a tenth more: the jitter.</summary>
    private static void AssertAbout(TimeSpan expected, TimeSpan actual) => Assert.InRange(actual, expected, expected * 1.1);
}
