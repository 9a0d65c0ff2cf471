using Ical.Net;
using Ical.Net.CalendarComponents;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What was approved for when, and what has become of it, as a calendar program sees it.</summary>
public sealed class OutboxCalendarTests
{
    private static readonly DateTimeOffset Tomorrow = Make.Morning.AddDays(1);

    [Fact]
    public async Task What_is_approved_for_later_is_in_the_calendar_until_it_is_shared()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"), Make.Article("walk"), Make.Article("trial", audience: ArticleAudience.Colleagues));
        await desk.DecideAsync("lunch", new { action = "approve", channel = "bluesky", sharedAt = Tomorrow });
        await desk.DecideAsync("walk", new { action = "approve", sharedAt = Tomorrow.AddHours(1) });
        await desk.DecideAsync("trial", new { action = "approve", sharedAt = Tomorrow.AddHours(2) });
        var events = await EventsAsync(desk);
        Assert.Equal(["Bluesky: lunch", "Facebook, X: walk", "LinkedIn: trial"], events.Select(one => one.Summary));
        Assert.Equal([0, 1, 2], events.Select(one => (one.Start!.AsUtc - Tomorrow.UtcDateTime).TotalHours));
        Assert.Contains("Source: Source feed_a", events[0].Description, StringComparison.Ordinal);
        Assert.All(events, one => Assert.Equal("CONFIRMED", one.Status));

        desk.Wait(TimeSpan.FromDays(1));
        await desk.DecideAsync("lunch", new { action = "shared", channel = "bluesky" });
        await desk.DecideAsync("walk", new { action = "shared", channel = "x" });
        var later = await EventsAsync(desk);
        Assert.Equal(["Bluesky: lunch", "Facebook: walk", "LinkedIn: trial", "X: walk"], later.Select(one => one.Summary).Order());
        Assert.Equal(4, later.Select(one => one.Uid).Distinct().Count());
    }

    [Fact]
    public async Task What_does_not_go_out_after_all_is_cancelled_and_says_why()
    {
        await using var desk = await OutboxDesk.OpenAsync(
            Make.Article("lunch"), Make.Article("walk"), Make.Article("far", sensitive: ["suicide"]) with { Link = $"https://news.example.org/{new string('a', 350)}" });
        await desk.DecideAsync("lunch", new { action = "approve", sharedAt = Tomorrow });
        await desk.ChangePracticeAsync(new { blockedWords = new[] { "lunch" } });
        Assert.Equal("CANCELLED", Assert.Single(await EventsAsync(desk)).Status);
        await desk.DecideAsync("walk", new { action = "approve", channel = "x", sharedAt = Tomorrow });
        var before = (await EventsAsync(desk)).Single(one => one.Summary == "X: walk");
        Assert.Equal(("CONFIRMED", 0), (before.Status, before.Sequence));
        desk.Wait(TimeSpan.FromHours(1));
        await desk.StoreAsync(Make.Article("walk") with { Title = "Retracted: walk", Updated = Make.Morning.AddHours(1) });
        var after = (await EventsAsync(desk)).Single(one => one.Summary == "X: walk");
        Assert.Equal(("CANCELLED", before.Uid), (after.Status, after.Uid));
        Assert.True(after.Sequence > 0);
        Assert.StartsWith("It does not go out: ", after.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_was_taken_down_is_cancelled_and_two_of_one_moment_are_two()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"));
        await desk.DecideAsync("lunch", new { action = "shared", channel = "x" });
        await desk.DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        var before = await EventsAsync(desk);
        Assert.Equal(2, before.Select(one => one.Uid).Distinct().Count());
        desk.Wait(TimeSpan.FromHours(1));
        await desk.DecideAsync("lunch", new { action = "takenDown", channel = "x" });
        var after = await EventsAsync(desk);
        var (down, up) = (after.Single(one => one.Summary!.StartsWith('X')), after.Single(one => one.Summary!.StartsWith('F')));
        Assert.Equal(("CANCELLED", 3600, "This post was taken down."), (down.Status, down.Sequence, down.Description));
        Assert.Equal(Make.Morning.AddHours(1).UtcDateTime, down.LastModified!.AsUtc);
        Assert.Equal(down.LastModified, down.DtStamp);
        Assert.Contains(before, one => one.Uid == down.Uid);
        Assert.Equal(("CONFIRMED", 0, Make.Morning.UtcDateTime), (up.Status, up.Sequence, up.LastModified!.AsUtc));
    }

    private static async Task<List<CalendarEvent>> EventsAsync(OutboxDesk desk) =>
        [.. Calendar.Load(await desk.CalendarAsync())!.Events.OrderBy(one => one.Start!.AsUtc).ThenBy(one => one.Summary, StringComparer.Ordinal)];
}
