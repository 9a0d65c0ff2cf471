using System.Globalization;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Today;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Today;

public sealed class ChannelBudgetTests
{
    /// <summary>A Thursday, 10:00 in Chicago.</summary>
    private const string Thursday = "2026-11-26T10:00:00-06:00";

    [Theory]
    [InlineData(Thursday, "", 0, "You have shared 0 of 3 on Facebook this week. You can share now.", Thursday)]
    [InlineData(Thursday, "2026-11-23T00:00:00-06:00", 1, "You have shared 1 of 3 on Facebook this week. You can share now.", Thursday)]
    [InlineData(Thursday, "2026-11-22T23:59:00-06:00", 0, "You have shared 0 of 3 on Facebook this week. You can share now.", Thursday)]
    [InlineData(Thursday, "2026-11-26T09:00:00-06:00", 1, "You have shared 1 of 3 on Facebook this week. The next fits today at 13:00.", "2026-11-26T13:00:00-06:00")]
    [InlineData(Thursday, "2026-11-24T12:00:00Z 2026-11-25T12:00:00Z 2026-11-25T20:00:00Z", 3,
        "You have shared 3 of 3 on Facebook this week. The next fits on Monday.", "2026-11-30T07:00:00-06:00")]
    [InlineData(Thursday, "2026-11-24T12:00:00Z 2026-11-27T18:00:00Z", 2, "You have shared 1 and planned 1 of 3 on Facebook this week. You can share now.", Thursday)]
    [InlineData(Thursday, "2026-11-26T12:00:00-06:00", 1, "You have shared 0 and planned 1 of 3 on Facebook this week. The next fits today at 16:00.", "2026-11-26T16:00:00-06:00")]
    [InlineData("2026-11-26T21:00:00-06:00", "", 0, "You have shared 0 of 3 on Facebook this week. The next fits tomorrow at 07:00.", "2026-11-27T07:00:00-06:00")]
    [InlineData("2026-11-26T06:59:00-06:00", "", 0, "You have shared 0 of 3 on Facebook this week. The next fits today at 07:00.", "2026-11-26T07:00:00-06:00")]
    [InlineData("2026-11-26T20:00:00-06:00", "2026-11-26T18:30:00-06:00", 1, "You have shared 1 of 3 on Facebook this week. The next fits tomorrow at 07:00.", "2026-11-27T07:00:00-06:00")]
    [InlineData("2026-11-29T12:00:00-06:00", "2026-11-24T12:00:00Z 2026-11-25T12:00:00Z 2026-11-26T12:00:00Z", 3,
        "You have shared 3 of 3 on Facebook this week. The next fits on Monday.", "2026-11-30T07:00:00-06:00")]
    [InlineData("2026-11-23T12:00:00-06:00", "2026-11-23T07:00:00Z 2026-11-23T13:00:00Z 2026-11-23T17:00:00Z", 3,
        "You have shared 3 of 3 on Facebook this week. The next fits on Monday, 30 November.", "2026-11-30T07:00:00-06:00")]
    [InlineData("2026-11-26T23:30:00-06:00", "2026-11-27T06:00:00Z 2026-11-24T12:00:00Z 2026-11-25T12:00:00Z", 3,
        "You have shared 2 and planned 1 of 3 on Facebook this week. The next fits on Monday.", "2026-11-30T07:00:00-06:00")]
    public void The_week_is_told_in_words_and_the_next_post_fits_by_budget_quiet_hours_and_gap(string now, string shared, int used, string words, string slot)
    {
        var practice = new PracticeSettings { TimeZone = "America/Chicago" }.ToPractice("us", 0);
        var budget = ChannelBudget.Of(practice, Channel.Facebook, Shared(shared), At(now));
        Assert.Equal((used, Math.Max(0, 3 - used), words), (budget.Used, budget.Left, BudgetWords.Of(budget, practice)));
        Assert.Equal(At(slot), budget.NextSlot);
    }

    [Fact]
    public void What_is_planned_weeks_ahead_keeps_its_weeks()
    {
        var practice = new PracticeSettings { TimeZone = "UTC", Channels = [new(Channel.X, true, 1, new QuietHours(default, default), TimeSpan.Zero)] }.ToPractice("us", 0);
        var weeks = string.Join(' ', Enumerable.Range(0, 60).Select(week => At(Thursday).AddDays(7 * week).ToString("o", CultureInfo.InvariantCulture)));
        var budget = ChannelBudget.Of(practice, Channel.X, Shared(weeks, Channel.X), At(Thursday));
        Assert.Equal(At("2026-11-23T00:00:00Z").AddDays(7 * 60), budget.NextSlot);
    }

    [Fact]
    public void A_post_on_another_channel_or_one_that_was_taken_back_uses_nothing()
    {
        var practice = new PracticeSettings { TimeZone = "America/Chicago" }.ToPractice("us", 0);
        Assert.Equal(0, ChannelBudget.Of(practice, Channel.Facebook, Shared(Thursday, Channel.X), At(Thursday)).Used);
        var undone = new DecisionHistory("art_0", [Share(At(Thursday), Channel.Facebook), Share(At(Thursday), Channel.Facebook) with { Action = DecisionAction.Undo }]);
        Assert.Equal(0, ChannelBudget.Of(practice, Channel.Facebook, DecisionBoard.Empty.With([undone]), At(Thursday)).Used);
    }

    [Fact]
    public void A_channel_that_is_off_has_nothing_left_and_says_so()
    {
        var practice = new PracticeSettings().ToPractice("us", 0);
        var budget = ChannelBudget.Of(practice, Channel.Threads, DecisionBoard.Empty, At(Thursday));
        Assert.Equal((0, null), (budget.Left, budget.NextSlot));
        Assert.StartsWith("Threads is switched off", BudgetWords.Of(budget, practice), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-25T00:15:00Z", "2026-10-25T01:45:00Z")] // 02:15, and the clock will show 02:45 twice.
    [InlineData("2026-10-25T01:15:00Z", "2026-10-25T01:45:00Z")]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29T01:45:00Z")] // 01:30, and the clock will jump over 02:45.
    public void Quiet_hours_end_once_where_clocks_are_changed(string now, string slot)
    {
        var channels = new ChannelPolicy[] { new(Channel.Facebook, true, 3, new QuietHours(new TimeOnly(1, 0), new TimeOnly(2, 45)), TimeSpan.Zero) };
        var practice = new PracticeSettings { TimeZone = "Europe/Madrid", Channels = channels }.ToPractice("us", 0);
        Assert.Equal(At(slot), ChannelBudget.Of(practice, Channel.Facebook, DecisionBoard.Empty, At(now)).NextSlot);
    }

    private static DecisionBoard Shared(string times, Channel channel = Channel.Facebook) => DecisionBoard.Empty.With(times
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((time, i) => new DecisionHistory($"art_{i}", [Share(At(time), channel)])));

    private static Decision Share(DateTimeOffset at, Channel channel) => new(DecisionAction.Shared, Make.Morning, null, null, channel, null) { SharedAt = at };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
