using System.Net;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Today;

/// <summary>The picks of the day, over the whole service.</summary>
public sealed class TodayTests : TodayStage
{
    [Fact]
    public async Task As_many_as_are_left_of_the_week_and_the_same_all_day_though_better_ones_come()
    {
        var first = await TodayAsync("channel=facebook");
        Assert.Equal((3, "2026-11-23", "default", "facebook"), (first["items"]!.AsArray().Count, (string?)first["date"], (string?)first["practice"], (string?)first["channel"]));
        Assert.Equal("You have shared 0 of 3 on Facebook this week. The next fits today at 07:00.", (string?)first["budget"]!["text"]);
        Assert.Equal("2026-11-23T07:00:00-06:00", (string?)first["budget"]!["nextSlot"]);
        Assert.NotEmpty((string)first["items"]![0]!["suggestion"]!["why"]!);

        await StoreAsync(Make.Article("brand-new", feed: "feed_11", topics: ["eyes"], daysOld: 0, probability: 0.99));
        Host.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal(Titles(first), Titles(await TodayAsync("")));
        Host.Time.Advance(TimeSpan.FromHours(12));
        Assert.Contains("brand-new", Titles(await TodayAsync("")));
    }

    [Fact]
    public async Task What_was_decided_stays_in_sight_with_its_decision_and_is_gone_the_next_day()
    {
        var title = Titles(await TodayAsync("")).First();
        await DecideAsync(title, new { action = "shared", channel = "facebook", by = "Ann" });
        var today = await TodayAsync("");
        Assert.Equal(3, today["items"]!.AsArray().Count);
        Assert.Equal(("shared", "Ann"), ((string?)today["items"]![0]!["decision"]!["action"], (string?)today["items"]![0]!["decision"]!["by"]));
        Assert.Null(today["items"]![1]!["decision"]);
        Assert.Equal((1, 2), ((int)today["budget"]!["used"]!, (int)today["budget"]!["left"]!));
        await DecideAsync(title, new { action = "undo" });
        Assert.Null((await TodayAsync(""))["items"]![0]!["decision"]);
        await DecideAsync(title, new { action = "shared", channel = "facebook" });
        Host.Time.Advance(TimeSpan.FromDays(1));
        today = await TodayAsync("");
        Assert.DoesNotContain(title, Titles(today));
        Assert.Equal(2, today["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_week_that_is_used_up_is_told_and_there_is_still_a_pick()
    {
        for (var i = 0; i < 3; i++) await DecideAsync($"a{i}", new { action = "shared", channel = "facebook" });
        Host.Time.Advance(TimeSpan.FromDays(2));
        var today = await TodayAsync("channel=facebook");
        Assert.Equal("You have shared 3 of 3 on Facebook this week. The next fits on Monday.", (string?)today["budget"]!["text"]);
        Assert.Single(today["items"]!.AsArray());
        Assert.Equal(5, (await TodayAsync("channel=x"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_topic_that_is_set_to_never_is_replaced_the_same_day()
    {
        var before = Titles(await TodayAsync("")).ToList();
        var topic = Topics[int.Parse(before[0][1..], System.Globalization.CultureInfo.InvariantCulture) % 6];
        using var patch = new StringContent($$"""{ "topicWeights": { "{{topic}}": 0 } }""", null, "application/merge-patch+json");
        using (await Client.PatchAsync("/api/v1/practices/default", patch)) { }
        var after = Titles(await TodayAsync("")).ToList();
        Assert.Equal(3, after.Count);
        Assert.DoesNotContain(before[0], after);
    }

    [Fact]
    public async Task With_all_decided_on_it_does_not_say_that_nothing_is_safe()
    {
        for (var i = 0; i < 12; i++) await DecideAsync($"a{i}", new { action = "reject", reason = "notToday" });
        var today = await TodayAsync("");
        Assert.Empty(today["items"]!.AsArray());
        Assert.Contains("decided on all", (string?)today["note"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_of_the_same_readers_show_different_ones_as_long_as_there_are_enough()
    {
        var facebook = Titles(await TodayAsync("channel=facebook")).ToList();
        var x = Titles(await TodayAsync("channel=x")).ToList();
        Assert.Equal((3, 5), (facebook.Count, x.Count));
        Assert.Empty(facebook.Intersect(x));
    }

    [Fact]
    public async Task What_became_unfit_is_replaced_and_the_others_stay()
    {
        var before = Titles(await TodayAsync("")).ToList();
        var number = int.Parse(before[1][1..], System.Globalization.CultureInfo.InvariantCulture);
        await StoreAsync(Article(number) with { Title = $"Retracted: a{number}" });
        var after = Titles(await TodayAsync("")).ToList();
        Assert.Equal(3, after.Distinct().Count());
        Assert.Equal([before[0], before[2]], after.Take(2));
        Assert.Empty(before.Intersect(after.Skip(2)));
        Assert.Equal(after, Titles(await TodayAsync("")));

        var feed = (string)(await TodayAsync(""))["items"]![0]!["suggestion"]!["source"]!["id"]!;
        using var patch = new StringContent($$"""{ "blockedSources": ["{{feed}}"] }""", null, "application/merge-patch+json");
        using (await Client.PatchAsync("/api/v1/practices/default", patch)) { }
        Assert.DoesNotContain(after[0], Titles(await TodayAsync("")));
    }

    [Fact]
    public async Task With_nothing_that_is_safe_it_says_so_and_picks_as_soon_as_there_is()
    {
        for (var i = 0; i < 12; i++) await StoreAsync(Article(i) with { Title = $"Retracted: a{i}" });
        var today = await TodayAsync("");
        Assert.Empty(today["items"]!.AsArray());
        Assert.Contains("nothing new", (string?)today["note"], StringComparison.Ordinal);
        await StoreAsync(Make.Article("brand-new", feed: "feed_0", topics: ["sleep"], daysOld: 0));
        Assert.Equal(["brand-new"], Titles(await TodayAsync("")));
    }

    [Theory]
    [InlineData("channel=myspace", HttpStatusCode.BadRequest, "unknown-channel")]
    [InlineData("practice=none", HttpStatusCode.NotFound, "unknown-practice")]
    [InlineData("reroll=perhaps", HttpStatusCode.BadRequest, "validation")]
    [InlineData("reroll=-1", HttpStatusCode.BadRequest, "validation")]
    [InlineData("reroll=21", HttpStatusCode.BadRequest, "validation")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, HttpStatusCode status, string code)
    {
        using var response = await Client.GetAsync($"/api/v1/suggestions/today?{query}");
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task A_channel_that_is_off_says_so()
    {
        var today = await TodayAsync("channel=threads");
        Assert.Equal((0, null), ((int)today["budget"]!["left"]!, (string?)today["budget"]!["nextSlot"]));
        Assert.Contains("switched off", (string?)today["budget"]!["text"], StringComparison.Ordinal);
    }
}
