using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class OutboundHttpTests : IAsyncLifetime
{
    private const string Page = "https://news.example.org/feed";
    private FakeWeb _web = null!;

    public async Task InitializeAsync() => _web = await FakeWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Theory]
    [InlineData("http://news.example.org/feed")]
    [InlineData("https://news.example.org/feed")]
    [InlineData("http://news.example.org:8080/feed?a=1")]
    public async Task A_page_is_read_over_http_and_https(string url)
    {
        _web.Respond(url, "hello", contentType: "text/plain", headers: [("ETag", "\"1\""), ("Last-Modified", "Mon, 02 Feb 2026 10:00:00 GMT")]);
        var answer = await Answered(url);
        Assert.Equal("hello", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal("text/plain", answer.Headers.ContentType);
        Assert.Equal("\"1\"", answer.Headers.ETag);
        Assert.Null(answer.MovedTo);
    }

    [Fact]
    public async Task Publishers_see_who_visits_and_nothing_else_about_us()
    {
        _web.Respond(Page, "hello");
        await Answered(Page);
        var request = Assert.Single(_web.Requests);
        Assert.Matches(@"^Wellread/\d+\.\d+\.\d+ \(\+https://.+\)$", request.Header("User-Agent"));
        Assert.Equal("gzip, deflate, br", request.Header("Accept-Encoding"));
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order());
    }

    [Fact]
    public async Task An_operator_can_name_the_practice_to_publishers()
    {
        _web.Respond(Page, "hello");
        await Answered(Page, options: new FeedsOptions { UserAgent = "Oak Street Clinic (web@oakstreet.example)" });
        Assert.Equal("Oak Street Clinic (web@oakstreet.example)", Assert.Single(_web.Requests).Header("User-Agent"));
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        _web.Respond(Page, "hello", headers: [("Set-Cookie", "id=1; Path=/")]);
        using var outbound = Fetching.Outbound(_web);
        await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.All(_web.Requests, request => Assert.Null(request.Header("Cookie")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_answer_is_unpacked(string coding)
    {
        _web.Respond(Page, Pack(coding, "hello"), headers: ("Content-Encoding", coding));
        Assert.Equal("hello", Encoding.UTF8.GetString((await Answered(Page)).Body.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_answer_that_was_cut_short_is_a_fault(string coding)
    {
        var whole = Pack(coding, string.Concat(Enumerable.Range(0, 5000)));
        _web.Respond(Page, whole[..^40], headers: ("Content-Encoding", coding));
        Assert.Equal(FeedFaults.BrokenCoding, await Fault(Page));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_answer_that_grows_past_the_cap_is_too_large(string coding)
    {
        _web.Respond(Page, Pack(coding, new string('x', 200_000)), headers: ("Content-Encoding", coding));
        Assert.Equal(FeedFaults.TooLarge, await Fault(Page, options: new FeedsOptions { MaxPlainBytes = 100_000 }));
    }

    [Fact]
    public async Task One_coding_is_the_most()
    {
        _web.Respond(Page, Pack("gzip", "hello"), headers: ("Content-Encoding", "gzip, gzip"));
        Assert.Equal(FeedFaults.UnknownCoding, await Fault(Page));
    }

    [Fact]
    public async Task A_length_past_the_cap_is_refused_before_the_body_is_read()
    {
        // Nothing of the body is ever sent: a fetcher that waited for it would end with a timeout.
        _web.Respond(Page, async context =>
        {
            context.Response.ContentLength = long.MaxValue;
            await context.Response.Body.FlushAsync();
            await context.RequestAborted.WaitAsync();
        });
        Assert.Equal(FeedFaults.TooLarge, await Fault(Page));
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_cap()
    {
        _web.Respond(Page, async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block);
        });
        Assert.Equal(FeedFaults.TooLarge, await Fault(Page));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        for (var hop = 1; hop <= 6; hop++) _web.Redirect($"https://news.example.org/{hop}", $"/{hop - 1}");
        _web.Respond("https://news.example.org/0", "hello");
        var answer = await Answered("https://news.example.org/5");
        Assert.Equal("https://news.example.org/0", answer.Url.AbsoluteUri);
        Assert.Equal(FeedFaults.TooManyRedirects, await Fault("https://news.example.org/6"));
    }

    [Theory]
    [InlineData(301, 308, true)]
    [InlineData(301, 302, false)]
    [InlineData(307, 301, false)]
    public async Task A_move_counts_as_for_good_when_every_hop_says_so(int first, int second, bool forGood)
    {
        _web.Redirect("http://news.example.org/old", "https://news.example.org/older", first);
        _web.Redirect("https://news.example.org/older", Page, second);
        _web.Respond(Page, "hello");
        var answer = await Answered("http://news.example.org/old");
        Assert.Equal(forGood ? new Uri(Page) : null, answer.MovedTo);
    }

    [Fact]
    public async Task A_move_from_a_safe_to_an_unsafe_connection_is_followed_but_does_not_count_as_for_good()
    {
        _web.Redirect(Page, "http://news.example.org/feed", 301);
        _web.Respond("http://news.example.org/feed", "hello");
        var answer = await Answered(Page);
        Assert.Equal("http", answer.Url.Scheme);
        Assert.Null(answer.MovedTo);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("//localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://news.example.org:6379/")]
    [InlineData("http://inside.example.org/")]
    public async Task A_redirect_into_a_private_network_is_refused_without_a_connection(string location)
    {
        _web.Resolve("inside.example.org", ["10.0.0.5"]);
        _web.Redirect(Page, location, 301);
        Assert.Equal("blocked-address", (await Fault(Page)).Code);
        Assert.All(_web.Dialled, endPoint => Assert.True(AddressRanges.IsPublic(endPoint.Address)));
        Assert.Single(_web.Dialled);
    }

    [Fact]
    public async Task A_name_with_one_private_answer_among_public_ones_is_refused()
    {
        _web.Respond(Page, "hello");
        _web.Resolve("news.example.org", ["9.9.9.9", "10.0.0.5"]);
        Assert.Equal(FeedFaults.BlockedName, await Fault(Page));
        Assert.Empty(_web.Dialled);
    }

    [Fact]
    public async Task A_name_that_later_leads_inside_is_refused_though_a_connection_is_still_open()
    {
        _web.Respond(Page, "hello");
        _web.Resolve("news.example.org", ["9.9.9.9"], ["127.0.0.1"]);
        using var outbound = Fetching.Outbound(_web);
        Assert.IsType<OutboundAnswer.Answered>(await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None));
        var second = await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.Equal(FeedFaults.BlockedName, Assert.IsType<OutboundAnswer.Failed>(second).Fault);
        Assert.Equal([new IPEndPoint(IPAddress.Parse("9.9.9.9"), 443)], _web.Dialled);
    }

    [Fact]
    public async Task The_second_address_is_tried_when_the_first_does_not_answer()
    {
        _web.Respond("http://news.example.org/feed", "hello");
        _web.Resolve("news.example.org", ["2a00:1450::8", "9.9.9.9", "9.9.9.10"]);
        var dialled = new List<IPAddress>();
        var network = _web.Network with
        {
            Dial = (endPoint, cancellationToken) =>
            {
                dialled.Add(endPoint.Address);
                return dialled.Count == 1 ? throw new SocketException((int)SocketError.ConnectionRefused) : _web.Network.Dial(endPoint, cancellationToken);
            },
        };
        using var outbound = Fetching.Outbound(network);
        Assert.IsType<OutboundAnswer.Answered>(await outbound.GetAsync(new Uri("http://news.example.org/feed"), FeedValidators.None, CancellationToken.None));
        Assert.Equal([IPAddress.Parse("9.9.9.9"), IPAddress.Parse("9.9.9.10")], dialled);
    }

    [Fact]
    public async Task An_unknown_name_is_said_in_words() => Assert.Equal(FeedFaults.NameNotFound, await Fault("https://nobody.example.org/feed"));

    [Fact]
    public async Task A_certificate_of_someone_else_is_not_trusted()
    {
        _web.Respond(Page, "hello");
        using var stranger = new FakeCertificates();
        using var outbound = Fetching.Outbound(_web.Network with { TrustedRoots = stranger.Roots });
        var answer = await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.Equal(FeedFaults.Insecure, Assert.IsType<OutboundAnswer.Failed>(answer).Fault);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_fault()
    {
        _web.Respond(Page, async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("hel");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        Assert.Equal(FeedFaults.BrokenAnswer, await Fault(Page));
    }

    [Fact]
    public async Task A_look_up_that_hangs_ends_after_five_seconds()
    {
        var hangs = new Signal();
        await EndsAfter(TimeSpan.FromSeconds(5), hangs, _web.Network with
        {
            Resolve = (_, _) => { hangs.Set(); return new TaskCompletionSource<IPAddress[]>().Task; },
        });
    }

    [Fact]
    public async Task A_connection_that_hangs_ends_after_five_seconds()
    {
        var hangs = new Signal();
        _web.Respond(Page, "hello");
        await EndsAfter(TimeSpan.FromSeconds(5), hangs, _web.Network with
        {
            Dial = async (_, cancellationToken) =>
            {
                hangs.Set();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("not reached");
            },
        });
    }

    [Fact]
    public async Task Headers_that_hang_end_after_ten_seconds()
    {
        var hangs = new Signal();
        _web.Respond(Page, async context => { hangs.Set(); await context.RequestAborted.WaitAsync(); });
        await EndsAfter(TimeSpan.FromSeconds(10), hangs, _web.Network);
    }

    [Fact]
    public async Task A_body_that_hangs_ends_after_twenty_seconds()
    {
        var hangs = new Signal();
        _web.Respond(Page, async context =>
        {
            await context.Response.WriteAsync("<rss>");
            await context.Response.Body.FlushAsync();
            hangs.Set();
            await context.RequestAborted.WaitAsync();
        });
        // Whether the head has arrived when the clock moves is the network's business, so its own limit is put out of the way.
        await EndsAfter(TimeSpan.FromSeconds(20), hangs, _web.Network, new FeedsOptions { HeadersTimeout = TimeSpan.FromSeconds(60) });
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_its_cancellation()
    {
        using var caller = new CancellationTokenSource();
        _web.Respond(Page, async context => { await caller.CancelAsync(); await context.RequestAborted.WaitAsync(); });
        using var outbound = Fetching.Outbound(_web);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outbound.GetAsync(new Uri(Page), FeedValidators.None, caller.Token));
    }

    /// <summary>Moves the clock once the visit hangs, and sees that it ends at the limit and not before.</summary>
    private static async Task EndsAfter(TimeSpan limit, Signal hangs, OutboundNetwork network, FeedsOptions? options = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 2, 2, 8, 0, 0, TimeSpan.Zero));
        using var outbound = Fetching.Outbound(network, time, options);
        var visit = outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        await hangs.WaitAsync();
        time.Advance(limit - TimeSpan.FromMilliseconds(1));
        Assert.False(visit.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(FeedFaults.Timeout, Assert.IsType<OutboundAnswer.Failed>(await visit.WaitAsync(Signal.Patience)).Fault);
    }

    private async Task<OutboundAnswer.Answered> Answered(string url, FeedsOptions? options = null)
    {
        using var outbound = Fetching.Outbound(_web, options: options);
        return Assert.IsType<OutboundAnswer.Answered>(await outbound.GetAsync(new Uri(url), FeedValidators.None, CancellationToken.None));
    }

    private async Task<FeedFault> Fault(string url, FeedsOptions? options = null)
    {
        using var outbound = Fetching.Outbound(_web, options: options);
        return Assert.IsType<OutboundAnswer.Failed>(await outbound.GetAsync(new Uri(url), FeedValidators.None, CancellationToken.None)).Fault;
    }

    private static byte[] Pack(string coding, string text)
    {
        using var packed = new MemoryStream();
        using (Stream packer = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
            _ => new BrotliStream(packed, CompressionLevel.Optimal),
        })
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
