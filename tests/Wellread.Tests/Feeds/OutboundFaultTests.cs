using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>Visits that go wrong or hang.</summary>
public sealed class OutboundFaultTests : OutboundStage
{
    [Fact]
    public async Task The_second_address_is_tried_when_the_first_does_not_answer()
    {
        Web.Respond("http://news.example.org/feed", "hello");
        Web.Resolve("news.example.org", ["2a00:1450::8", "9.9.9.9", "9.9.9.10"]);
        var dialled = new List<IPAddress>();
        var network = Web.Network with
        {
            Dial = (endPoint, cancellationToken) =>
            {
                dialled.Add(endPoint.Address);
                return dialled.Count == 1 ? throw new SocketException((int)SocketError.ConnectionRefused) : Web.Network.Dial(endPoint, cancellationToken);
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
        Web.Respond(Page, "hello");
        using var stranger = new FakeCertificates();
        using var outbound = Fetching.Outbound(Web.Network with { TrustedRoots = stranger.Roots });
        var answer = await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.Equal(FeedFaults.Insecure, Assert.IsType<OutboundAnswer.Failed>(answer).Fault);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_fault()
    {
        Web.Respond(Page, async context =>
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
        await EndsAfter(TimeSpan.FromSeconds(5), hangs, Web.Network with
        {
            Resolve = (_, _) => { hangs.Set(); return new TaskCompletionSource<IPAddress[]>().Task; },
        });
    }

    [Fact]
    public async Task A_connection_that_hangs_ends_after_five_seconds()
    {
        var hangs = new Signal();
        Web.Respond(Page, "hello");
        await EndsAfter(TimeSpan.FromSeconds(5), hangs, Web.Network with
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
        Web.Respond(Page, async context => { hangs.Set(); await context.RequestAborted.WaitAsync(); });
        await EndsAfter(TimeSpan.FromSeconds(10), hangs, Web.Network);
    }

    [Fact]
    public async Task A_body_that_hangs_ends_after_twenty_seconds()
    {
        var hangs = new Signal();
        Web.Respond(Page, async context =>
        {
            await context.Response.WriteAsync("<rss>");
            await context.Response.Body.FlushAsync();
            hangs.Set();
            await context.RequestAborted.WaitAsync();
        });
        // Whether the head has arrived when the clock moves is the network's business, so its own limit is put out of the way.
        await EndsAfter(TimeSpan.FromSeconds(20), hangs, Web.Network, new FeedsOptions { HeadersTimeout = TimeSpan.FromSeconds(60) });
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_its_cancellation()
    {
        using var caller = new CancellationTokenSource();
        Web.Respond(Page, async context => { await caller.CancelAsync(); await context.RequestAborted.WaitAsync(); });
        using var outbound = Fetching.Outbound(Web);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outbound.GetAsync(new Uri(Page), FeedValidators.None, caller.Token));
    }
}
