using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>A server that misbehaves in every way known to us. Where it stalls, the time limits are scaled down; what is tested is that they hold.</summary>
public sealed class HostileServerTests
{
    private static readonly FeedsOptions ShortLimits = new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(2),
        HeadersTimeout = TimeSpan.FromSeconds(2),
        TotalTimeout = TimeSpan.FromSeconds(3),
    };

    private static readonly string[] Stalling = ["/hang", "/slow-headers", "/slow-body", "/slow-tail", "/stall-1k", "/half-close"];

    /// <summary>What must come of a behaviour: the code of the failure, or how many items were read.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["/ok"] = "3",
        ["/gzip"] = "3",
        ["/etag"] = "3",
        ["/no-length"] = "3",
        ["/chunked-ok"] = "3",
        ["/http3-lie"] = "3",
        ["/extra-response"] = "3",
        ["/redirect-chain?n=5"] = "3",
        ["/redirect-chain?n=6"] = "too-many-redirects",
        ["/redirect-permanent"] = "3",
        ["/redirect-308"] = "3",
        ["/redirect-frag"] = "3",
        ["/redirect-loop"] = "too-many-redirects",
        ["/redirect-self"] = "too-many-redirects",
        ["/redirect-cookie"] = "too-many-redirects",
        ["/redirect-300"] = "http-status",
        ["/redirect-304"] = "broken-answer",
        ["/redirect-empty"] = "broken-redirect",
        ["/hang"] = "timeout",
        ["/slow-headers"] = "timeout",
        ["/slow-body"] = "timeout",
        ["/slow-tail"] = "timeout",
        ["/stall-1k"] = "timeout",
        ["/infinite-body"] = "too-large",
        ["/infinite-items"] = "too-large",
        ["/infinite-chunked"] = "too-large",
        ["/infinite-headers"] = "too-large",
        ["/cl-huge"] = "too-large",
        ["/cl-too-long"] = "broken-answer",
        ["/cl-negative"] = "broken-answer",
        ["/cl-two"] = "broken-answer",
        ["/te-unknown"] = "broken-answer",
        ["/206"] = "http-status",
        ["/chunked-garbage"] = "broken-answer",
        ["/chunked-truncated"] = "broken-answer",
        ["/chunked-no-end"] = "broken-answer",
        ["/header-huge"] = "too-large",
        ["/header-many"] = "too-large",
        ["/banner-ssh"] = "broken-answer",
        ["/banner-redis"] = "broken-answer",
        ["/http09"] = "broken-answer",
        ["/gzip-bomb"] = "too-large",
        ["/gzip-double"] = "unknown-coding",
        ["/gzip-lie"] = "broken-answer",
        ["/gzip-truncated"] = "broken-answer",
        ["/gzip-trailing"] = "3",
        ["/deflate-raw"] = "3",
        ["/br-lie"] = "broken-answer",
        ["/encoding-unknown"] = "unknown-coding",
        ["/plain-lie"] = "3",
        ["/reset"] = "broken-answer",
        ["/close"] = "broken-answer",
        ["/reset-mid"] = "broken-answer",
        ["/200-empty"] = "empty",
        ["/204"] = "empty",
        ["/410"] = "gone",
        ["/429"] = "too-many-requests",
        ["/503"] = "unavailable",
        ["/401"] = "http-status",
        ["/status-999"] = "http-status",
        ["/etag-always-304"] = "broken-answer",
        ["/etag-long"] = "3",
        ["/etag-crlf"] = "3",
        ["/cache-forever"] = "3",
        ["/age-lie"] = "3",
        ["/ct-html-is-rss"] = "3",
        ["/ct-rss-is-html"] = "web-page",
        ["/ct-none"] = "3",
        ["/ct-octet"] = "3",
        ["/disposition"] = "3",
        ["/meta-refresh"] = "web-page",
    };

    [SkippableFact]
    public async Task Whatever_a_server_does_a_visit_ends_with_an_outcome()
    {
        using var server = await HostileServer.StartAsync();
        using var outbound = Fetching.Outbound(server.Network);
        using var hasty = Fetching.Outbound(server.Network, options: ShortLimits);
        var paths = (await BehavioursAsync(outbound)).Union(Expected.Keys).ToArray();
        var outcomes = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (path, cancellationToken) =>
        {
            var source = Fetching.Source($"http://feeds-probe.org{path}");
            var fetcher = new FeedFetcher(Stalling.Contains(path) ? hasty : outbound, TimeProvider.System);
            var visit = await fetcher.VisitAsync(source, Fetching.NewState(source), cancellationToken).WaitAsync(Signal.Patience, cancellationToken);
            outcomes[path] = Outcome(visit);
            // What comes of it must be storable and describable, whatever it is.
            var state = FeedSchedule.After(Fetching.NewState(source), visit, DateTimeOffset.UnixEpoch);
            Assert.NotEmpty(FeedHealth.Describe(state, DateTimeOffset.UnixEpoch).Summary);
        });

        Assert.True(outcomes.Count > 100);
        Assert.Empty(Expected.Where(pair => outcomes[pair.Key] != pair.Value).Select(pair => $"{pair.Key}: {outcomes[pair.Key]} instead of {pair.Value}"));
        Assert.All(server.Dialled, endPoint => Assert.Equal(IPAddress.Parse("93.184.215.14"), endPoint.Address));
    }

    [SkippableFact]
    public async Task No_redirect_or_name_of_the_known_tricks_reaches_a_private_address()
    {
        using var server = await HostileServer.StartAsync();
        foreach (var row in AddressPolicyTests.Rows().Where(row => row.RedirectTo is not null || row.Dns is not null || row.Url.Contains("redirect-chain", StringComparison.Ordinal)))
        {
            var answers = new Queue<string[]>(row.Dns ?? []);
            var dialled = new List<IPAddress>();
            var network = server.Network with
            {
                Resolve = (host, cancellationToken) => answers.Count > 0
                    ? Task.FromResult(Array.ConvertAll(answers.Count > 1 ? answers.Dequeue() : answers.Peek(), IPAddress.Parse))
                    : host.StartsWith("rebind", StringComparison.Ordinal) ? Task.FromResult(new[] { IPAddress.Loopback }) : server.Network.Resolve(host, cancellationToken),
                Dial = (endPoint, cancellationToken) => { dialled.Add(endPoint.Address); return server.Network.Dial(endPoint, cancellationToken); },
            };
            using var outbound = Fetching.Outbound(network);
            var url = new Uri(row.Url);
            var first = await outbound.GetAsync(url, FeedValidators.None, CancellationToken.None);
            var second = await outbound.GetAsync(url, FeedValidators.None, CancellationToken.None);
            Assert.All(dialled, address => Assert.True(AddressRanges.IsPublic(address), $"{row.Url} dialled {address}"));
            Assert.True(row.MustAllow == second is OutboundAnswer.Answered, $"{row.Url}: {second}");
            if (first is OutboundAnswer.Answered { MovedTo: { } moved }) Assert.Equal("feeds-probe.org", moved.Host);
        }
    }

    [SkippableFact]
    public async Task Only_a_certificate_that_is_trusted_current_and_of_this_host_opens_a_connection()
    {
        using var server = await HostileServer.StartAsync(tls: true);
        var expected = new Dictionary<string, string>
        {
            ["tls_ok"] = "3",
            ["tls_self_signed"] = "insecure",
            ["tls_expired"] = "insecure",
            ["tls_wrong_host"] = "insecure",
            ["tls_garbage"] = "insecure",
            ["tls_hang"] = "timeout",
        };
        foreach (var (port, outcome) in expected)
        {
            var network = server.Network with
            {
                TrustedRoots = server.Roots,
                Dial = (_, cancellationToken) => OutboundNetwork.Real.Dial(new IPEndPoint(IPAddress.Loopback, server.Ports[port]), cancellationToken),
            };
            using var outbound = Fetching.Outbound(network, options: port == "tls_hang" ? ShortLimits : null);
            var source = Fetching.Source("https://feeds-probe.org/ok");
            var visit = await new FeedFetcher(outbound, TimeProvider.System).VisitAsync(source, Fetching.NewState(source), CancellationToken.None);
            Assert.Equal((port, outcome), (port, Outcome(visit)));
        }
    }

    private static string Outcome(FeedVisit visit) => visit switch
    {
        FeedVisit.Fetched fetched => $"{fetched.Feed.Entries.Length}",
        FeedVisit.Failed failed => failed.Code,
        _ => "not-modified",
    };

    private static async Task<IEnumerable<string>> BehavioursAsync(OutboundHttp outbound)
    {
        var index = Assert.IsType<OutboundAnswer.Answered>(await outbound.GetAsync(new Uri("http://feeds-probe.org/"), FeedValidators.None, CancellationToken.None));
        var paths = JsonDocument.Parse(index.Body).RootElement.GetProperty("behaviours").EnumerateArray().Select(behaviour => behaviour.GetProperty("path").GetString()!);
        return paths
            .Concat(Enumerable.Range(0, 16).Select(i => $"/redirect-private?i={i}"))
            .Concat(new[] { "date", "huge", "neg", "junk", "zero", "float", "past" }.Select(form => $"/429?ra={form}"));
    }
}
