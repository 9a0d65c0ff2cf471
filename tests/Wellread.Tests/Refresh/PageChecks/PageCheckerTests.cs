using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Refresh.PageChecks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>The whole service, a pretend web and a clock that only the test moves.</summary>
public sealed class PageCheckerTests : IAsyncLifetime
{
    private const string Html = "text/html; charset=utf-8";
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _web.Name("news.example.org");
        _host = new WellreadHost().With(services => services.AddSingleton(_web.Network)
            .AddSingleton(Make.Catalog([.. Enumerable.Range(0, 9).Select(i => ($"feed_{i}", FeedRules.None))])));
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task An_editor_is_told_to_take_down_what_is_gone_since_it_was_shared()
    {
        var page = "https://news.example.org/walk";
        await StoreAsync(Article("walk"));
        _web.Respond(page, "<title>Walk more</title>", contentType: Html);
        await ShareAsync("walk");
        Assert.Equal(1, await RunAsync());
        Assert.Equal(PageState.Ok, (await PageAsync("walk")).State);
        Assert.Empty(await ChangedAsync());

        _web.Respond(page, "", 404);
        _host.Time.Advance(TimeSpan.FromHours(7));
        Assert.Equal(1, await RunAsync());
        Assert.Empty(await ChangedAsync());
        Assert.Equal(0, await RunAsync());

        _host.Time.Advance(TimeSpan.FromHours(6));
        Assert.Equal(1, await RunAsync());
        var change = Assert.Single(await ChangedAsync());
        Assert.Equal(("gone", "The page is gone since you shared it. Please take down your post on Facebook."), change);
    }

    [Fact]
    public async Task A_page_that_is_not_there_or_not_free_is_out_after_a_look()
    {
        await StoreAsync(Article("fine", 0), Article("gone", 1), Article("paid", 2), Article("login", 3), Article("shy", 4), Article("front", 5));
        _web.Respond("https://news.example.org/fine", "<title>Fine</title>", contentType: Html);
        _web.Respond("https://news.example.org/gone", "", 410);
        _web.Respond("https://news.example.org/paid", """<script type="application/ld+json">{"isAccessibleForFree":false}</script>""", contentType: Html);
        _web.Respond("https://news.example.org/login", "", 401);
        _web.Respond("https://news.example.org/shy", "", 403);
        _web.Redirect("https://news.example.org/front", "/");
        _web.Respond("https://news.example.org/", "<title>News</title>", contentType: Html);
        Assert.Equal(6, (await TitlesAsync()).Count);
        for (var i = 0; i < 4; i++) await RunAsync();
        Assert.Equal(["fine", "shy"], (await TitlesAsync()).Order());
        Assert.Equal(PageState.Unreachable, (await PageAsync("shy")).State);
        Assert.Equal(PageState.Paywalled, (await PageAsync("paid")).State);
        Assert.Equal(PageState.Login, (await PageAsync("login")).State);
    }

    [Fact]
    public async Task A_run_asks_a_site_for_little_and_for_nothing_that_it_does_not_want_looked_at()
    {
        await StoreAsync([.. Enumerable.Range(0, 6).Select(i => Article($"a{i}", i))]);
        for (var i = 0; i < 6; i++) _web.Respond($"https://news.example.org/a{i}", "<title>x</title>", contentType: Html);
        Assert.Equal(2, await RunAsync());
        Assert.Equal(2, await RunAsync());
        Assert.Equal(1, _web.Count("https://news.example.org/robots.txt"));
        _web.Respond("https://news.example.org/robots.txt", "User-agent: *\nDisallow: /a", contentType: "text/plain");
        _host.Time.Advance(TimeSpan.FromHours(25));
        var before = _web.Requests.Count;
        Assert.Equal(2, await RunAsync());
        Assert.Equal("/robots.txt", Assert.Single(_web.Requests.Skip(before)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_run_before_its_time_asks_no_site_for_more()
    {
        await StoreAsync([.. Enumerable.Range(0, 3).Select(i => Article($"a{i}", i))]);
        for (var i = 0; i < 3; i++) _web.Respond($"https://news.example.org/a{i}", "<title>x</title>", contentType: Html);
        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, await _host.Get<PageChecker>().RunAsync(CancellationToken.None));
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task What_was_shared_is_looked_at_before_what_nobody_has_looked_at_yet()
    {
        await StoreAsync(Article("shared"));
        _web.Respond("https://news.example.org/shared", "<title>Shared</title>", contentType: Html);
        await ShareAsync("shared");
        Assert.Equal(1, await RunAsync());
        _host.Time.Advance(TimeSpan.FromHours(7));
        await StoreAsync([.. Enumerable.Range(1, 5).Select(i => Article($"new{i}", i))]);
        for (var i = 1; i < 6; i++) _web.Respond($"https://news.example.org/new{i}", "<title>New</title>", contentType: Html);
        var before = _web.Requests.Count;
        Assert.Equal(2, await RunAsync());
        Assert.Equal("/shared", _web.Requests.Skip(before).First().Url.AbsolutePath);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_to_where_programs_are_not_wanted()
    {
        _web.Name("other.example.org");
        await StoreAsync(Article("away"), Article("deeper", 1));
        _web.Redirect("https://news.example.org/away", "https://other.example.org/page");
        _web.Redirect("https://news.example.org/deeper", "/private/page");
        _web.Respond("https://news.example.org/robots.txt", "User-agent: *\nDisallow: /private", contentType: "text/plain");
        _web.Respond("https://other.example.org/robots.txt", "User-agent: *\nDisallow: /", contentType: "text/plain");
        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, _web.Count("https://other.example.org/page") + _web.Count("https://news.example.org/private/page"));
        Assert.Equal((PageState.Unreachable, PageState.Unreachable), ((await PageAsync("away")).State, (await PageAsync("deeper")).State));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(503, false)]
    public async Task A_site_without_rules_lets_look_and_one_that_can_not_say_them_does_not(int status, bool looks)
    {
        await StoreAsync(Article("walk"));
        _web.Respond("https://news.example.org/robots.txt", "", status);
        _web.Respond("https://news.example.org/walk", "<title>Walk</title>", contentType: Html);
        await RunAsync();
        Assert.Equal(looks ? 1 : 0, _web.Count("https://news.example.org/walk"));
    }

    [Fact]
    public async Task Rules_that_come_packed_are_heeded()
    {
        await StoreAsync(Article("walk"));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) await gzip.WriteAsync("User-agent: *\nDisallow: /"u8.ToArray());
        _web.Respond("https://news.example.org/robots.txt", packed.ToArray(), contentType: "text/plain", headers: ("Content-Encoding", "gzip"));
        await RunAsync();
        Assert.Equal(0, _web.Count("https://news.example.org/walk"));
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_asked_once_a_run()
    {
        await StoreAsync(Article("a0"), Article("a1", 1));
        _web.Respond("https://news.example.org/a0", "", 503);
        _web.Respond("https://news.example.org/a1", "", 503);
        Assert.Equal(1, await RunAsync());
        Assert.Equal(1, _web.Requests.Count(request => request.Url.AbsolutePath.StartsWith("/a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_public_addresses_are_looked_at()
    {
        _web.Resolve("news.example.org", ["10.0.0.7"]);
        await StoreAsync(Article("inside"));
        await RunAsync();
        Assert.Empty(_web.Requests);
        Assert.Equal(PageState.Unreachable, (await PageAsync("inside")).State);
    }

    [Fact]
    public async Task One_instance_looks_at_a_time()
    {
        await StoreAsync(Article("walk"));
        _web.Respond("https://news.example.org/walk", "<title>Walk</title>", contentType: Html);
        var lease = await _host.Get<IStorage>().TryAcquireLeaseAsync(Partitions.Library, "page-checks", "another", TimeSpan.FromHours(1), CancellationToken.None);
        Assert.Equal(0, await RunAsync());
        await _host.Get<IStorage>().ReleaseLeaseAsync(lease!, CancellationToken.None);
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task What_was_seen_of_a_page_stays_when_its_feed_corrects_the_article_and_when_it_is_scored_anew()
    {
        await StoreAsync(Article("walk"));
        _web.Respond("https://news.example.org/walk", "", 402);
        await RunAsync();
        var stored = (await _host.Get<ArticleStore>().GetAsync(Article("walk").Id, CancellationToken.None))!;
        var merged = ArticleMerge.Merge(stored, stored with { Title = "Walk a lot", Page = null, FirstSeen = Make.Morning.AddDays(1) }).Article;
        Assert.Equal("Walk a lot", merged.Title);
        Assert.Equal(PageState.Paywalled, merged.Page!.State);
        Assert.Equal(PageState.Paywalled, ArticleFactory.Relabel(merged, []).Page!.State);
    }

    [Fact]
    public async Task A_page_that_says_it_was_retracted_is_told_and_never_suggested()
    {
        await StoreAsync(Article("walk"), Article("other", 1));
        _web.Respond("https://news.example.org/walk", "<title>Walk</title>", contentType: Html);
        _web.Respond("https://news.example.org/other", "<title>Retracted: Other</title>", contentType: Html);
        await ShareAsync("walk");
        await RunAsync();
        _web.Respond("https://news.example.org/walk", """<meta property="og:title" content="RETRACTED: Moving and your heart">""", contentType: Html);
        for (var i = 0; i < 2; i++)
        {
            _host.Time.Advance(TimeSpan.FromHours(8));
            await RunAsync();
        }

        Assert.Equal("retracted", Assert.Single(await ChangedAsync()).Kind);
        Assert.Empty(await TitlesAsync());
    }

    [Fact]
    public async Task What_was_seen_of_a_page_is_written_into_the_article_as_it_is_by_then_and_shown_with_it()
    {
        await StoreAsync(Article("walk"), Article("other", 1));
        _web.Respond("https://news.example.org/walk", async context =>
        {
            await StoreAsync(Article("walk") with { Title = "Walk a lot" });
            await context.Response.WriteAsync("<title>Walk</title>");
        });
        _web.Respond("https://news.example.org/other", "<title>Other</title>", contentType: Html);
        Assert.Equal(2, await RunAsync());
        var stored = (await _host.Get<ArticleStore>().GetAsync(Article("walk").Id, CancellationToken.None))!;
        Assert.Equal(("Walk a lot", PageState.Ok), (stored.Title, stored.Page!.State));
        var shown = (await _client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Single(item => (string?)item!["title"] == "Walk a lot")!;
        Assert.Equal(("ok", _host.Time.GetUtcNow()), ((string?)shown["linkCheck"]!["state"], (DateTimeOffset?)shown["linkCheck"]!["checkedAt"]));
    }

    [Fact]
    public async Task A_page_is_read_from_its_beginning_only_and_never_packed()
    {
        await StoreAsync(Article("long"));
        var body = new byte[4 * 1024 * 1024];
        Encoding.ASCII.GetBytes("<title>Long</title>").CopyTo(body, 0);
        _web.Respond("https://news.example.org/long", body, contentType: Html);
        Assert.Equal(1, await RunAsync());
        Assert.Equal("Long", (await PageAsync("long")).Headline);
        Assert.Equal("identity", _web.Requests[^1].Header("Accept-Encoding"));
    }

    private static Article Article(string name, int feed = 0)
    {
        var link = $"https://news.example.org/{name}";
        string[] topics = [new[] { "nutrition", "heart", "sleep", "eyes", "dental", "pain" }[feed]];
        return Make.Article(name, feed: $"feed_{feed}", topics: topics) with { Id = CanonicalLink.ArticleIdOf(link), Link = link };
    }

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    /// <summary>The next run, when sites may be looked at again.</summary>
    private Task<int> RunAsync()
    {
        _host.Time.Advance(new PageChecksOptions().Period);
        return _host.Get<PageChecker>().RunAsync(CancellationToken.None);
    }

    private async Task<PageCheck> PageAsync(string name) => (await _host.Get<ArticleStore>().GetAsync(Article(name).Id, CancellationToken.None))!.Page!;

    private async Task ShareAsync(string name) => await _client.PostJsonAsync(
        $"/api/v1/suggestions/{SuggestionId.Of(Article(name).Id)}/decisions", new { action = "shared", channel = "facebook" }, HttpStatusCode.Created);

    private async Task<List<(string Kind, string Message)>> ChangedAsync() =>
        [.. (await _client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray().Select(item => ((string)item!["change"]!["kind"]!, (string)item["change"]!["message"]!))];

    private async Task<List<string>> TitlesAsync() =>
        [.. (await _client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}
