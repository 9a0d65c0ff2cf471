using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What was decided can be taken back, and all of it can be read again, over the whole service.</summary>
public sealed class UndoAndAuditTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With("Practice:TimeZone", "America/Chicago").With(services =>
        services.AddSingleton(Make.Catalog([.. new[] { "feed_a", "feed_b", "feed_c" }.Select(id => (id, FeedRules.None))])));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync(
            Make.Article("lunch"),
            Make.Article("walk", feed: "feed_b", topics: ["exercise"], daysOld: 2),
            Make.Article("=HYPERLINK(1)", feed: "feed_c", topics: ["sleep"], daysOld: 3),
            Make.Article("hard", feed: "feed_c", topics: ["mental-health"], sensitive: ["suicide"]));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_undo_brings_the_suggestion_back_and_another_goes_one_further()
    {
        await DecideAsync("lunch", new { action = "approve" });
        await DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        Assert.Equal("approve", (string?)(await DecideAsync("lunch", new { action = "undo" }))["standing"]!["action"]);
        Assert.DoesNotContain("lunch", await SuggestedAsync());
        var list = await DecideAsync("lunch", new { action = "undo" });
        Assert.Null(list["standing"]);
        Assert.Equal(["approve", "shared", "undo", "undo"], list["items"]!.AsArray().Select(item => (string)item!["action"]!));
        Assert.Contains("lunch", await SuggestedAsync());

        await NothingToUndoAsync("lunch");
        await DecideAsync("lunch", new { action = "approve" });
        Assert.DoesNotContain("lunch", await SuggestedAsync());
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_no_second_decision()
    {
        await DecideAsync("lunch", new { action = "snooze" });
        _host.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Single((await DecideAsync("lunch", new { action = "snooze" }))["items"]!.AsArray());
        Assert.Equal(2, (await DecideAsync("lunch", new { action = "snooze", until = _host.Time.GetUtcNow().AddDays(2) }))["items"]!.AsArray().Count);

        await DecideAsync("walk", new { action = "shared", channel = "facebook" });
        await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = "2026-11-25T09:00:00-06:00" });
        Assert.Equal(2, (await DecideAsync("walk", new { action = "shared", channel = "facebook" }))["items"]!.AsArray().Count);
        _host.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, (await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = "2026-11-25T09:00:00-06:00" }))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_decided_anew_is_a_decision_of_its_own()
    {
        await DecideAsync("walk", new { action = "shared", channel = "facebook" });
        _host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, (await DecideAsync("walk", new { action = "shared", channel = "facebook" }))["items"]!.AsArray().Count);
        Assert.Equal(2, (int)(await _client.GetJsonAsync("/api/v1/suggestions/today?channel=facebook"))["budget"]!["used"]!);
        await DecideAsync("walk", new { action = "takenDown" });
        Assert.Equal("shared", (string?)(await DecideAsync("walk", new { action = "shared", channel = "facebook" }))["standing"]!["action"]);

        await DecideAsync("lunch", new { action = "reject", reason = "notToday" });
        await DecideAsync("lunch", new { action = "approve" });
        Assert.Equal("reject", (string?)(await DecideAsync("lunch", new { action = "reject", reason = "notToday" }))["standing"]!["action"]);
    }

    [Theory]
    [InlineData("from=0001-01-01", 1)]
    [InlineData("to=0001-01-01", 0)]
    [InlineData("from=0001-01-02&to=9999-12-31", 1)]
    [InlineData("from=9999-12-31", 0)]
    public async Task Any_day_can_be_asked_for_wherever_the_practice_is(string days, int count)
    {
        await DecideAsync("lunch", new { action = "approve" });
        foreach (var zone in new[] { "Asia/Tokyo", "America/Chicago", "Pacific/Kiritimati" })
        {
            using var patch = new StringContent($$"""{ "timeZone": "{{zone}}" }""", null, "application/merge-patch+json");
            using (await _client.PatchAsync("/api/v1/practices/default", patch)) { }
            Assert.Equal(count, (await _client.GetJsonAsync($"/api/v1/audit?about=decisions&{days}"))["items"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task What_nobody_decided_on_has_nothing_to_undo() => await NothingToUndoAsync("walk");

    [Fact]
    public async Task A_yes_that_is_taken_back_holds_a_sensitive_article_again()
    {
        await DecideAsync("hard", new { action = "approve" });
        Assert.Contains("hard", await SuggestedAsync());
        await DecideAsync("hard", new { action = "undo" });
        Assert.DoesNotContain("hard", await SuggestedAsync());
        Assert.Equal(1, (int)(await _client.GetJsonAsync("/api/v1/suggestions/held"))["total"]!);
    }

    [Fact]
    public async Task A_no_that_is_taken_back_leaves_the_yes_before_it()
    {
        await DecideAsync("hard", new { action = "approve" });
        await DecideAsync("hard", new { action = "reject", reason = "other" });
        await DecideAsync("hard", new { action = "undo" });
        Assert.Contains("hard", await SuggestedAsync());
    }

    [Fact]
    public async Task Undos_and_decisions_made_at_once_are_all_in_the_history_and_none_takes_back_more_than_there_was()
    {
        await DecideAsync("lunch", new { action = "approve" });
        var all = Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? _client.PostAsJsonAsync(PathOf("lunch"), new { action = "undo" })
            : _client.PostAsJsonAsync(PathOf("lunch"), new { action = "snooze", until = Make.Morning.AddDays(i) }));
        var answers = await Task.WhenAll(all);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        var items = (await _client.GetJsonAsync(PathOf("lunch")))["items"]!.AsArray();
        Assert.Equal(1 + answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), items.Count);
        var standing = 0;
        foreach (var item in items) Assert.True((standing += (string)item!["action"]! == "undo" ? -1 : 1) >= 0);
    }

    [Fact]
    public async Task An_undo_that_is_sent_twice_with_its_etag_is_done_once()
    {
        await DecideAsync("lunch", new { action = "approve" });
        await DecideAsync("lunch", new { action = "shared", channel = "x" });
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, PathOf("lunch")) { Content = JsonContent.Create(new { action = "undo" }) };
            request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
            using var response = await _client.SendAsync(request);
            if (i == 0) Assert.Equal("\"3\"", response.Headers.ETag!.ToString());
            else await Api.ProblemAsync(response, HttpStatusCode.PreconditionFailed, "stale-etag");
        }
        Assert.Equal("approve", (string?)(await _client.GetJsonAsync(PathOf("lunch")))["standing"]!["action"]);
    }

    [Fact]
    public async Task A_decision_keeps_who_when_and_where_it_stood()
    {
        var first = await DecideAsync("walk", new { action = "approve", by = " Ann  B. " });
        Assert.Equal(("Ann B.", 2, "test"), ((string?)first["items"]![0]!["by"], (int)first["items"]![0]!["rank"]!, (string?)first["items"]![0]!["modelVersion"]));
        Assert.EndsWith("-06:00", (string?)first["items"]![0]!["at"], StringComparison.Ordinal);
        var planned = new { action = "shared", channel = "x", sharedAt = Make.Morning.AddDays(2), by = "Bo" };
        await DecideAsync("walk", planned);
        var again = await DecideAsync("walk", planned);
        Assert.Equal(2, again["items"]!.AsArray().Count);
        Assert.Equal((2, "2026-11-25T02:00:00-06:00"), ((int)again["standing"]!["rank"]!, (string?)again["standing"]!["sharedAt"]));
        await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = Make.Morning.AddDays(2), by = "Cy" });
        Assert.Equal(3, (await _client.GetJsonAsync(PathOf("walk")))["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("sharedAt", "2020-01-01T00:00:00Z")]
    [InlineData("sharedAt", "2030-01-01T00:00:00Z")]
    [InlineData("by", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_time_far_off_and_a_name_too_long_are_refused(string field, string value)
    {
        var body = new JsonObject { ["action"] = "shared", ["channel"] = "x", [field] = value };
        using var response = await _client.PostAsJsonAsync(PathOf("walk"), body);
        Assert.NotNull((await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation"))["errors"]![field]);
    }

    [Fact]
    public async Task The_audit_has_everything_oldest_first_on_the_practices_clock_in_pages()
    {
        await DecideAllAsync();
        var first = await _client.GetJsonAsync("/api/v1/audit?limit=3");
        Assert.Equal(("default", "America/Chicago", false), ((string?)first["practice"], (string?)first["timeZone"], (bool)first["stale"]!));
        var second = await _client.GetJsonAsync($"/api/v1/audit?limit=3&cursor={first["nextCursor"]}");
        var items = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).ToList();
        Assert.Null(second["nextCursor"]);
        Assert.Equal(["approve lunch Ann", "shared walk Bo", "undo walk Bo", "reject =HYPERLINK(1) "], items.Select(item => $"{item!["action"]} {item["title"]} {item["by"]}"));
        Assert.Equal(["2026-11-23T02:00:00-06:00", "2026-11-23T23:00:00-06:00"], items.Take(2).Select(item => (string)item!["at"]!));
        Assert.Equal(("shared", "x", "offTopic"), ((string?)items[2]!["undoes"], (string?)items[1]!["channel"], (string?)items[3]!["reason"]));
        Assert.Equal("https://news.example/walk", (string?)items[1]!["url"]);
    }

    [Fact]
    public async Task The_audit_is_asked_for_by_the_practices_own_days()
    {
        await DecideAllAsync();
        Assert.Equal(["lunch", "walk"], await AuditedAsync("from=2026-11-23&to=2026-11-23"));
        Assert.Equal(["=HYPERLINK(1)", "walk"], await AuditedAsync("from=2026-11-24&order=newest"));
        Assert.Equal(["lunch", "walk"], await AuditedAsync("to=2026-11-23"));
        Assert.Empty(await AuditedAsync("from=2026-11-30"));
    }

    [Theory]
    [InlineData("practice=none", HttpStatusCode.NotFound, "unknown-practice")]
    [InlineData("order=random", HttpStatusCode.BadRequest, "validation")]
    [InlineData("about=weather", HttpStatusCode.BadRequest, "validation")]
    [InlineData("format=pdf", HttpStatusCode.BadRequest, "validation")]
    [InlineData("from=yesterday", HttpStatusCode.BadRequest, "validation")]
    [InlineData("from=2026-11-02&to=2026-11-01", HttpStatusCode.BadRequest, "validation")]
    [InlineData("limit=501", HttpStatusCode.BadRequest, "validation")]
    [InlineData("cursor=abc", HttpStatusCode.BadRequest, "invalid-cursor")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, HttpStatusCode status, string code)
    {
        using var response = await _client.GetAsync($"/api/v1/audit?{query}");
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task The_file_for_a_spreadsheet_has_all_and_runs_no_formula()
    {
        await DecideAllAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/audit?limit=1");
        request.Headers.Accept.ParseAdd("text/csv, application/json;q=0.5");
        using var response = await _client.SendAsync(request);
        Assert.Equal(("text/csv", "wellread-audit-default.csv"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("at,practice,action,undoes,by,title,url,source,reason,channel,sharedAt,until,rank,modelVersion,articleId,webhookId,host,changed,network,traceId", lines[0]);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("2026-11-23T23:00:00-06:00,default,shared,,Bo,walk,https://news.example/walk,Source feed_b,,x,2026-11-23T23:00:00-06:00,,", lines[2], StringComparison.Ordinal);
        Assert.Contains(",undo,shared,Bo,", lines[3], StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(1)\",", lines[4], StringComparison.Ordinal);

        using var json = await _client.GetAsync("/api/v1/audit?format=json");
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
    }

    private async Task DecideAllAsync()
    {
        await DecideAsync("lunch", new { action = "approve", by = "Ann" });
        _host.Time.Advance(TimeSpan.FromHours(21));
        await DecideAsync("walk", new { action = "shared", channel = "x", by = "Bo" });
        _host.Time.Advance(TimeSpan.FromHours(2));
        await DecideAsync("walk", new { action = "undo", by = "Bo" });
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync("=HYPERLINK(1)", new { action = "reject", reason = "offTopic" });
    }

    private async Task NothingToUndoAsync(string title)
    {
        using var response = await _client.PostAsJsonAsync(PathOf(title), new { action = "undo" });
        await Api.ProblemAsync(response, HttpStatusCode.Conflict, "nothing-to-undo");
    }

    private static string PathOf(string title) => $"/api/v1/suggestions/{SuggestionId.Of(Make.Article(title).Id)}/decisions";

    private Task<JsonNode> DecideAsync(string title, object decision) => _client.PostJsonAsync(PathOf(title), decision, HttpStatusCode.Created);

    private async Task<string[]> SuggestedAsync() =>
        [.. (await _client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["title"]!)];

    private async Task<string[]> AuditedAsync(string query) =>
        [.. (await _client.GetJsonAsync($"/api/v1/audit?{query}"))["items"]!.AsArray().Select(item => (string)item!["title"]!).Distinct()];

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
