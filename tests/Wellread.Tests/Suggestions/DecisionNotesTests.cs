using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What a decision's answer tells beside what was decided, and how its times are read. The clock stands at 8:00 on Monday, 23 November 2026, UTC.</summary>
public sealed class DecisionNotesTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 5).Select(i => Make.Article($"a{i}"))]);
        using var response = await _client.PutAsJsonAsync("/api/v1/practices/chicago", new { timeZone = "America/Chicago" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_share_that_goes_beyond_the_practices_own_limits_is_saved_and_told()
    {
        Assert.Empty(await CodesAsync("a0", new { action = "shared", channel = "facebook" }));
        Assert.Equal(["least-gap"], await CodesAsync("a1", new { action = "shared", channel = "facebook" }));
        Assert.Equal(["least-gap"], await CodesAsync("a2", new { action = "shared", channel = "facebook" }));
        Assert.Equal(["over-budget", "least-gap"], await CodesAsync("a3", new { action = "shared", channel = "facebook" }));
        Assert.Equal(["channel-off"], await CodesAsync("a3", new { action = "shared", channel = "threads" }));
        Assert.Equal(["other-readers"], await CodesAsync("a3", new { action = "shared", channel = "linkedin" }));
        Assert.Equal(["quiet-hours"], await CodesAsync("a4", new { action = "approve", channel = "x", sharedAt = "2026-11-23T22:00" }));
        Assert.Equal(4, (int)(await _client.GetJsonAsync("/api/v1/suggestions/today?channel=facebook"))["budget"]!["used"]!);
    }

    [Fact]
    public async Task What_is_told_is_in_plain_words_with_the_practices_own_figures()
    {
        _host.Time.Advance(TimeSpan.FromHours(14));
        var notes = await NotesAsync("a0", new { action = "shared", channel = "facebook" });
        Assert.Equal("It falls in your quiet hours on Facebook, 21:00 to 07:00.", (string?)Assert.Single(notes)!["text"]);
        Assert.Equal("It is less than 4 hours from another post of yours on Facebook.", (string?)(await NotesAsync("a1", new { action = "shared", channel = "facebook" }))[^1]!["text"]);
    }

    [Fact]
    public async Task An_approval_says_what_the_outbox_will_not_do()
    {
        await StoreAsync(
            Make.Article("paid") with { Page = new PageCheck(Make.Morning, PageState.Paywalled) { Since = Make.Morning } },
            Make.Article("hard", sensitive: ["suicide"]),
            Make.Article("ayuda", language: "es"));
        Assert.Equal(["do-not-share"], await CodesAsync("paid", new { action = "approve", channel = "facebook" }));
        Assert.EndsWith("Your outbox does not give it out as long as that is so.", (string?)Assert.Single(await NotesAsync("paid", new { action = "approve", channel = "facebook" }))!["text"], StringComparison.Ordinal);
        Assert.Equal(["not-in-outbox"], await CodesAsync("hard", new { action = "approve" }));
        Assert.DoesNotContain("not-in-outbox", await CodesAsync("hard", new { action = "approve", outbox = true }));
        Assert.Equal("It is in Spanish, which is none of the languages that your practice's patients read.", (string?)(await NotesAsync("ayuda", new { action = "approve" }))[0]!["text"]);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_not_in_its_own_way()
    {
        Assert.Empty(await CodesAsync("a0", new { action = "shared", channel = "facebook" }));
        Assert.Empty(await CodesAsync("a0", new { action = "shared", channel = "facebook" }));
    }

    [Fact]
    public async Task Who_does_not_trust_a_source_is_told_how_to_block_it()
    {
        var note = Assert.Single(await NotesAsync("a0", new { action = "reject", reason = "doNotTrustSource" }))!;
        Assert.Equal(
            ("block-source", "What Source feed_a brings comes later from now on. To see none of it, add feed_a to your practice's blockedSources.", "/api/v1/practices/default"),
            ((string?)note["code"], (string?)note["text"], (string?)note["link"]));
        using var patch = new StringContent("""{ "blockedSources": ["feed_a"] }""", null, "application/merge-patch+json");
        using var blocked = await _client.PatchAsync("/api/v1/practices/default", patch);
        Assert.Equal(HttpStatusCode.OK, blocked.StatusCode);
        Assert.Empty(await CodesAsync("a1", new { action = "reject", reason = "doNotTrustSource" }));
        Assert.Empty(await CodesAsync("a2", new { action = "reject", reason = "offTopic" }));
    }

    [Fact]
    public async Task What_was_taken_back_is_handed_out_with_a_warning_and_no_tool_posts_it()
    {
        await StoreAsync(Make.Article("a0") with { Title = "Retracted: a0" });
        const string words = "Its publisher has taken this back. Do not share it.";
        var suggestion = await _client.GetJsonAsync($"/api/v1/suggestions/{IdOf("a0")}");
        Assert.Equal((words, words), ((string?)suggestion["why"], (string?)suggestion["reasons"]![0]!["text"]));
        Assert.Contains(words, (await _client.GetJsonAsync($"/api/v1/articles/{Make.Article("a0").Id}/share?channel=facebook"))["warnings"]!.AsArray().Select(warning => (string?)warning));
        var answer = await DecideAsync("a0", new { action = "approve", outbox = true });
        Assert.False((bool)answer["standing"]!["outbox"]!);
        Assert.Equal(("do-not-share", $"{words} Your outbox does not give it out."), ((string?)answer["notes"]![0]!["code"], (string?)answer["notes"]![0]!["text"]));
        Assert.DoesNotContain("Retracted: a0", (await _client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string?)item!["title"]));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01T00:00:00-06:00")]
    [InlineData("2026-12-01T09:30", "2026-12-01T09:30:00-06:00")]
    [InlineData("2026-12-01T09:30:00Z", "2026-12-01T03:30:00-06:00")]
    [InlineData("2026-12-01T09:30:00.5+01:00", "2026-12-01T02:30:00.5-06:00")]
    [InlineData("2027-03-14T02:30:00", "2027-03-14T03:30:00-05:00")]
    public async Task A_time_without_an_offset_is_on_the_practices_clock(string until, string expected)
    {
        var answer = await DecideAsync("a0", new { action = "snooze", until }, "chicago");
        Assert.Equal(expected, (string?)answer["standing"]!["until"]);
    }

    [Theory]
    [InlineData("snooze", "until", "tomorrow")]
    [InlineData("snooze", "until", "2026-13-01")]
    [InlineData("snooze", "until", "")]
    [InlineData("shared", "sharedAt", "2026-11-24T25:00")]
    public async Task What_is_no_time_is_told_with_what_would_be_one(string action, string field, string value)
    {
        var body = new JsonObject { ["action"] = action, ["channel"] = "x", [field] = value };
        using var response = await _client.PostAsJsonAsync($"/api/v1/suggestions/{IdOf("a0")}/decisions", body);
        Assert.Contains("2026-12-01T09:30", (string?)(await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation"))["errors"]![field]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_times_of_an_answer_are_on_the_practices_clock()
    {
        await StoreAsync(Make.Article("a0") with { Page = new PageCheck(Make.Morning, PageState.Ok) });
        await DecideAsync("a0", new { action = "shared", channel = "x" }, "chicago");
        await StoreAsync(Make.Article("a0") with { Title = "Corrected: a0", Page = new PageCheck(Make.Morning, PageState.Ok), Updated = Make.Morning });
        var item = (await _client.GetJsonAsync("/api/v1/suggestions/changed?practice=chicago"))["items"]![0]!;
        var times = new[] { item["publishedAt"], item["sources"]![0]!["publishedAt"], item["change"]!["decidedAt"], item["change"]!["changedAt"], item["linkCheck"]!["checkedAt"] };
        Assert.All(times, time => Assert.EndsWith("-06:00", (string?)time, StringComparison.Ordinal));
        Assert.Equal(Make.Morning, DateTimeOffset.Parse((string)item["linkCheck"]!["checkedAt"]!, null));
    }

    private async Task<string[]> CodesAsync(string name, object decision) => [.. (await NotesAsync(name, decision)).Select(note => (string)note!["code"]!)];

    private async Task<JsonArray> NotesAsync(string name, object decision) => (await DecideAsync(name, decision))["notes"]!.AsArray();

    private Task<JsonNode> DecideAsync(string name, object decision, string practice = "default") =>
        _client.PostJsonAsync($"/api/v1/suggestions/{IdOf(name)}/decisions?practice={practice}", decision, HttpStatusCode.Created);

    private static string IdOf(string name) => SuggestionId.Of(Make.Article(name).Id);

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
