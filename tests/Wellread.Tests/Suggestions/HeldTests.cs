using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What is about a subject that can hurt waits for a person, over the whole service.</summary>
public sealed class HeldTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With("Practice:Languages:0", "en").With("Practice:Languages:1", "es").With(services =>
        services.AddSingleton(Make.Catalog([.. new[] { "feed_a", "feed_b", "feed_c" }.Select(id => (id, FeedRules.None))])));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync(
            Make.Article("lunch"),
            Make.Article("warning-signs", feed: "feed_b", topics: ["mental-health"], sensitive: ["suicide"]),
            Make.Article("ayuda", feed: "feed_c", topics: ["mental-health"], language: "es", sensitive: ["abuse", "sexual-assault"]),
            Make.Article("gossip", feed: "feed_c", audience: ArticleAudience.Neither, sensitive: ["overdose"]),
            Make.Article("Retracted: a study", feed: "feed_c", sensitive: ["overdose"]));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_can_hurt_waits_with_its_reason_and_help_lines_and_is_not_suggested()
    {
        var held = await _client.GetJsonAsync("/api/v1/suggestions/held");
        Assert.Equal(2, (int)held["total"]!);
        Assert.Equal(["ayuda", "warning-signs"], Titles(held).Order());
        Assert.Equal(["lunch"], await SuggestedAsync());
        var why = Item(held, "warning-signs")["why"]![0]!;
        Assert.Equal("suicide", (string?)why["subject"]);
        Assert.Contains("suicide and self-harm", (string?)why["text"], StringComparison.Ordinal);
        Assert.Contains("988", (string?)why["helpLines"]![0]!["text"], StringComparison.Ordinal);
        Assert.Contains("Llama", (string?)Item(held, "ayuda")["why"]![1]!["helpLines"]![0]!["text"], StringComparison.Ordinal);
        Assert.Single((await _client.GetJsonAsync("/api/v1/suggestions/held?limit=1"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_waits_comes_page_by_page_each_once_whatever_is_decided_between_two_pages()
    {
        await StoreAsync([.. Enumerable.Range(0, 7).Select(i => Make.Article($"waits-{i}", feed: "feed_b", topics: ["mental-health"], sensitive: ["suicide"], daysOld: i))]);
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await _client.GetJsonAsync($"/api/v1/suggestions/held?limit=2&cursor={cursor}");
            if (cursor.Length == 0) Assert.Equal(9, (int)page["total"]!);
            seen.AddRange(Titles(page));
            await DecideAsync((string)page["items"]![1]!["suggestion"]!["id"]!, new { action = "reject", reason = "other" });
            cursor = (string?)page["nextCursor"] ?? "";
        }
        while (cursor.Length > 0 && seen.Count < 8);
        var last = await _client.GetJsonAsync($"/api/v1/suggestions/held?limit=2&cursor={cursor}");
        seen.AddRange(Titles(last));
        Assert.Null(last["nextCursor"]);
        Assert.Equal(9, seen.Count);
        Assert.Equal(9, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("MXwx")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        using var response = await _client.GetAsync($"/api/v1/suggestions/held?cursor={cursor}");
        await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_of_last_week_is_refused()
    {
        var cursor = (string)(await _client.GetJsonAsync("/api/v1/suggestions/held?limit=1"))["nextCursor"]!;
        using (var other = await _client.GetAsync($"/api/v1/suggestions/changed?cursor={cursor}")) await Api.ProblemAsync(other, HttpStatusCode.BadRequest, "invalid-cursor");
        _host.Time.Advance(TimeSpan.FromDays(7.5));
        using var old = await _client.GetAsync($"/api/v1/suggestions/held?cursor={cursor}");
        await Api.ProblemAsync(old, HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task A_yes_releases_it_and_what_is_decided_then_counts_as_usual()
    {
        var id = await HeldIdAsync("warning-signs");
        await DecideAsync(id, new { action = "approve" });
        Assert.DoesNotContain("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
        Assert.Contains("warning-signs", await SuggestedAsync());

        var share = await _client.GetJsonAsync($"/api/v1/articles/{SuggestionId.ToArticleId(id)}/share?channel=facebook");
        Assert.Contains("Help: Call or text 988", (string?)share["copyText"], StringComparison.Ordinal);

        await DecideAsync(id, new { action = "shared", channel = "facebook" });
        Assert.DoesNotContain("warning-signs", await SuggestedAsync());
        Assert.DoesNotContain("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
    }

    [Fact]
    public async Task A_no_takes_it_away_and_a_later_yes_brings_it_back()
    {
        var id = await HeldIdAsync("warning-signs");
        await DecideAsync(id, new { action = "reject", reason = "other" });
        Assert.DoesNotContain("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
        Assert.DoesNotContain("warning-signs", await SuggestedAsync());
        await DecideAsync(id, new { action = "approve" });
        Assert.Contains("warning-signs", await SuggestedAsync());
    }

    [Fact]
    public async Task A_no_after_a_yes_holds()
    {
        var id = await HeldIdAsync("warning-signs");
        await DecideAsync(id, new { action = "approve" });
        await DecideAsync(id, new { action = "reject", reason = "notToday" });
        Assert.DoesNotContain("warning-signs", await SuggestedAsync());
        Assert.DoesNotContain("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
    }

    [Fact]
    public async Task A_yes_from_before_a_subject_was_found_lets_nothing_through()
    {
        var lunch = SuggestionId.Of(Make.Article("lunch").Id);
        await DecideAsync(lunch, new { action = "approve" });
        await StoreAsync(Make.Article("lunch", sensitive: ["eating-disorders"]));
        Assert.DoesNotContain("lunch", await SuggestedAsync());
    }

    [Fact]
    public async Task A_subject_that_comes_in_after_a_yes_waits_for_another()
    {
        var id = await HeldIdAsync("warning-signs");
        await DecideAsync(id, new { action = "approve" });
        await StoreAsync(Make.Article("warning-signs", feed: "feed_b", topics: ["mental-health"], sensitive: ["suicide", "abuse"]));
        Assert.DoesNotContain("warning-signs", await SuggestedAsync());
        Assert.Contains("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
        await DecideAsync(id, new { action = "approve" });
        Assert.Contains("warning-signs", await SuggestedAsync());
    }

    [Fact]
    public async Task Put_off_it_waits_again_afterwards_and_is_still_not_suggested()
    {
        var id = await HeldIdAsync("warning-signs");
        await DecideAsync(id, new { action = "snooze" });
        Assert.DoesNotContain("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
        _host.Time.Advance(TimeSpan.FromDays(8));
        Assert.Contains("warning-signs", Titles(await _client.GetJsonAsync("/api/v1/suggestions/held")));
        Assert.DoesNotContain("warning-signs", await SuggestedAsync());
    }

    [Fact]
    public async Task A_limit_that_makes_no_sense_is_refused()
    {
        using var response = await _client.GetAsync("/api/v1/suggestions/held?limit=0");
        await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
    }

    private async Task<string> HeldIdAsync(string title) =>
        (string)Item(await _client.GetJsonAsync("/api/v1/suggestions/held"), title)["suggestion"]!["id"]!;

    private Task<JsonNode> DecideAsync(string id, object decision) => _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions", decision, HttpStatusCode.Created);

    private async Task<string[]> SuggestedAsync() =>
        [.. (await _client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["title"]!)];

    private static string[] Titles(JsonNode held) => [.. held["items"]!.AsArray().Select(item => (string)item!["suggestion"]!["title"]!)];

    private static JsonNode Item(JsonNode held, string title) => held["items"]!.AsArray().Single(item => (string)item!["suggestion"]!["title"]! == title)!;

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
