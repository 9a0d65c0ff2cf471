using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>An answer is given out again ready-made, and never once it would be made another way.</summary>
public sealed class ReadyAnswersTests : IAsyncLifetime
{
    private const string Mine = "?limit=5&practice=mine";

    private readonly WellreadHost _host = new WellreadHost().With(services =>
        services.AddSingleton(Make.Catalog([.. Enumerable.Range(0, 12).Select(i => $"feed_{i}").Append("feed_a").Select(id => (id, FeedRules.None))])));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 12).Select(i => Make.Article($"a{i}", feed: $"feed_{i}", daysOld: i + 1))]);
        _host.Get<CurrentPractices>().Change(
            [new Practice { Id = "mine", Languages = ["en"], Version = 1 }, new Practice { Id = "theirs", Languages = ["en"], Version = 1 }]);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Asked_again_the_same_bytes_are_there_ready_made()
    {
        Assert.False(IsReady(Mine));
        var first = await BytesAsync(Mine);
        Assert.True(IsReady(Mine));
        Assert.Equal(first, await BytesAsync(Mine));
        Assert.False(IsReady("?limit=6&practice=mine"));
        Assert.False(IsReady(Mine, "HEAD"));
        Assert.False(IsReady(Mine, path: "/api/v1/suggestions/held"));
    }

    [Fact]
    public async Task What_was_decided_is_gone_at_once_and_other_practices_keep_their_answer()
    {
        await BytesAsync(Mine);
        await BytesAsync("?practice=theirs");
        var id = (await ShownAsync(Mine))[0];
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "approve" }, HttpStatusCode.Created);
        Assert.False(IsReady(Mine));
        Assert.DoesNotContain(id, await ShownAsync(Mine));
        Assert.True(IsReady("?practice=theirs"));
        Assert.Contains(id, await ShownAsync("?practice=theirs"));
    }

    [Fact]
    public async Task An_article_that_arrives_is_seen_at_once_and_one_for_other_readers_changes_nothing()
    {
        await BytesAsync(Mine);
        await StoreAsync(Make.Article("informe", language: "es"), Make.Article("trial", audience: ArticleAudience.Colleagues));
        Assert.True(IsReady(Mine));
        await StoreAsync(Make.Article("new", daysOld: 0));
        Assert.Contains(SuggestionId.Of(Make.Article("new").Id), await ShownAsync(Mine));
        await StoreAsync(Make.Article("again", feed: "feed_3", daysOld: 2) with { StoryId = Make.Article("new").Id });
        var items = (await _client.GetJsonAsync($"/api/v1/suggestions{Mine}"))["items"]!.AsArray();
        Assert.Equal(2, items.Single(item => (string?)item!["title"] == "new")!["sources"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_somebody_asked_for_is_made_anew_before_an_article_is_there_and_only_once()
    {
        var before = await BytesAsync(Mine);
        await StoreAsync(Make.Article("new", daysOld: 0));
        Assert.True(IsReady(Mine));
        var after = await BytesAsync(Mine);
        Assert.NotEqual(before, after);
        Assert.Contains("\"new\"", System.Text.Encoding.UTF8.GetString(after));
        await StoreAsync(Make.Article("newer", daysOld: 0));
        await StoreAsync(Make.Article("newest", daysOld: 0));
        Assert.False(IsReady(Mine));
        Assert.Contains("\"newest\"", System.Text.Encoding.UTF8.GetString(await BytesAsync(Mine)));
    }

    [Fact]
    public async Task What_comes_in_for_a_later_page_leaves_this_one_as_it_is_and_is_there_on_the_next()
    {
        var (tag, before) = (await TagAsync(Mine), await BytesAsync(Mine));
        var late = Make.Article("late", daysOld: 90);
        for (var i = 0; i < 2; i++)
        {
            _host.Time.Advance(TimeSpan.FromSeconds(1));
            await StoreAsync(i == 0 ? late : Make.Article("later", daysOld: 100));
            Assert.True(IsReady(Mine));
        }

        Assert.Equal(tag, await TagAsync(Mine));
        Assert.NotEqual(before, await BytesAsync(Mine));
        var (seen, next) = (await ShownAsync(Mine), Mine);
        while ((string?)(await _client.GetJsonAsync($"/api/v1/suggestions{next}"))["nextCursor"] is { } cursor) seen.AddRange(await ShownAsync(next = $"{Mine}&cursor={cursor}"));
        Assert.Equal(14, seen.Distinct().Count());
        Assert.Contains(SuggestionId.Of(late.Id), seen);
    }

    [Fact]
    public async Task Settings_feeds_and_the_store_count_too()
    {
        await BytesAsync(Mine);
        _host.Get<CurrentPractices>().Change([new Practice { Id = "mine", Languages = ["es"], Version = 2 }]);
        Assert.Empty(await ShownAsync(Mine));
        // Taken away and set up anew, it may have a version that it had before.
        _host.Get<CurrentPractices>().Change([new Practice { Id = "mine", Languages = ["en"], Version = 2 }]);
        Assert.Equal(5, (await ShownAsync(Mine)).Count);
        await BytesAsync("");
        _host.Get<CurrentCatalog>().Change([new FeedSetting { FeedId = "feed_0", Removed = true }], []);
        Assert.False(IsReady(""));
        await BytesAsync("");
        _host.Get<SuggestionState>().Change(current => current with { Stale = true });
        Assert.Contains("\"stale\":true", await _client.GetStringAsync("/api/v1/suggestions"));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task It_is_kept_for_an_hour_at_most(int minutes, bool ready)
    {
        await BytesAsync(Mine);
        _host.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(ready, IsReady(Mine));
    }

    [Fact]
    public async Task A_snooze_that_ends_and_a_day_that_begins_are_seen_to_the_second()
    {
        var id = (await ShownAsync(Mine))[0];
        var until = _host.Time.GetUtcNow().AddHours(1);
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "snooze", until }, HttpStatusCode.Created);
        _host.Time.Advance(TimeSpan.FromMinutes(59.5));
        Assert.DoesNotContain(id, await ShownAsync(Mine));
        _host.Time.Advance(TimeSpan.FromMinutes(0.5));
        Assert.Contains(id, await ShownAsync(Mine));

        _host.Time.Advance(_host.Time.GetUtcNow().Date.AddDays(1) - _host.Time.GetUtcNow().UtcDateTime - TimeSpan.FromSeconds(1));
        await BytesAsync(Mine);
        Assert.True(IsReady(Mine));
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(IsReady(Mine));
    }

    [Fact]
    public async Task What_another_instance_dated_ahead_is_seen_at_its_time()
    {
        var arriving = Make.Article("ahead", daysOld: 0) with { FirstSeen = _host.Time.GetUtcNow().AddSeconds(30) };
        await StoreAsync(arriving);
        Assert.DoesNotContain(SuggestionId.Of(arriving.Id), await ShownAsync(Mine));
        _host.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.True(IsReady(Mine));
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(IsReady(Mine));
        Assert.Contains(SuggestionId.Of(arriving.Id), await ShownAsync(Mine));
    }

    [Fact]
    public async Task A_post_that_is_planned_counts_from_when_it_is_out()
    {
        var id = (await ShownAsync(Mine))[0];
        var sharedAt = _host.Time.GetUtcNow().AddMinutes(10);
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "shared", channel = "facebook", sharedAt }, HttpStatusCode.Created);
        await BytesAsync(Mine);
        _host.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(IsReady(Mine));
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(IsReady(Mine));
    }

    [Fact]
    public async Task What_a_store_says_again_leaves_an_answer_as_it_is()
    {
        var id = (await ShownAsync(Mine))[0];
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "approve" }, HttpStatusCode.Created);
        await BytesAsync(Mine);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.True(IsReady(Mine));
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so_made_or_ready()
    {
        var tag = await TagAsync(Mine);
        Assert.True(tag.IsWeak);
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, tag.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, $"\"other\", {tag}"));
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, "*"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Mine, "\"other\"")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Mine, "nonsense")).Status);

        _host.Time.Advance(TimeSpan.FromHours(2));
        Assert.False(IsReady(Mine));
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, tag.ToString()));
        await StoreAsync(Make.Article("new", daysOld: 0));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Mine, tag.ToString())).Status);
        Assert.NotEqual(tag, await TagAsync(Mine));
    }

    [Fact]
    public void The_host_makes_no_trace_of_a_request_that_is_answered_ready_made() =>
        Assert.False(_host.Get<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical));

    [Fact]
    public async Task Ready_answers_have_the_headers_of_others_and_come_to_known_hosts_only()
    {
        using var made = await _client.GetAsync("/api/v1/suggestions?limit=5");
        using var ready = await _client.GetAsync("/api/v1/suggestions?limit=5");
        Assert.Equal(Headers(made), Headers(ready));
        Assert.Contains("X-Content-Type-Options", ready.Headers.Select(header => header.Key));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/suggestions?limit=5");
        request.Headers.Host = "evil.example";
        using var refused = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Pages_hold_together_ready_or_not_and_keep_what_was_asked()
    {
        for (var time = 0; time < 2; time++)
        {
            var seen = new List<string>();
            for (var next = "/api/v1/suggestions?limit=5&practice=mine&figures=false"; next is not null;)
            {
                using var response = await _client.GetAsync(next);
                seen.AddRange(System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(item => (string)item!["id"]!));
                next = response.Headers.TryGetValues("Link", out var links) && links.Single() is var link ? link[1..link.IndexOf('>')] : null;
                Assert.Contains("practice=mine&figures=false", next ?? "practice=mine&figures=false");
            }

            Assert.Equal(12, seen.Count);
            Assert.Equal(12, seen.Distinct().Count());
        }
    }

    [Fact]
    public void What_is_kept_is_bounded_and_what_is_used_stays()
    {
        var kept = new RecentlyUsed<int, string>(100, text => text.Length);
        kept.Put(-1, "often");
        for (var i = 0; i < 1000; i++)
        {
            kept.Put(i, "0123456789");
            Assert.Equal("often", kept.Find(-1));
            Assert.InRange(kept.Count, 1, 13);
        }

        Assert.Null(kept.Find(0));
        Assert.Equal("0123456789", kept.Find(999));
        kept.Put(999, "new");
        Assert.Equal("new", kept.Find(999));
    }

    private bool IsReady(string query, string method = "GET", string path = "/api/v1/suggestions")
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (method, path, new QueryString(query));
        return _host.Get<ReadyAnswers>().Find(context.Request) is not null;
    }

    private Task<byte[]> BytesAsync(string query) => _client.GetByteArrayAsync($"/api/v1/suggestions{query}");

    private async Task<List<string>> ShownAsync(string query) =>
        [.. (await _client.GetJsonAsync($"/api/v1/suggestions{query}"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private async Task<EntityTagHeaderValue> TagAsync(string query)
    {
        using var response = await _client.GetAsync($"/api/v1/suggestions{query}");
        return response.Headers.ETag!;
    }

    private async Task<(HttpStatusCode Status, int Length)> AskAsync(string query, string known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/suggestions{query}");
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
