using Ical.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Feeds;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>The outbox of a practice with limits, as tools and editors see it. The clock stands at 8:00 on Monday, 23 November 2026, UTC.</summary>
public sealed class OutboxTurnsTests : IAsyncLifetime
{
    private static readonly object Usual = new { enabled = true, weeklyBudget = 3, leastGapHours = 4, quietHours = new { from = "21:00", to = "07:00" } };

    private OutboxDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await OutboxDesk.OpenAsync([.. Enumerable.Range(0, 11).Select(i => Make.Article($"a{i}"))]);
        await _desk.ChangePracticeAsync(new { timeZone = "UTC", channels = new { facebook = Usual, x = Usual } });
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Eleven_approvals_of_one_night_come_out_by_day_hours_apart_and_three_a_week()
    {
        _desk.Wait(TimeSpan.FromHours(18));
        for (var i = 0; i < 11; i++)
        {
            var notes = (await _desk.ApproveAsync($"a{i}"))["notes"]!.AsArray();
            Assert.Equal(["facebook", "x"], notes.Select(note => ((string)note!["text"]!).Contains("Facebook", StringComparison.Ordinal) ? "facebook" : "x"));
            _desk.Wait(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(await _desk.TitlesAsync("&channel=facebook"));
        var seen = new List<(string Id, DateTimeOffset At)>();
        for (var hour = 0; hour < 24 * 28; hour++)
        {
            _desk.Wait(TimeSpan.FromHours(1));
            var items = (await _desk.FeedAsync("&channel=facebook")).Entries.Reverse().Select(entry => (entry.Id!, entry.Published!.Value)).ToList();
            // Nothing that a reader has seen goes or moves, and nothing comes that is dated ahead or long ago.
            Assert.Equal(seen, items[..seen.Count]);
            Assert.All(items[seen.Count..], item => Assert.InRange(_desk.Host.Time.GetUtcNow() - item.Item2, TimeSpan.Zero, TimeSpan.FromHours(1)));
            seen = items;
        }

        Assert.Equal(
            ["24 07", "24 11", "24 15", "30 07", "30 11", "30 15", "07 07", "07 11", "07 15", "14 07", "14 11"],
            seen.Select(item => item.At.ToString("dd HH", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task An_approval_without_a_channel_says_when_it_goes_out_on_each_and_so_does_the_list_of_decisions()
    {
        await _desk.DecideAsync("a1", new { action = "shared", channel = "x" });
        var first = await _desk.ApproveAsync("a0");
        var note = Assert.Single(first["notes"]!.AsArray())!;
        Assert.Equal(("least-gap", "It is less than 4 hours from another post of yours on X. Your outbox gives it out today at 12:00."), ((string)note["code"]!, (string)note["text"]!));
        _desk.Wait(TimeSpan.FromHours(1));
        Assert.Equal(["facebook True 08:00", "x False 12:00"], await GoesOutAsync("a0"));
        _desk.Wait(TimeSpan.FromHours(3));
        Assert.Equal(["facebook True 08:00", "x True 12:00"], await GoesOutAsync("a0"));
        await _desk.DecideAsync("a0", new { action = "shared", channel = "x" });
        Assert.Equal(["facebook True 08:00"], await GoesOutAsync("a0"));
        _desk.Wait(TimeSpan.FromHours(11));
        var night = (await _desk.DecideAsync("a2", new { action = "approve", channel = "facebook" }))["notes"]!.AsArray();
        Assert.Equal(("quiet-hours", "It falls in your quiet hours on Facebook, 21:00 to 07:00. Your outbox gives it out tomorrow at 07:00."),
            ((string)night[0]!["code"]!, (string)night[0]!["text"]!));
        var planned = (await _desk.DecideAsync("a3", new { action = "approve", sharedAt = "2026-11-24T23:30" }))["notes"]!.AsArray();
        Assert.Equal(["quiet-hours", "quiet-hours"], planned.Select(one => (string)one!["code"]!));
        Assert.DoesNotContain("gives it out", (string)planned[0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_in_the_way_but_others_it_says_so_and_what_waits_says_so_in_the_feed()
    {
        await _desk.ChangePracticeAsync(new { channels = new { facebook = new { weeklyBudget = 50, leastGapHours = 0, quietHours = new { from = "09:00", to = "10:00" } }, x = new { enabled = false } } });
        _desk.Wait(TimeSpan.FromHours(1));
        await _desk.ApproveAsync("a0");
        _desk.Wait(TimeSpan.FromMinutes(60));
        var note = Assert.Single((await _desk.ApproveAsync("a1"))["notes"]!.AsArray())!;
        Assert.Equal(("in-turn", "Others of yours come before it on Facebook. Your outbox gives it out today at 10:01."), ((string)note["code"]!, (string)note["text"]!));
        Assert.EndsWith("One more comes today at 10:01.", (await _desk.FeedAsync()).Description, StringComparison.Ordinal);
        var json = await _desk.Client.GetJsonAsync($"/api/v1/outbox/default.json?token={_desk.Token}");
        var waiting = Assert.Single(json["_wellread"]!["waiting"]!.AsArray())!;
        Assert.Equal(("a1", "2026-11-23T10:01:00Z"), ((string)waiting["title"]!, (string)waiting["comes_at"]!));
        _desk.Wait(TimeSpan.FromMinutes(1));
        var later = await _desk.Client.GetJsonAsync($"/api/v1/outbox/default.json?token={_desk.Token}");
        Assert.Equal((string?)waiting["id"], (string?)later["items"]![0]!["id"]);
        Assert.Null(later["_wellread"]);
    }

    [Fact]
    public async Task The_feed_of_a_network_that_is_off_is_empty_and_says_so_until_it_is_on_again()
    {
        await _desk.ApproveAsync("a0");
        _desk.Wait(TimeSpan.FromSeconds(1));
        await _desk.ApproveAsync("a1");
        Assert.Equal(["a0"], await _desk.TitlesAsync("&channel=facebook"));
        await _desk.ChangePracticeAsync(new { channels = new { facebook = new { enabled = false } } });
        var off = await _desk.FeedAsync("&channel=facebook");
        Assert.Empty(off.Entries);
        Assert.Equal("Our practice: approved to share (Facebook is switched off)", off.Title);
        Assert.StartsWith("Facebook is switched off for this practice", off.Description, StringComparison.Ordinal);
        var note = Assert.Single((await _desk.DecideAsync("a2", new { action = "approve", channel = "facebook" }))["notes"]!.AsArray())!;
        Assert.Equal(("channel-off", "Facebook is switched off for your practice. Your outbox gives it out once you switch it on."), ((string)note["code"]!, (string)note["text"]!));
        Assert.Equal(["facebook  "], await GoesOutAsync("a2"));
        _desk.Wait(TimeSpan.FromDays(1));
        await _desk.ChangePracticeAsync(new { channels = new { facebook = Usual } });
        Assert.Equal(["a1", "a0"], await _desk.TitlesAsync("&channel=facebook"));
        _desk.Wait(TimeSpan.FromHours(4));
        Assert.Equal(["a2", "a1", "a0"], await _desk.TitlesAsync("&channel=facebook"));
    }

    [Fact]
    public async Task Where_all_networks_for_its_readers_are_off_the_approval_says_that_it_goes_nowhere()
    {
        await _desk.ChangePracticeAsync(new { channels = new { facebook = new { enabled = false }, x = new { enabled = false } } });
        var note = Assert.Single((await _desk.ApproveAsync("a0"))["notes"]!.AsArray())!;
        Assert.Equal("channel-off", (string?)note["code"]);
        await _desk.ChangePracticeAsync(new { channels = new { facebook = Usual } });
        Assert.Empty(await _desk.TitlesAsync());
        _desk.Wait(TimeSpan.FromMinutes(1));
        await _desk.ApproveAsync("a0");
        Assert.Equal(["a0"], await _desk.TitlesAsync());
    }

    [Fact]
    public async Task The_calendar_shows_each_in_its_turn_and_tells_when_that_moves()
    {
        await _desk.ChangePracticeAsync(new { channels = new { x = new { enabled = false } } });
        await _desk.ApproveAsync("a0");
        _desk.Wait(TimeSpan.FromSeconds(1));
        await _desk.ApproveAsync("a1");
        var (a0, a1) = (await EventAsync("a0"), await EventAsync("a1"));
        Assert.Equal(("Given out for Facebook: a0", Make.Morning.UtcDateTime), (a0.Summary, a0.Start!.AsUtc));
        Assert.Equal(("Planned for Facebook: a1", Make.Morning.AddHours(4).UtcDateTime), (a1.Summary, a1.Start!.AsUtc));
        _desk.Wait(TimeSpan.FromHours(2));
        await _desk.DecideAsync("a2", new { action = "shared", channel = "facebook" });
        var moved = await EventAsync("a1");
        Assert.Equal((a1.Uid, Make.Morning.AddHours(6).AddSeconds(1).UtcDateTime), (moved.Uid, moved.Start!.AsUtc));
        Assert.True(moved.Sequence > a1.Sequence);
        _desk.Wait(TimeSpan.FromHours(5));
        var isOut = await EventAsync("a1");
        Assert.Equal(("Given out for Facebook: a1", moved.Start, a1.Uid), (isOut.Summary, isOut.Start, isOut.Uid));
        Assert.True(isOut.Sequence > moved.Sequence);
    }

    [Fact]
    public async Task Another_instance_and_a_restart_give_out_the_same_at_the_same_time()
    {
        for (var i = 0; i < 6; i++)
        {
            await _desk.ApproveAsync($"a{i}");
            _desk.Wait(TimeSpan.FromMinutes(1));
        }

        _desk.Wait(TimeSpan.FromHours(5));
        await _desk.ChangePracticeAsync(new { timeZone = "Asia/Tokyo", channels = new { facebook = new { weeklyBudget = 2, leastGapHours = 30 } } });
        _desk.Wait(TimeSpan.FromDays(2));
        await using var other = new WellreadHost()
            .With("Storage:Connection", _desk.Host.Get<IConfiguration>()["Storage:Connection"]!)
            .With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None))));
        other.Time.Advance(_desk.Host.Time.GetUtcNow() - other.Time.GetUtcNow());
        var client = other.CreateClient();
        foreach (var address in new[] { "default.json?channel=facebook&", "default.atom?channel=x&", "default/calendar.ics?" })
        {
            var path = $"/api/v1/outbox/{address}token={_desk.Token}";
            Assert.Equal(await _desk.Client.GetStringAsync(path), await client.GetStringAsync(path));
        }

        Assert.Equal(["a1", "a0"], await _desk.TitlesAsync("&channel=facebook"));
    }

    private async Task<Ical.Net.CalendarComponents.CalendarEvent> EventAsync(string name) =>
        Calendar.Load(await _desk.CalendarAsync())!.Events.Single(one => one.Summary!.EndsWith($": {name}", StringComparison.Ordinal));

    private async Task<string[]> GoesOutAsync(string name)
    {
        var decisions = await _desk.Client.GetJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Make.Article(name).Id)}/decisions");
        return [.. decisions["goesOut"]!.AsArray().Select(one => $"{(string)one!["channel"]!} {((DateTimeOffset?)one["at"] is { } at ? $"{(bool)one["isOut"]!} {at:HH:mm}" : " ")}")];
    }
}
