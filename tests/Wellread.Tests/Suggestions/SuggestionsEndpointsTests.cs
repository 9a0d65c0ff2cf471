using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

public sealed class SuggestionsEndpointsTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services =>
        services.AddSingleton(Make.Catalog([.. Enumerable.Range(0, 12).Select(i => $"feed_{i}").Append("feed_a").Select(id => (id, FeedRules.None))])));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 12).Select(i => Make.Article($"a{i}", feed: $"feed_{i}", topics: ["nutrition"], daysOld: i + 1))]);
        await StoreAsync([Make.Article("trial", audience: ArticleAudience.Colleagues, topics: ["heart"])]);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_by_cursor_and_by_link()
    {
        var first = await _client.GetJsonAsync("/api/v1/suggestions?limit=10");
        Assert.Equal(10, first["items"]!.AsArray().Count);
        using var response = await _client.GetAsync("/api/v1/suggestions?limit=10");
        var link = response.Headers.GetValues("Link").Single();
        Assert.EndsWith("; rel=\"next\"", link);
        var second = await _client.GetJsonAsync(link[1..link.IndexOf('>')]);
        Assert.Equal(2, second["items"]!.AsArray().Count);
        Assert.Null(second["nextCursor"]);
    }

    [Fact]
    public async Task What_was_decided_does_not_come_back_here_or_after_a_restart_from_the_store()
    {
        var id = (string)(await _client.GetJsonAsync("/api/v1/suggestions"))["items"]![0]!["id"]!;
        var history = await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions", new { action = "shared", channel = "facebook" }, HttpStatusCode.Created);
        Assert.Equal("shared", (string?)history["items"]![0]!["action"]);
        Assert.DoesNotContain(id, await ShownAsync());

        var board = DecisionBoards.Empty.With(await _host.Get<DecisionStore>().LoadAllAsync(CancellationToken.None)).Of("default");
        Assert.True(board.Find(SuggestionId.ToArticleId(id)!)!.Standing!.Hides(Make.Morning));
    }

    [Fact]
    public async Task A_snoozed_suggestion_comes_back_after_a_week_when_no_time_was_named()
    {
        var id = (await ShownAsync())[0];
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions", new { action = "snooze" }, HttpStatusCode.Created);
        Assert.DoesNotContain(id, await ShownAsync());
        _host.Time.Advance(TimeSpan.FromDays(7));
        Assert.Contains(id, await ShownAsync());
    }

    [Fact]
    public async Task The_same_decision_twice_is_one()
    {
        var id = (await ShownAsync())[0];
        for (var i = 0; i < 2; i++) await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions", new { action = "approve" }, HttpStatusCode.Created);
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions", new { action = "shared", channel = "x" }, HttpStatusCode.Created);
        var decisions = await _client.GetJsonAsync($"/api/v1/suggestions/{id}/decisions");
        Assert.Equal(["approve", "shared"], decisions["items"]!.AsArray().Select(item => (string)item!["action"]!));
    }

    [Fact]
    public async Task Decisions_made_at_once_are_all_kept()
    {
        var id = (await ShownAsync())[0];
        var requests = new[] { "facebook", "x", "linkedin", "email" }.Select(channel =>
            _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions", new { action = "shared", channel }, HttpStatusCode.Created));
        await Task.WhenAll(requests);
        Assert.Equal(4, (await _client.GetJsonAsync($"/api/v1/suggestions/{id}/decisions"))["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("topic=gossip", "unknown-topic", "topic")]
    [InlineData("channel=myspace", "unknown-channel", "channel")]
    [InlineData("language=xx", "unknown-language", "language")]
    [InlineData("limit=0", "validation", "limit")]
    [InlineData("limit=51", "validation", "limit")]
    [InlineData("limit=many", "validation", "limit")]
    [InlineData("cursor=abc", "invalid-cursor", "cursor")]
    public async Task What_can_not_be_answered_says_what_would_be_right(string query, string code, string field)
    {
        using var response = await _client.GetAsync($"/api/v1/suggestions?{query}");
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, code);
        Assert.NotEmpty((string)problem["errors"]![field]![0]!);
    }

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        var cursor = (string)(await _client.GetJsonAsync("/api/v1/suggestions?limit=2"))["nextCursor"]!;
        using var response = await _client.GetAsync($"/api/v1/suggestions?limit=2&topic=nutrition&cursor={cursor}");
        await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Theory]
    [InlineData("0001-01-01", 0)]
    [InlineData("2000-01-01", 10)]
    [InlineData("9999-01-01", 10)]
    [InlineData(null, int.MaxValue)]
    public async Task A_cursor_from_another_time_or_beyond_the_end_says_to_start_again(string? day, int shown)
    {
        var asOf = day is null ? Make.Morning : DateTimeOffset.Parse($"{day}T00:00:00Z", CultureInfo.InvariantCulture);
        using var response = await _client.GetAsync($"/api/v1/suggestions?cursor={new SuggestionCursor(asOf, shown, "", "default|Patients||").Encode()}");
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-cursor");
        Assert.Contains("Start again", (string)problem["errors"]!["cursor"]![0]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"burn"}""", "validation", "action")]
    [InlineData("""{}""", "validation", "action")]
    [InlineData("""{"action":"reject"}""", "validation", "reason")]
    [InlineData("""{"action":"reject","reason":"ugly"}""", "validation", "reason")]
    [InlineData("""{"action":"shared"}""", "validation", "channel")]
    [InlineData("""{"action":"snooze","until":"2020-01-01T00:00:00Z"}""", "validation", "until")]
    [InlineData("""{"action":"snooze","until":"soon"}""", "validation", "until")]
    [InlineData("""{"action":"snooze","until":"2026-12-01","reason":"notToday"}""", "validation", "reason")]
    [InlineData("""{"action":"approve","reason":"offTopic"}""", "validation", "reason")]
    [InlineData("""{"action":"reject","reason":"notToday","until":"2026-12-24"}""", "validation", "until")]
    [InlineData("""{"action":"undo","until":"2026-12-24"}""", "validation", "until")]
    [InlineData("""{"action":"shared","channel":"x","sharedAt":"2026-11-20"}""", "validation", "sharedAt")]
    [InlineData("""{"action":1}""", "validation", "action")]
    [InlineData("""{"action":"approve" """, "unreadable-body", null)]
    [InlineData("", "unreadable-body", null)]
    [InlineData("null", "unreadable-body", null)]
    public async Task A_decision_that_makes_no_sense_is_refused_and_nothing_is_stored(string body, string code, string? field)
    {
        var id = (await ShownAsync())[0];
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync($"/api/v1/suggestions/{id}/decisions", content);
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, code);
        if (field is not null) Assert.NotEmpty((string)problem["errors"]![field]![0]!);
        Assert.Empty((await _client.GetJsonAsync($"/api/v1/suggestions/{id}/decisions"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("GET", "/api/v1/suggestions/sug_none", HttpStatusCode.NotFound, "unknown-suggestion")]
    [InlineData("GET", "/api/v1/suggestions/none/decisions", HttpStatusCode.NotFound, "unknown-suggestion")]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("PUT", "/api/v1/suggestions", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _client.SendAsync(request);
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_told_so()
    {
        using var content = new StringContent("action=approve", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _client.PostAsync($"/api/v1/suggestions/{(await ShownAsync())[0]}/decisions", content);
        await Api.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_technical_piece_is_offered_for_linkedin_only()
    {
        var linkedin = await _client.GetJsonAsync("/api/v1/suggestions?channel=linkedin");
        var trial = Assert.Single(linkedin["items"]!.AsArray());
        Assert.Equal("colleagues", (string?)trial!["audience"]);
        Assert.Equal(["linkedin"], trial["channels"]!.AsArray().Select(channel => (string)channel!));
        Assert.DoesNotContain((string)trial["id"]!, await ShownAsync());
    }

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    private async Task<List<string>> ShownAsync() =>
        [.. (await _client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];
}
