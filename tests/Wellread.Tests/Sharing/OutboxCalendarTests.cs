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
        await desk.DecideAsync("walk", new { action = "approve", sharedAt = Tomorrow.AddHours(1) });
        await desk.DecideAsync("trial", new { action = "approve", sharedAt = Tomorrow.AddHours(2) });
        await desk.SwitchOnAsync("bluesky");
        await desk.DecideAsync("lunch", new { action = "approve", channel = "bluesky", sharedAt = Tomorrow });
        var events = await EventsAsync(desk);
        Assert.Equal(["Planned for Bluesky: lunch", "Planned for Facebook, X: walk", "Planned for LinkedIn: trial"], events.Select(one => one.Summary));
        Assert.Equal([0, 1, 2], events.Select(one => (one.Start!.AsUtc - Tomorrow.UtcDateTime).TotalHours));
        Assert.Contains("Source: Source feed_a", events[0].Description, StringComparison.Ordinal);
        Assert.All(events, one => Assert.Equal("CONFIRMED", one.Status));

        desk.Wait(TimeSpan.FromDays(1));
        await desk.DecideAsync("lunch", new { action = "shared", channel = "bluesky" });
        await desk.DecideAsync("walk", new { action = "shared", channel = "x" });
        var later = await EventsAsync(desk);
        Assert.Equal(["Planned for Facebook: walk", "Planned for LinkedIn: trial", "Shared on Bluesky: lunch", "Shared on X: walk"], later.Select(one => one.Summary).Order());
        Assert.Equal(["Planned", "Planned", "Shared", "Shared"], later.OrderBy(one => one.Summary, StringComparer.Ordinal).Select(one => Assert.Single(one.Categories)));
        Assert.Equal(4, later.Select(one => one.Uid).Distinct().Count());
    }

    [Fact]
    public async Task What_does_not_go_out_after_all_is_cancelled_and_says_why()
    {
        await using var desk = await OutboxDesk.OpenAsync(
            Make.Article("lunch"), Make.Article("walk"), Make.Article("far", sensitive: ["suicide"]) with { Link = $"https://news.example.org/{new string('a', 350)}" });
        await desk.DecideAsync("lunch", new { action = "approve", sharedAt = Tomorrow });
        await desk.ChangePracticeAsync(new { blockedWords = new[] { "lunch" } });
        var blocked = Assert.Single(await EventsAsync(desk));
        Assert.Equal(("CANCELLED", "It does not go out. Your practice blocks its source, or a word in it, by now."), (blocked.Status, blocked.Description));
        await desk.DecideAsync("walk", new { action = "approve", channel = "x", sharedAt = Tomorrow });
        var before = (await EventsAsync(desk)).Single(one => one.Summary!.EndsWith("X: walk", StringComparison.Ordinal));
        Assert.Equal(("CONFIRMED", 0), (before.Status, before.Sequence));
        desk.Wait(TimeSpan.FromHours(1));
        await desk.StoreAsync(Make.Article("walk") with { Title = "Retracted: walk", Updated = Make.Morning.AddHours(1) });
        var after = (await EventsAsync(desk)).Single(one => one.Summary!.EndsWith("X: walk", StringComparison.Ordinal));
        Assert.Equal(("CANCELLED", before.Uid), (after.Status, after.Uid));
        Assert.True(after.Sequence > 0);
        Assert.Equal("Not going out on X: walk", after.Summary);
        Assert.Equal("It does not go out. Its publisher has taken this back: \u201cRetracted: walk\u201d. Please do not post it.", after.Description);
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
        var (down, up) = (after.Single(one => one.Summary == "Taken down from X: lunch"), after.Single(one => one.Summary == "Shared on Facebook: lunch"));
        Assert.Equal(("CANCELLED", 3600, "This post was taken down."), (down.Status, down.Sequence, down.Description));
        Assert.Equal(Make.Morning.AddHours(1).UtcDateTime, down.LastModified!.AsUtc);
        Assert.Equal(down.LastModified, down.DtStamp);
        Assert.Contains(before, one => one.Uid == down.Uid);
        Assert.Equal(("CONFIRMED", 0, Make.Morning.UtcDateTime), (up.Status, up.Sequence, up.LastModified!.AsUtc));
    }

    [Fact]
    public async Task A_post_that_was_set_up_by_hand_and_is_taken_back_is_cancelled_and_says_to_take_it_down()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("pills"));
        await desk.DecideAsync("pills", new { action = "shared", channel = "facebook", sharedAt = Tomorrow });
        var before = Assert.Single(await EventsAsync(desk));
        Assert.Equal(("Set up on Facebook: pills", "CONFIRMED"), (before.Summary, before.Status));
        desk.Wait(TimeSpan.FromHours(1));
        await desk.StoreAsync(Make.Article("pills") with { Title = "Retracted: pills", Updated = Make.Morning.AddHours(1) });
        var after = Assert.Single(await EventsAsync(desk));
        Assert.Equal(("Please take down from Facebook: pills", "CANCELLED", before.Uid), (after.Summary, after.Status, after.Uid));
        Assert.Equal("Its publisher has taken this back: \u201cRetracted: pills\u201d. Please take down your post on Facebook.", after.Description);
        Assert.True(after.Sequence > before.Sequence);
    }

    [Fact]
    public async Task A_post_that_has_to_be_read_again_says_so_before_what_was_posted()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("walk"));
        await desk.DecideAsync("walk", new { action = "shared", channel = "facebook" });
        await desk.StoreAsync(Make.Article("walk") with { Title = "Walking can harm" });
        var post = Assert.Single(await EventsAsync(desk));
        Assert.Equal(("Shared on Facebook: walk", "CONFIRMED"), (post.Summary, post.Status));
        Assert.Matches("^The headline has changed since you shared it\\.[^\n]*\n\nwalk\n", post.Description!);
    }

    [Fact]
    public async Task What_had_come_out_before_it_changed_is_to_be_checked_or_taken_down_where_it_was_given_out()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("walk"), Make.Article("pills"));
        await desk.ApproveAsync("walk");
        await desk.DecideAsync("pills", new { action = "approve", channel = "x" });
        desk.Wait(TimeSpan.FromHours(1));
        await desk.StoreAsync(
            Make.Article("walk") with { Title = "Walking can harm", Updated = Make.Morning.AddHours(1) }, Make.Article("pills") with { Title = "Retracted: pills", Updated = Make.Morning.AddHours(1) });
        Assert.Empty(await desk.TitlesAsync());
        var events = await EventsAsync(desk);
        Assert.Equal(["Please check on Facebook: walk", "Please check on X: walk", "Please take down from X: pills"], events.Select(one => one.Summary).Order(StringComparer.Ordinal));
        var (check, down) = (events.Single(one => one.Summary == "Please check on X: walk"), events.Single(one => one.Summary!.EndsWith("pills", StringComparison.Ordinal)));
        Assert.Equal(("CONFIRMED", "CANCELLED"), (check.Status, down.Status));
        Assert.StartsWith("The headline has changed since it came out. It was: \u201cwalk\u201d. Your outbox had given it out. Please check it on X, if it was posted.\n\nwalk\n", check.Description, StringComparison.Ordinal);
        Assert.Equal("Its publisher has taken this back: \u201cRetracted: pills\u201d. Your outbox had given it out. Please take it down from X, if it was posted.", down.Description);

        var changed = (await desk.Client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray().Single(item => (string?)item!["title"] == "Walking can harm")!["change"]!;
        Assert.Empty(changed["channels"]!.AsArray());
        Assert.Equal(["facebook", "x"], changed["givenOutOn"]!.AsArray().Select(channel => (string?)channel));
        Assert.EndsWith("Your outbox had given it out. Please check it on Facebook and X, if it was posted.", (string?)changed["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_is_called_what_it_holds_and_a_plan_whose_time_has_come_is_told_as_a_change()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("walk"));
        await desk.DecideAsync("walk", new { action = "approve", channel = "x", sharedAt = Tomorrow });
        Assert.Contains("X-WR-CALNAME:Our practice: planned and shared\r\n", await desk.CalendarAsync(), StringComparison.Ordinal);
        var before = Assert.Single(await EventsAsync(desk));
        desk.Wait(TimeSpan.FromDays(2));
        var after = Assert.Single(await EventsAsync(desk));
        Assert.Equal(("Planned for X: walk", "Given out for X: walk", before.Uid, before.Start), (before.Summary, after.Summary, after.Uid, after.Start));
        Assert.Equal(("Planned", "Given out"), (Assert.Single(before.Categories), Assert.Single(after.Categories)));
        Assert.Equal((86_400, Tomorrow.UtcDateTime), (after.Sequence - before.Sequence, after.LastModified!.AsUtc));
    }

    private static async Task<List<CalendarEvent>> EventsAsync(OutboxDesk desk) =>
        [.. Calendar.Load(await desk.CalendarAsync())!.Events.OrderBy(one => one.Start!.AsUtc).ThenBy(one => one.Summary, StringComparer.Ordinal)];
}
