using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Wellread.Articles;
using Wellread.Refresh.PageChecks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>The whole service, a pretend web and a clock that only the test moves.</summary>
public sealed class PageCheckerTests : PageStage
{
    [Fact]
    public async Task An_editor_is_told_to_take_down_what_is_gone_since_it_was_shared()
    {
        var page = "https://news.example.org/walk";
        await StoreAsync(Article("walk"));
        Web.Respond(page, "<title>Walk more</title>", contentType: Html);
        await ShareAsync("walk");
        Assert.Equal(1, await RunAsync());
        Assert.Equal(PageState.Ok, (await PageAsync("walk")).State);
        Assert.Empty(await ChangedAsync());

        Web.Respond(page, "", 404);
        Host.Time.Advance(TimeSpan.FromHours(7));
        Assert.Equal(1, await RunAsync());
        Assert.Empty(await ChangedAsync());
        Assert.Equal(0, await RunAsync());

        Host.Time.Advance(TimeSpan.FromHours(6));
        Assert.Equal(1, await RunAsync());
        var change = Assert.Single(await ChangedAsync());
        Assert.Equal(("gone", "The page is gone since you shared it. Please take down your post on Facebook."), change);
    }

    [Fact]
    public async Task A_page_that_is_not_there_or_not_free_is_out_after_a_look()
    {
        await StoreAsync(Article("fine", 0), Article("gone", 1), Article("paid", 2), Article("login", 3), Article("shy", 4), Article("front", 5));
        Web.Respond("https://news.example.org/fine", "<title>Fine</title>", contentType: Html);
        Web.Respond("https://news.example.org/gone", "", 410);
        Web.Respond("https://news.example.org/paid", """<script type="application/ld+json">{"isAccessibleForFree":false}</script>""", contentType: Html);
        Web.Respond("https://news.example.org/login", "", 401);
        Web.Respond("https://news.example.org/shy", "", 403);
        Web.Redirect("https://news.example.org/front", "/");
        Web.Respond("https://news.example.org/", "<title>News</title>", contentType: Html);
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
        for (var i = 0; i < 6; i++) Web.Respond($"https://news.example.org/a{i}", "<title>x</title>", contentType: Html);
        Assert.Equal(2, await RunAsync());
        Assert.Equal(2, await RunAsync());
        Assert.Equal(1, Web.Count("https://news.example.org/robots.txt"));
        Web.Respond("https://news.example.org/robots.txt", "User-agent: *\nDisallow: /a", contentType: "text/plain");
        Host.Time.Advance(TimeSpan.FromHours(25));
        var before = Web.Requests.Count;
        Assert.Equal(2, await RunAsync());
        Assert.Equal("/robots.txt", Assert.Single(Web.Requests.Skip(before)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_run_before_its_time_asks_no_site_for_more()
    {
        await StoreAsync([.. Enumerable.Range(0, 3).Select(i => Article($"a{i}", i))]);
        for (var i = 0; i < 3; i++) Web.Respond($"https://news.example.org/a{i}", "<title>x</title>", contentType: Html);
        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, await Host.Get<PageChecker>().RunAsync(CancellationToken.None));
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task What_was_shared_is_looked_at_before_what_nobody_has_looked_at_yet()
    {
        await StoreAsync(Article("shared"));
        Web.Respond("https://news.example.org/shared", "<title>Shared</title>", contentType: Html);
        await ShareAsync("shared");
        Assert.Equal(1, await RunAsync());
        Host.Time.Advance(TimeSpan.FromHours(7));
        await StoreAsync([.. Enumerable.Range(1, 5).Select(i => Article($"new{i}", i))]);
        for (var i = 1; i < 6; i++) Web.Respond($"https://news.example.org/new{i}", "<title>New</title>", contentType: Html);
        var before = Web.Requests.Count;
        Assert.Equal(2, await RunAsync());
        Assert.Equal("/shared", Web.Requests.Skip(before).First().Url.AbsolutePath);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_to_where_programs_are_not_wanted()
    {
        Web.Name("other.example.org");
        await StoreAsync(Article("away"), Article("deeper", 1));
        Web.Redirect("https://news.example.org/away", "https://other.example.org/page");
        Web.Redirect("https://news.example.org/deeper", "/private/page");
        Web.Respond("https://news.example.org/robots.txt", "User-agent: *\nDisallow: /private", contentType: "text/plain");
        Web.Respond("https://other.example.org/robots.txt", "User-agent: *\nDisallow: /", contentType: "text/plain");
        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, Web.Count("https://other.example.org/page") + Web.Count("https://news.example.org/private/page"));
        Assert.Equal((PageState.Unreachable, PageState.Unreachable), ((await PageAsync("away")).State, (await PageAsync("deeper")).State));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(503, false)]
    public async Task A_site_without_rules_lets_look_and_one_that_can_not_say_them_does_not(int status, bool looks)
    {
        await StoreAsync(Article("walk"));
        Web.Respond("https://news.example.org/robots.txt", "", status);
        Web.Respond("https://news.example.org/walk", "<title>Walk</title>", contentType: Html);
        await RunAsync();
        Assert.Equal(looks ? 1 : 0, Web.Count("https://news.example.org/walk"));
    }

    [Fact]
    public async Task Rules_that_come_packed_are_heeded()
    {
        await StoreAsync(Article("walk"));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) await gzip.WriteAsync("User-agent: *\nDisallow: /"u8.ToArray());
        Web.Respond("https://news.example.org/robots.txt", packed.ToArray(), contentType: "text/plain", headers: ("Content-Encoding", "gzip"));
        await RunAsync();
        Assert.Equal(0, Web.Count("https://news.example.org/walk"));
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_asked_once_a_run()
    {
        await StoreAsync(Article("a0"), Article("a1", 1));
        Web.Respond("https://news.example.org/a0", "", 503);
        Web.Respond("https://news.example.org/a1", "", 503);
        Assert.Equal(1, await RunAsync());
        Assert.Equal(1, Web.Requests.Count(request => request.Url.AbsolutePath.StartsWith("/a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_public_addresses_are_looked_at()
    {
        Web.Resolve("news.example.org", ["10.0.0.7"]);
        await StoreAsync(Article("inside"));
        await RunAsync();
        Assert.Empty(Web.Requests);
        Assert.Equal(PageState.Unreachable, (await PageAsync("inside")).State);
    }

    [Fact]
    public async Task One_instance_looks_at_a_time()
    {
        await StoreAsync(Article("walk"));
        Web.Respond("https://news.example.org/walk", "<title>Walk</title>", contentType: Html);
        var lease = await Host.Get<IStorage>().TryAcquireLeaseAsync(Partitions.Library, "page-checks", "another", TimeSpan.FromHours(1), CancellationToken.None);
        Assert.Equal(0, await RunAsync());
        await Host.Get<IStorage>().ReleaseLeaseAsync(lease!, CancellationToken.None);
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task What_was_seen_of_a_page_stays_when_its_feed_corrects_the_article_and_when_it_is_scored_anew()
    {
        await StoreAsync(Article("walk"));
        Web.Respond("https://news.example.org/walk", "", 402);
        await RunAsync();
        var stored = (await Host.Get<ArticleStore>().GetAsync(Article("walk").Id, CancellationToken.None))!;
        var merged = ArticleMerge.Merge(stored, stored with { Title = "Walk a lot", Page = null, FirstSeen = Make.Morning.AddDays(1) }).Article;
        Assert.Equal("Walk a lot", merged.Title);
        Assert.Equal(PageState.Paywalled, merged.Page!.State);
        Assert.Equal(PageState.Paywalled, ArticleFactory.Relabel(merged, []).Page!.State);
    }

    [Fact]
    public async Task A_page_that_says_it_was_retracted_is_told_and_never_suggested()
    {
        await StoreAsync(Article("walk"), Article("other", 1));
        Web.Respond("https://news.example.org/walk", "<title>Walk</title>", contentType: Html);
        Web.Respond("https://news.example.org/other", "<title>Retracted: Other</title>", contentType: Html);
        await ShareAsync("walk");
        await RunAsync();
        Web.Respond("https://news.example.org/walk", """<meta property="og:title" content="RETRACTED: Moving and your heart">""", contentType: Html);
        for (var i = 0; i < 2; i++)
        {
            Host.Time.Advance(TimeSpan.FromHours(8));
            await RunAsync();
        }

        Assert.Equal("retracted", Assert.Single(await ChangedAsync()).Kind);
        Assert.Empty(await TitlesAsync());
    }

    [Fact]
    public async Task What_was_seen_of_a_page_is_written_into_the_article_as_it_is_by_then_and_shown_with_it()
    {
        await StoreAsync(Article("walk"), Article("other", 1));
        Web.Respond("https://news.example.org/walk", async context =>
        {
            await StoreAsync(Article("walk") with { Title = "Walk a lot" });
            await context.Response.WriteAsync("<title>Walk</title>");
        });
        Web.Respond("https://news.example.org/other", "<title>Other</title>", contentType: Html);
        Assert.Equal(2, await RunAsync());
        var stored = (await Host.Get<ArticleStore>().GetAsync(Article("walk").Id, CancellationToken.None))!;
        Assert.Equal(("Walk a lot", PageState.Ok), (stored.Title, stored.Page!.State));
        var shown = (await Client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Single(item => (string?)item!["title"] == "Walk a lot")!;
        Assert.Equal(("ok", Host.Time.GetUtcNow()), ((string?)shown["linkCheck"]!["state"], (DateTimeOffset?)shown["linkCheck"]!["checkedAt"]));
    }

    [Fact]
    public async Task A_page_is_read_from_its_beginning_only_and_never_packed()
    {
        await StoreAsync(Article("long"));
        var body = new byte[4 * 1024 * 1024];
        Encoding.ASCII.GetBytes("<title>Long</title>").CopyTo(body, 0);
        Web.Respond("https://news.example.org/long", body, contentType: Html);
        Assert.Equal(1, await RunAsync());
        Assert.Equal("Long", (await PageAsync("long")).Headline);
        Assert.Equal("identity", Web.Requests[^1].Header("Accept-Encoding"));
    }

    private static Article Article(string name, int feed = 0)
    {
        var link = $"https://news.example.org/{name}";
        string[] topics = [new[] { "nutrition", "heart", "sleep", "eyes", "dental", "pain" }[feed]];
        return Make.Article(name, feed: $"feed_{feed}", topics: topics) with { Id = CanonicalLink.ArticleIdOf(link), Link = link };
    }

    /// <summary>The next run, when sites may be looked at again.</summary>
    private Task<int> RunAsync()
    {
        Host.Time.Advance(new PageChecksOptions().Period);
        return Host.Get<PageChecker>().RunAsync(CancellationToken.None);
    }

    private async Task<PageCheck> PageAsync(string name) => (await Host.Get<ArticleStore>().GetAsync(Article(name).Id, CancellationToken.None))!.Page!;

    private async Task ShareAsync(string name) => await Client.PostJsonAsync(
        $"/api/v1/suggestions/{SuggestionId.Of(Article(name).Id)}/decisions", new { action = "shared", channel = "facebook" }, HttpStatusCode.Created);

    private async Task<List<(string Kind, string Message)>> ChangedAsync() =>
        [.. (await Client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray().Select(item => ((string)item!["change"]!["kind"]!, (string)item["change"]!["message"]!))];
}
