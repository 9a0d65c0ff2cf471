using System.Net;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedsEndpointsTests : IAsyncLifetime
{
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _web.Respond("https://good.example.org/feed", "<rss version=\"2.0\"><channel><title>Good</title><item><title>Drink more water</title><link>https://good.example.org/1</link></item></channel></rss>");
        _web.Respond("https://page.example.org/", "<!doctype html><html><body>Hello</body></html>", contentType: "text/html");
        _host = new WellreadHost().WithFeeds(
            _web,
            "text=\"Good\" xmlUrl=\"https://good.example.org/feed\" publisher=\"non-profit\" audience=\"consumer\" language=\"en\" topics=\"nutrition\"",
            "text=\"Page\" xmlUrl=\"https://page.example.org/\"",
            "text=\"Off\" xmlUrl=\"https://off.example.org/\" enabled=\"false\"");
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task Each_feed_says_how_it_is_in_words()
    {
        await _host.RefreshAsync();
        var list = await _client.GetJsonAsync("/api/v1/feeds");
        var items = list["items"]!.AsArray();
        Assert.Null(list["nextCursor"]);
        Assert.Equal(["Good", "Off", "Page"], items.Select(item => (string?)item!["title"]));
        Assert.Equal(["healthy", "off", "failing"], items.Select(item => (string?)item!["health"]!["condition"]));
        Assert.Equal("nonProfit", (string?)items[0]!["publisher"]);
        Assert.Equal("test", (string?)items[0]!["packs"]![0]);
        Assert.StartsWith("Read just now, 1 item.", (string?)items[0]!["health"]!["summary"]);
        Assert.Equal("web-page", (string?)items[2]!["health"]!["fault"]);
        Assert.StartsWith("The site answered with a web page instead of a feed. It has never been read.", (string?)items[2]!["health"]!["summary"]);
        var one = await _client.GetJsonAsync($"/api/v1/feeds/{items[2]!["id"]}");
        Assert.Equal(items[2]!.ToJsonString(), one.ToJsonString());
    }

    [Theory]
    [InlineData("condition=off", "Off")]
    [InlineData("condition=new", "Good,Page")]
    [InlineData("pack=TEST", "Good,Off,Page")]
    [InlineData("pack=other", "")]
    public async Task Feeds_can_be_chosen_by_pack_and_by_how_they_are(string query, string titles)
    {
        var list = await _client.GetJsonAsync($"/api/v1/feeds?{query}");
        Assert.Equal(titles, string.Join(',', list["items"]!.AsArray().Select(item => (string?)item!["title"])));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        var first = await _client.GetJsonAsync("/api/v1/feeds?limit=2");
        var second = await _client.GetJsonAsync($"/api/v1/feeds?limit=2&cursor={first["nextCursor"]}");
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Equal("Page", (string?)Assert.Single(second["items"]!.AsArray())!["title"]);
        Assert.Null(second["nextCursor"]);
    }

    [Theory]
    [InlineData("/api/v1/feeds/feed_none", HttpStatusCode.NotFound, "unknown-feed")]
    [InlineData("/api/v1/feeds?cursor=x", HttpStatusCode.BadRequest, "invalid-cursor")]
    [InlineData("/api/v1/feeds?limit=0", HttpStatusCode.BadRequest, "validation")]
    [InlineData("/api/v1/feeds?condition=ill", HttpStatusCode.BadRequest, "validation")]
    public async Task A_mistake_is_answered_with_a_problem(string path, HttpStatusCode status, string code)
    {
        using var response = await _client.GetAsync(path);
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task Readiness_tells_how_many_feeds_can_be_read()
    {
        Assert.Equal("2 feeds are switched on; none has been visited yet.", await DetailAsync());
        await _host.RefreshAsync();
        Assert.Equal("1 of the 2 feeds that are switched on can be read, 1 can't.", await DetailAsync());
        _web.Respond("https://good.example.org/feed", status: 500);
        _host.Time.Advance(TimeSpan.FromDays(2));
        await _host.RefreshAsync();
        Assert.Equal("None of the 2 feeds visited could be read. Can this machine reach the internet?", await DetailAsync());

        async Task<string?> DetailAsync() =>
            (string?)(await _client.GetJsonAsync("/health/ready"))["parts"]!.AsArray().Single(part => (string?)part!["name"] == "feeds")!["detail"];
    }
}
