using System.Text.Json.Nodes;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What came out of an outbox, whatever is decided on it after that: a tool may have posted it.</summary>
public sealed class OutboxCameOutTests : IAsyncLifetime
{
    private OutboxDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OutboxDesk.OpenAsync(Make.Article("walk"), Make.Article("lunch"));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("undo", null)]
    [InlineData("reject", "other")]
    public async Task Taken_back_it_says_where_it_came_out_and_stays_in_the_calendar(string action, string? reason)
    {
        await _desk.DecideAsync("walk", new { action = "approve", channel = "facebook" });
        _desk.Wait(TimeSpan.FromHours(1));
        Assert.Equal("It came out of your outbox on Facebook today at 08:00. If it was posted, take it down there.", NoteOf(await _desk.DecideAsync("walk", new { action, reason })));
        var post = Assert.Single(await EventsAsync());
        Assert.Equal(("Given out for Facebook: walk", Make.Morning.UtcDateTime), (post.Summary, post.Start!.AsUtc));
        Assert.Equal("It came out at this time, and the yes to it was taken back since. If it was posted, please take it down there.", post.Description);
        _desk.Wait(TimeSpan.FromHours(1));
        await RetractAsync();
        var down = Assert.Single(await EventsAsync());
        Assert.Equal(("Please take down from Facebook: walk", post.Uid, post.Start), (down.Summary, down.Uid, down.Start));
        Assert.True(down.Sequence > post.Sequence);
        Assert.Equal("facebook", (string?)Assert.Single(Assert.Single(await ChangedAsync())!["change"]!["givenOutOn"]!.AsArray()));
    }

    [Fact]
    public async Task Taken_back_before_it_came_out_there_is_nothing_to_tell()
    {
        await _desk.DecideAsync("walk", new { action = "approve", channel = "facebook", sharedAt = Make.Morning.AddDays(1) });
        Assert.Empty((await _desk.DecideAsync("walk", new { action = "undo" }))["notes"]!.AsArray());
        _desk.Wait(TimeSpan.FromDays(2));
        await RetractAsync();
        Assert.Empty(await ChangedAsync());
        Assert.Empty(await EventsAsync());
    }

    [Fact]
    public async Task Who_takes_it_back_knowing_of_the_change_is_not_told_of_it_again_but_of_the_next()
    {
        await _desk.ApproveAsync("walk");
        _desk.Wait(TimeSpan.FromHours(1));
        await _desk.StoreAsync(Make.Article("walk") with { Title = "Walking can harm" });
        Assert.Single(await ChangedAsync());
        await _desk.DecideAsync("walk", new { action = "undo" });
        Assert.Empty(await ChangedAsync());
        _desk.Wait(TimeSpan.FromHours(1));
        await RetractAsync();
        Assert.Equal("retracted", (string?)Assert.Single(await ChangedAsync())!["change"]!["kind"]);
    }

    [Fact]
    public async Task Approved_in_other_words_for_another_time_the_first_post_is_still_told_of()
    {
        await _desk.DecideAsync("walk", new { action = "approve", channel = "facebook" });
        _desk.Wait(TimeSpan.FromHours(1));
        await _desk.StoreAsync(Make.Article("walk") with { Title = "Walk more" });
        var answer = await _desk.DecideAsync("walk", new { action = "approve", channel = "facebook", sharedAt = Make.Morning.AddDays(9) });
        Assert.Equal("It came out of your outbox on Facebook today at 08:00. If it was posted, see whether that post may stay.", NoteOf(answer));
        Assert.False((bool)Assert.Single(answer["goesOut"]!.AsArray())!["isOut"]!);
        Assert.Equal(["Given out for Facebook: walk", "Planned for Facebook: Walk more"], (await EventsAsync()).Select(one => one.Summary));
        _desk.Wait(TimeSpan.FromHours(1));
        await RetractAsync();
        Assert.Equal(["Please take down from Facebook: walk", "Not going out on Facebook: Walk more"], (await EventsAsync()).Select(one => one.Summary));
        Assert.Equal("facebook", (string?)Assert.Single(Assert.Single(await ChangedAsync())!["change"]!["givenOutOn"]!.AsArray()));
    }

    [Fact]
    public async Task Approved_again_as_it_is_it_stays_as_it_came_out_and_the_answer_says_so()
    {
        await _desk.ApproveAsync("walk");
        _desk.Wait(TimeSpan.FromHours(5));
        var before = Assert.Single((await _desk.FeedAsync("&channel=x")).Entries);
        foreach (var again in new object[] { new { action = "approve", channel = "x" }, new { action = "approve", channel = "x", sharedAt = Make.Morning.AddDays(9) }, new { action = "approve" } })
        {
            var answer = await _desk.DecideAsync("walk", again);
            Assert.Contains("on X today at 08:00. It does not come out there again.", NoteOf(answer), StringComparison.Ordinal);
            Assert.All(answer["goesOut"]!.AsArray(), one => Assert.Equal((true, Make.Morning), ((bool)one!["isOut"]!, (DateTimeOffset)one["at"]!)));
            var after = Assert.Single((await _desk.FeedAsync("&channel=x")).Entries);
            Assert.Equal((before.Id, before.Published, before.Updated), (after.Id, after.Published, after.Updated));
            _desk.Wait(TimeSpan.FromHours(1));
        }

        Assert.Equal(["Given out for Facebook: walk", "Given out for X: walk"], (await EventsAsync()).Select(one => one.Summary));
        await _desk.DecideAsync("walk", new { action = "shared", channel = "x" });
        Assert.Empty((await _desk.DecideAsync("walk", new { action = "approve", channel = "x" }))["notes"]!.AsArray());
        Assert.NotEqual(before.Id, Assert.Single((await _desk.FeedAsync("&channel=x")).Entries).Id);
    }

    [Fact]
    public async Task Approved_again_after_it_was_taken_back_it_comes_out_again_and_the_first_time_is_told()
    {
        await _desk.DecideAsync("lunch", new { action = "approve", channel = "x" });
        _desk.Wait(TimeSpan.FromDays(1));
        await _desk.DecideAsync("lunch", new { action = "undo" });
        Assert.Equal(
            "It came out of your outbox on X yesterday at 08:00. If it was posted, see whether that post may stay.",
            NoteOf(await _desk.DecideAsync("lunch", new { action = "approve", channel = "x" })));
    }

    [Fact]
    public async Task What_was_closed_when_it_was_approved_did_not_come_out()
    {
        await _desk.StoreAsync(Make.Article("walk") with { Page = new PageCheck(Make.Morning, PageState.Paywalled) { Since = Make.Morning } });
        _desk.Wait(TimeSpan.FromHours(1));
        await _desk.DecideAsync("walk", new { action = "approve", channel = "facebook" });
        Assert.Empty((await _desk.DecideAsync("walk", new { action = "undo" }))["notes"]!.AsArray());
    }

    private Task RetractAsync() => _desk.StoreAsync(Make.Article("walk") with { Title = "Retracted: walk", Updated = _desk.Host.Time.GetUtcNow() });

    private async Task<JsonArray> ChangedAsync() => (await _desk.Client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray();

    private async Task<List<CalendarEvent>> EventsAsync() =>
        [.. Calendar.Load(await _desk.CalendarAsync())!.Events.OrderBy(one => one.Start!.AsUtc).ThenBy(one => one.Summary, StringComparer.Ordinal)];

    private static string NoteOf(JsonNode answer)
    {
        var note = Assert.Single(answer["notes"]!.AsArray(), note => (string?)note!["code"] == "came-out");
        return (string)note!["text"]!;
    }
}
