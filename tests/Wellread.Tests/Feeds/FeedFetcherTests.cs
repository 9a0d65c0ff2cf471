using Microsoft.Extensions.Time.Testing;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedFetcherTests : IAsyncLifetime
{
    private const string Feed = "https://news.example.org/feed";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 4, 10, 0, 0, TimeSpan.Zero));
    private readonly FeedSource _source = Fetching.Source(Feed);
    private FakeWeb _web = null!;

    public async Task InitializeAsync() => _web = await FakeWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task A_feed_gives_its_items_and_what_tells_it_unchanged_next_time()
    {
        _web.Respond(Feed, Rss("one", "two"), headers: [("ETag", "W/\"7\""), ("Last-Modified", "Tue, 03 Feb 2026 10:00:00 GMT"), ("Cache-Control", "public, max-age=3600"), ("Age", "600")]);
        var fetched = Assert.IsType<FeedVisit.Fetched>(await VisitAsync());
        Assert.Equal(["one", "two"], fetched.Feed.Entries.Select(entry => entry.Title));
        Assert.Equal("W/\"7\"", fetched.Validators.ETag);
        Assert.Equal("Tue, 03 Feb 2026 10:00:00 GMT", fetched.Validators.LastModified);
        Assert.Matches("^[0-9a-f]{64}$", fetched.Validators.BodyFingerprint);
        Assert.Equal(TimeSpan.FromMinutes(50), fetched.Cache.MaxAge);
        Assert.Null(fetched.MovedTo);
    }

    [Fact]
    public async Task The_second_visit_asks_only_for_what_is_new()
    {
        var page = _web.Respond(Feed, async context =>
        {
            context.Response.Headers.ETag = "\"7\"";
            context.Response.Headers.LastModified = "Tue, 03 Feb 2026 10:00:00 GMT";
            if (context.Request.Headers.IfNoneMatch == "\"7\"" && context.Request.Headers.IfModifiedSince == "Tue, 03 Feb 2026 10:00:00 GMT") context.Response.StatusCode = 304;
            else await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Rss("one")));
        });
        var state = After(await VisitAsync());
        var second = Assert.IsType<FeedVisit.NotModified>(await VisitAsync(state));
        Assert.Equal(state.Validators, second.Validators);
        Assert.Equal(2, page.Requests);
    }

    [Fact]
    public async Task The_whole_feed_is_asked_for_every_three_days_whatever_the_validators_say()
    {
        _web.Respond(Feed, Rss("one"), headers: ("ETag", "\"7\""));
        var state = After(await VisitAsync());
        _time.Advance(FeedFetcher.WholeFeedEvery);
        await VisitAsync(state);
        Assert.Null(_web.Requests[^1].Header("If-None-Match"));
    }

    [Fact]
    public async Task The_same_body_is_nothing_new_though_the_site_says_otherwise()
    {
        _web.Respond(Feed, Rss("one"), headers: ("ETag", "\"7\""));
        var state = After(await VisitAsync());
        _web.Respond(Feed, Rss("one"), headers: ("ETag", "\"8\""));
        var second = Assert.IsType<FeedVisit.NotModified>(await VisitAsync(state));
        Assert.Equal("\"8\"", second.Validators.ETag);
    }

    [Fact]
    public async Task A_new_body_is_read_though_the_validators_stayed_the_same()
    {
        _web.Respond(Feed, Rss("one"), headers: ("ETag", "\"7\""));
        var state = After(await VisitAsync());
        _web.Respond(Feed, Rss("two"), headers: ("ETag", "\"7\""));
        Assert.Equal("two", Assert.IsType<FeedVisit.Fetched>(await VisitAsync(state)).Feed.Entries[0].Title);
    }

    [Fact]
    public async Task Nothing_new_at_the_first_visit_is_a_fault()
    {
        _web.Respond(Feed, status: 304, headers: ("ETag", "\"7\""));
        Assert.Equal("broken-answer", Assert.IsType<FeedVisit.Failed>(await VisitAsync()).Code);
    }

    [Theory]
    [InlineData("\"a\u0001b\"")]
    [InlineData("long")]
    public async Task Validators_that_no_honest_site_sends_are_not_kept(string tag)
    {
        var value = tag == "long" ? $"\"{new string('e', 2000)}\"" : tag;
        var raw = $"HTTP/1.1 200 OK\r\nETag: {value}\r\nContent-Length: {Rss("one").Length}\r\n\r\n{Rss("one")}";
        using var outbound = Fetching.Outbound(_web.Network with { Dial = (_, _) => Task.FromResult<Stream>(new CannedStream(raw)) });
        _web.Name("plain.example.org");
        var source = Fetching.Source("http://plain.example.org/feed");
        var visit = await new FeedFetcher(outbound, _time).VisitAsync(source, Fetching.NewState(source), CancellationToken.None);
        Assert.Null(Assert.IsType<FeedVisit.Fetched>(visit).Validators.ETag);
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "Wed, 04 Feb 2026 12:00:00 GMT", 7200)]
    [InlineData(429, "99999999999", 86400)]
    [InlineData(429, "Mon, 01 Jan 2001 00:00:00 GMT", 60)]
    [InlineData(503, "0", 60)]
    [InlineData(503, "-1", null)]
    [InlineData(503, "soon", null)]
    [InlineData(503, "1.5", null)]
    public async Task A_site_that_asks_to_wait_is_heard(int status, string retryAfter, int? seconds)
    {
        _web.Respond(Feed, status: status, headers: ("Retry-After", retryAfter));
        var failed = Assert.IsType<FeedVisit.Failed>(await VisitAsync());
        Assert.Equal(status == 429 ? "too-many-requests" : "unavailable", failed.Code);
        Assert.Equal(seconds, failed.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("max-age=60, public", null, 60)]
    [InlineData("no-cache, max-age=60", null, null)]
    [InlineData("nonsense===", "Wed, 04 Feb 2026 11:00:00 GMT", 3600)]
    [InlineData(null, "Wed, 04 Feb 2026 11:00:00 GMT", 3600)]
    [InlineData(null, "0", null)]
    [InlineData(null, "Tue, 03 Feb 2026 11:00:00 GMT", null)]
    public async Task How_long_an_answer_stays_fresh_is_read_from_its_headers(string? cacheControl, string? expires, int? seconds)
    {
        var headers = new List<(string, string)> { ("Date", "Wed, 04 Feb 2026 10:00:00 GMT") };
        if (cacheControl is not null) headers.Add(("Cache-Control", cacheControl));
        if (expires is not null) headers.Add(("Expires", expires));
        _web.Respond(Feed, Rss("one"), headers: [.. headers]);
        Assert.Equal(seconds, Assert.IsType<FeedVisit.Fetched>(await VisitAsync()).Cache.MaxAge?.TotalSeconds);
    }

    [Theory]
    [InlineData(401, "http-status", "The site asks for a password.")]
    [InlineData(403, "http-status", "The site refused the visit (403). It may not let programs read this feed.")]
    [InlineData(404, "http-status", "The site has no page at this address (404).")]
    [InlineData(410, "gone", "The publisher says that this feed is gone for good. Wellread no longer visits it.")]
    [InlineData(500, "http-status", "The site has a fault of its own (500).")]
    [InlineData(204, "empty", "The site's answer was empty.")]
    [InlineData(200, "empty", "The site's answer was empty.")]
    public async Task What_is_wrong_is_said_in_words(int status, string code, string message)
    {
        _web.Respond(Feed, status: status);
        var failed = Assert.IsType<FeedVisit.Failed>(await VisitAsync());
        Assert.Equal((code, message), (failed.Code, failed.Message));
    }

    [Fact]
    public async Task A_web_page_is_told_from_a_feed_whatever_it_is_called()
    {
        _web.Respond(Feed, "<!doctype html><html><head><title>x</title></head><body>Hello</body></html>");
        var failed = Assert.IsType<FeedVisit.Failed>(await VisitAsync());
        Assert.Equal(("web-page", "The site answered with a web page instead of a feed."), (failed.Code, failed.Message));
        _web.Respond(Feed, Rss("one"), contentType: "text/html");
        Assert.IsType<FeedVisit.Fetched>(await VisitAsync());
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_followed_and_in_time_visited_at_its_new_address()
    {
        _web.Redirect(Feed, "https://new.example.org/feed", 301);
        _web.Respond("https://new.example.org/feed", Rss("one"));
        var state = Fetching.NewState(_source);
        for (var day = 0; day <= 7; day++)
        {
            state = FeedSchedule.After(state, await VisitAsync(state), _time.GetUtcNow());
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(new Uri("https://new.example.org/feed"), state.AdoptedUrl);
        var before = _web.Count(Feed);
        await VisitAsync(state);
        Assert.Equal(before, _web.Count(Feed));
    }

    [Fact]
    public async Task A_move_into_a_private_network_is_never_adopted()
    {
        _web.Redirect(Feed, "http://10.0.0.1/feed", 301);
        var state = Fetching.NewState(_source);
        for (var day = 0; day <= 30; day++)
        {
            var visit = await VisitAsync(state);
            Assert.Equal(("blocked-address", "The site sends visitors to an address that Wellread does not open."), visit is FeedVisit.Failed failed ? (failed.Code, failed.Message) : default);
            state = FeedSchedule.After(state, visit, _time.GetUtcNow());
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Null(state.Move);
        Assert.Null(state.AdoptedUrl);
    }

    [Fact]
    public async Task An_allowed_private_newsroom_is_read_and_its_neighbour_is_not()
    {
        _web.Respond("http://newsroom.hospital.internal:9000/feed", Rss("one"));
        _web.Resolve("newsroom.hospital.internal", ["10.1.2.3"]);
        var network = _web.Network with { Dial = (endPoint, cancellationToken) => _web.Network.Dial(new(System.Net.IPAddress.Parse("9.9.9.9"), endPoint.Port), cancellationToken) };
        var options = new FeedsOptions { AllowedPrivateEndpoints = { "newsroom.hospital.internal:9000" } };
        using var outbound = Fetching.Outbound(network, _time, options);
        var fetcher = new FeedFetcher(outbound, _time);
        var newsroom = Fetching.Source("http://newsroom.hospital.internal:9000/feed");
        Assert.IsType<FeedVisit.Fetched>(await fetcher.VisitAsync(newsroom, Fetching.NewState(newsroom), CancellationToken.None));
        var neighbour = Fetching.Source("http://newsroom.hospital.internal:9001/feed");
        Assert.Equal("blocked-address", Assert.IsType<FeedVisit.Failed>(await fetcher.VisitAsync(neighbour, Fetching.NewState(neighbour), CancellationToken.None)).Code);
    }

    private async Task<FeedVisit> VisitAsync(FeedState? state = null)
    {
        using var outbound = Fetching.Outbound(_web, _time);
        return await new FeedFetcher(outbound, _time).VisitAsync(_source, state ?? Fetching.NewState(_source), CancellationToken.None);
    }

    private FeedState After(FeedVisit visit) => FeedSchedule.After(Fetching.NewState(_source), visit, _time.GetUtcNow());

    private static string Rss(params string[] titles) =>
        $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(titles.Select(title => $"<item><title>{title}</title><link>https://news.example.org/{title}</link></item>"))}</channel></rss>";
}
