using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedDiscoveryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(Make.Morning);
    private FakeWeb _web = null!;
    private OutboundHttp _outbound = null!;
    private FeedDiscovery _discovery = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        (_outbound, _discovery) = Create(new FeedsOptions());
    }

    public async Task DisposeAsync()
    {
        _discovery.Dispose();
        _outbound.Dispose();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_feeds_own_address_gives_that_feed()
    {
        _web.Respond("https://news.example.org/rss", Rss("News &amp;amp; <b>views</b>", "a"));
        var found = await FoundAsync("https://news.example.org/rss");
        Assert.True(found.IsFeedItself);
        Assert.Equal("https://news.example.org/rss", Assert.Single(found.Feeds).Url.AbsoluteUri);
        Assert.Single(_web.Requests);
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_given_at_its_new_address()
    {
        _web.Respond("https://news.example.org/rss", Rss("News", "a"));
        _web.Redirect("https://old.example.org/for-good", "https://news.example.org/rss", 301);
        _web.Redirect("https://old.example.org/for-now", "https://news.example.org/rss");
        Assert.Equal("https://news.example.org/rss", (await FoundAsync("old.example.org/for-good")).Feeds[0].Url.AbsoluteUri);
        Assert.Equal("https://old.example.org/for-now", (await FoundAsync("old.example.org/for-now")).Feeds[0].Url.AbsoluteUri);
    }

    [Fact]
    public async Task A_page_gives_the_feeds_it_points_to_that_can_be_read()
    {
        Page("https://site.example.org/", """
            <link rel=alternate type=application/rss+xml href=/dead>
            <link rel=alternate type=application/rss+xml href=/page title="A page">
            <link rel=alternate type=application/rss+xml href=/one>
            <link rel=alternate type=application/atom+xml href=/one.atom>
            <a href=https://other.example.org/two.rss title=Two>Two</a>
            """);
        Page("https://site.example.org/page", "Hello");
        _web.Respond("https://site.example.org/one", Rss("One", "1"));
        _web.Respond("https://site.example.org/one.atom", Atom("One", "1"));
        _web.Respond("https://other.example.org/two.rss", Rss("", "2"));
        var found = await FoundAsync("site.example.org");
        Assert.False(found.IsFeedItself);
        Assert.Equal(["One https://site.example.org/one", "Two https://other.example.org/two.rss"], found.Feeds.Select(feed => $"{feed.Title} {feed.Url}"));
    }

    [Fact]
    public async Task A_page_that_points_nowhere_is_asked_at_the_usual_places()
    {
        Page("https://site.example.org/health/", "Hello");
        _web.Respond("https://site.example.org/rss.xml", Rss("Site", "1"));
        _web.Respond("https://site.example.org/feed.xml", Rss("Other", "2"));
        Assert.Equal("https://site.example.org/rss.xml", Assert.Single((await FoundAsync("https://site.example.org/health/")).Feeds).Url.AbsoluteUri);
        Assert.Equal(["/health/", "/health/feed", "/feed", "/rss.xml"], _web.Requests.Select(request => request.Url.AbsolutePath));
    }

    [Fact]
    public async Task A_site_that_has_had_enough_is_left_alone()
    {
        Page("https://site.example.org/", "Hello");
        _web.Respond("https://site.example.org/feed", status: 429);
        Assert.IsType<FeedDiscoveryResult.NothingFound>(await _discovery.DiscoverAsync("https://site.example.org/", default));
        Assert.Equal(2, _web.Requests.Count);
    }

    [Fact]
    public async Task Plain_http_is_tried_where_the_scheme_was_left_out()
    {
        _web.Respond("http://plain.example.org/", Rss("Plain", "1"));
        _web.Respond("https://plain.example.org/", context => { context.Abort(); return Task.CompletedTask; });
        Assert.Equal("http://plain.example.org/", Assert.Single((await FoundAsync("plain.example.org")).Feeds).Url.AbsoluteUri);
        Assert.IsType<FeedDiscoveryResult.Unreachable>(await _discovery.DiscoverAsync("https://plain.example.org", default));
    }

    [Fact]
    public async Task No_page_leads_into_a_private_network_even_where_an_operator_allowed_it()
    {
        var options = new FeedsOptions();
        options.AllowedPrivateEndpoints.Add("10.20.30.40:80");
        var (outbound, discovery) = Create(options);
        using var both = outbound;
        using var own = discovery;
        Page("https://site.example.org/", """
            <base href="http://10.20.30.40/"><link rel=alternate type=application/rss+xml href=feed>
            <link rel=alternate type=application/rss+xml href="http://127.0.0.1/feed"><link rel=alternate type=application/rss+xml href="http://2130706433/feed">
            <link rel=alternate type=application/rss+xml href="file:///etc/passwd"><link rel=alternate type=application/rss+xml href="https://inside.example.org/feed">
            """);
        _web.Resolve("inside.example.org", ["10.0.0.5"]);
        Assert.IsType<FeedDiscoveryResult.NothingFound>(await discovery.DiscoverAsync("https://site.example.org/", default));
        Assert.All(_web.Dialled, endPoint => Assert.True(AddressRanges.IsPublic(endPoint.Address)));
    }

    [Fact]
    public async Task A_door_that_is_shut_looks_like_one_that_does_not_answer()
    {
        _web.Respond("http://shut.example.org/", context => { context.Abort(); return Task.CompletedTask; });
        var asked = new TaskCompletionSource();
        _web.Respond("http://silent.example.org/", async context => { asked.TrySetResult(); await Task.Delay(Timeout.Infinite, context.RequestAborted); });
        var shut = await _discovery.DiscoverAsync("http://shut.example.org/", default);
        var silent = _discovery.DiscoverAsync("http://silent.example.org/", default);
        await asked.Task.WaitAsync(Signal.Patience);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(shut, await silent.WaitAsync(Signal.Patience));
        Assert.IsType<FeedDiscoveryResult.Unreachable>(shut);
    }

    [Fact]
    public async Task A_slow_link_costs_its_share_of_the_time_and_the_next_is_asked()
    {
        Page("https://site.example.org/", "<link rel=alternate type=application/rss+xml href=/slow><link rel=alternate type=application/rss+xml href=/good>");
        var asked = new TaskCompletionSource();
        _web.Respond("https://site.example.org/slow", async context => { asked.TrySetResult(); await Task.Delay(Timeout.Infinite, context.RequestAborted); });
        _web.Respond("https://site.example.org/good", Rss("Good", "1"));
        var looking = FoundAsync("https://site.example.org/");
        await asked.Task.WaitAsync(Signal.Patience);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("Good", Assert.Single((await looking.WaitAsync(Signal.Patience)).Feeds).Title);
    }

    [Fact]
    public async Task A_page_of_a_thousand_links_costs_a_handful_of_requests()
    {
        Page("https://site.example.org/", string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<link rel=alternate type=application/rss+xml href=/{i}>")));
        Assert.IsType<FeedDiscoveryResult.NothingFound>(await _discovery.DiscoverAsync("https://site.example.org/", default));
        Assert.InRange(_web.Requests.Count, FeedDiscovery.MaxAsked + 1, 16);
        Page("https://rich.example.org/", string.Concat(Enumerable.Range(0, 20).Select(i => $"<link rel=alternate type=application/rss+xml href=/{i}>")));
        for (var i = 0; i < 20; i++) _web.Respond($"https://rich.example.org/{i}", Rss($"Feed {i}", $"{i}"));
        Assert.Equal(FeedDiscovery.MaxFound, (await FoundAsync("https://rich.example.org/")).Feeds.Length);
    }

    [Fact]
    public async Task Few_sites_are_looked_at_side_by_side()
    {
        var silence = new TaskCompletionSource();
        _web.Respond("https://silent.example.org/", context => silence.Task);
        var looking = Enumerable.Range(0, FeedDiscovery.MaxAtOnce).Select(_ => _discovery.DiscoverAsync("https://silent.example.org/", default)).ToArray();
        Assert.IsType<FeedDiscoveryResult.Busy>(await _discovery.DiscoverAsync("https://silent.example.org/", default));
        silence.SetResult();
        await Task.WhenAll(looking).WaitAsync(Signal.Patience);
        Assert.IsNotType<FeedDiscoveryResult.Busy>(await _discovery.DiscoverAsync("https://silent.example.org/", default));
    }

    [SkippableFact]
    public async Task Whatever_a_server_does_looking_ends_with_an_outcome()
    {
        using var server = await HostileServer.StartAsync();
        var options = new FeedsOptions { HeadersTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(2) };
        using var outbound = Fetching.Outbound(server.Network, options: options);
        using var discovery = new FeedDiscovery(outbound, new AddressPolicy(PrivateEndpoints.None), TimeProvider.System, NullLogger<FeedDiscovery>.Instance);
        foreach (var path in (string[])["/infinite-body", "/hang", "/slow-body", "/gzip-bomb", "/banner-ssh", "/redirect-loop", "/infinite-headers", "/header-huge", "/reset", "/http09"])
        {
            var result = await discovery.DiscoverAsync($"http://feeds-probe.org{path}", default).WaitAsync(Signal.Patience);
            Assert.True(result is FeedDiscoveryResult.Unreachable, $"{path}: {result}");
        }

        Assert.All(server.Dialled, endPoint => Assert.Equal(IPAddress.Parse("93.184.215.14"), endPoint.Address));
    }

    private (OutboundHttp Outbound, FeedDiscovery Discovery) Create(FeedsOptions options)
    {
        var outbound = Fetching.Outbound(_web, _time, options);
        return (outbound, new FeedDiscovery(outbound, new AddressPolicy(PrivateEndpoints.From(options.AllowedPrivateEndpoints)), _time, NullLogger<FeedDiscovery>.Instance));
    }

    private async Task<FeedDiscoveryResult.Found> FoundAsync(string typed) => Assert.IsType<FeedDiscoveryResult.Found>(await _discovery.DiscoverAsync(typed, default));

    private void Page(string url, string head) => _web.Respond(url, $"<!doctype html><html><head>{head}</head><body></body></html>", contentType: "text/html");

    private static string Rss(string title, string item) =>
        $"<rss version=\"2.0\"><channel><title>{title}</title><item><title>Drink more water</title><link>https://site.example.org/items/{item}</link></item></channel></rss>";

    private static string Atom(string title, string item) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>{title}</title><entry><title>Drink more water</title><link href=\"https://site.example.org/items/{item}\"/></entry></feed>";
}
