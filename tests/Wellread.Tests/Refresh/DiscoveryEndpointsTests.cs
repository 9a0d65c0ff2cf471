using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh;

public sealed class DiscoveryEndpointsTests : IAsyncLifetime
{
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = new WellreadHost().WithFeeds(
            _web,
            "text=\"Listed\" xmlUrl=\"https://listed.example.org/feed\"",
            "text=\"Journal\" xmlUrl=\"https://journal.example.org/feed\" audience=\"professional\"");
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_sites_address_gives_its_feeds_with_a_preview_of_how_friendly_they_are()
    {
        _web.Respond("https://site.example.org/", "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>", contentType: "text/html");
        _web.Respond("https://site.example.org/feed", Feed(Enumerable.Range(1, 7).Select(Friendly)));
        var report = await DiscoverAsync("site.example.org");
        Assert.Equal("One feed was found.", (string?)report["summary"]);
        var feed = Assert.Single(report["items"]!.AsArray())!;
        Assert.Equal("https://site.example.org/feed", (string?)feed["url"]);
        Assert.Null(feed["id"]);
        Assert.Equal("Staying well", (string?)feed["title"]);
        Assert.Equal("Tips & more", (string?)feed["description"]);
        Assert.Equal("https://site.example.org/", (string?)feed["homepage"]);
        Assert.Equal("en", (string?)feed["language"]);
        Assert.Equal("rss20", (string?)feed["format"]);
        Assert.Equal(7, (int?)feed["itemCount"]);
        Assert.Equal("2026-11-07T08:00:00+00:00", (string?)feed["newestAt"]);
        Assert.Equal("All 5 newest items are easy to read and fit for patients.", (string?)feed["summary"]);
        var preview = feed["preview"]!.AsArray();
        Assert.Equal(["7", "6", "5", "4", "3"], preview.Select(item => ((string?)item!["url"])![^1..]));
        Assert.All(preview, item =>
        {
            Assert.Equal("patients", (string?)item!["audience"]);
            Assert.InRange((double)item["score"]!, 0.5, 1);
            Assert.InRange((double)item["grade"]!, 0, 9);
            Assert.InRange(item["reasons"]!.AsArray().Count, 1, 3);
            Assert.Contains("nutrition", item["topics"]!.AsArray().Select(topic => (string?)topic));
        });
    }

    [Fact]
    public async Task A_feed_that_is_on_the_list_already_is_named_by_its_id()
    {
        _web.Respond("https://listed.example.org/feed", Feed([]));
        var feed = Assert.Single((await DiscoverAsync("https://listed.example.org/feed"))["items"]!.AsArray())!;
        Assert.Equal(FeedId.Of(new Uri("https://listed.example.org/feed")), (string?)feed["id"]);
        Assert.Equal("This feed has no items right now. It is on your list already.", (string?)feed["summary"]);
        Assert.Null(feed["newestAt"]);
    }

    [Theory]
    [InlineData("<language>de</language><item><title>Warum Wasser gut für den Körper ist</title><link>https://site.example.org/1</link><description>Das Wasser ist für den Körper und die Nieren sehr wichtig.</description></item>", "It is in a language that Wellread does not score.")]
    [InlineData("<item><title>No link</title></item>", "None of its newest items has a title and a link that can be shared.")]
    [InlineData("<item><title>The team won the cup final</title><link>https://site.example.org/1</link><pubDate>Mon, 05 Feb 2024 08:00:00 GMT</pubDate></item>", "The newest item is for neither patients nor colleagues. Its newest item is old: 5 February 2024.")]
    public async Task What_a_feed_lacks_is_said_in_words(string items, string summary)
    {
        _web.Respond("https://site.example.org/feed", $"<rss version=\"2.0\"><channel><title>Other</title>{items}</channel></rss>");
        Assert.Equal(summary, (string?)(await DiscoverAsync("https://site.example.org/feed"))["items"]![0]!["summary"]);
    }

    [Fact]
    public async Task A_feed_on_the_list_is_judged_as_the_list_has_it()
    {
        _web.Respond("https://journal.example.org/feed", Feed([Friendly(1), Friendly(2)]));
        Assert.Equal(
            "None of the 2 newest items is for patients; 2 are for colleagues. It is on your list already.",
            (string?)(await DiscoverAsync("https://journal.example.org/feed"))["items"]![0]!["summary"]);
    }

    [Fact]
    public async Task A_site_without_feeds_is_an_answer_and_no_error()
    {
        _web.Respond("https://site.example.org/", "<html><body>Hello</body></html>", contentType: "text/html");
        var report = await DiscoverAsync("https://site.example.org");
        Assert.Empty(report["items"]!.AsArray());
        Assert.StartsWith("No feed was found there.", (string?)report["summary"]);
    }

    [Theory]
    [InlineData("heart news", HttpStatusCode.BadRequest, "validation")]
    [InlineData("", HttpStatusCode.BadRequest, "validation")]
    [InlineData("http://127.0.0.1:6379/", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("169.254.169.254/latest", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("https://me:pass@site.example.org/", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("https://nowhere.example.org/", HttpStatusCode.BadGateway, "source-unreachable")]
    [InlineData("https://known.example.org/missing", HttpStatusCode.BadGateway, "source-unreachable")]
    public async Task A_mistake_is_answered_with_a_problem_that_repeats_nothing(string url, HttpStatusCode status, string code)
    {
        _web.Name("known.example.org");
        using var response = await _client.PostAsJsonAsync("/api/v1/feeds/discover", new { url });
        var problem = await Api.ProblemAsync(response, status, code);
        Assert.NotNull(problem["errors"]!["url"]);
        if (url.Length > 0) Assert.DoesNotContain(url, problem.ToJsonString());
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        _web.Respond("https://site.example.org/feed", Feed([Friendly(1)]));
        await DiscoverAsync("https://site.example.org/feed");
        Assert.Equal(["Journal", "Listed"], (await _client.GetJsonAsync("/api/v1/feeds"))["items"]!.AsArray().Select(feed => (string?)feed!["title"]));
        Assert.Empty(await _host.Get<FeedStore>().LoadAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task Every_known_trick_is_refused()
    {
        string[] noAddress = ["   ", "/etc/passwd"];
        foreach (var row in AddressPolicyTests.Rows().Where(row => !row.MustAllow))
        {
            if (row.RedirectTo is { } to) _web.Redirect(row.Url, to, 301);
            if (row.Dns is { } dns) _web.Resolve(new Uri(row.Url).Host, dns);
            if (row.RedirectTo?.Contains("rebind-1", StringComparison.Ordinal) == true) _web.Resolve("rebind-1.feeds-probe.org", ["127.0.0.1"]);
            using var response = await _client.PostAsJsonAsync("/api/v1/feeds/discover", new { url = row.Url });
            // Of a name that changes its mind, the first answer is public, and nothing is there.
            var expected = noAddress.Contains(row.Url) ? HttpStatusCode.BadRequest : row.Kind == "dns-rebinding" ? HttpStatusCode.BadGateway : HttpStatusCode.UnprocessableEntity;
            Assert.Equal((row.Url, expected), (row.Url, response.StatusCode));
        }

        Assert.All(_web.Dialled, endPoint => Assert.True(AddressRanges.IsPublic(endPoint.Address), $"{endPoint}"));
    }

    private Task<JsonNode> DiscoverAsync(string url) => _client.PostJsonAsync("/api/v1/feeds/discover", new { url }, HttpStatusCode.OK);

    private static string Feed(IEnumerable<string> items) => $"""
        <rss version="2.0"><channel><title>Staying well</title><link>https://site.example.org/</link><language>en-US</language>
        <description>&lt;p&gt;Tips &amp;amp; more&lt;/p&gt;</description>{string.Concat(items)}</channel></rss>
        """;

    private static string Friendly(int day) => $"""
        <item><title>{day} easy ways to eat more fruit and vegetables</title><link>https://site.example.org/{day}</link><pubDate>{day:00} Nov 2026 08:00:00 GMT</pubDate>
        <description>You do not need a special diet to eat well. Add fruit to your breakfast. Fill half your plate with vegetables. Drink water instead of soda. Ask your doctor what is right for you.</description></item>
        """;
}
