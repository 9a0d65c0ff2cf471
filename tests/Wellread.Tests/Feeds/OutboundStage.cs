using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>A pretend web and the one door out to it.</summary>
public abstract class OutboundStage : IAsyncLifetime
{
    private protected const string Page = "https://news.example.org/feed";

    private protected FakeWeb Web { get; private set; } = null!;

    public async Task InitializeAsync() => Web = await FakeWeb.StartAsync();

    public async Task DisposeAsync() => await Web.DisposeAsync();

    /// <summary>Moves the clock once the visit hangs, and sees that it ends at the limit and not before.</summary>
    private protected static async Task EndsAfter(TimeSpan limit, Signal hangs, OutboundNetwork network, FeedsOptions? options = null)
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

    private protected async Task<OutboundAnswer.Answered> Answered(string url, FeedsOptions? options = null)
    {
        using var outbound = Fetching.Outbound(Web, options: options);
        return Assert.IsType<OutboundAnswer.Answered>(await outbound.GetAsync(new Uri(url), FeedValidators.None, CancellationToken.None));
    }

    private protected async Task<FeedFault> Fault(string url, FeedsOptions? options = null)
    {
        using var outbound = Fetching.Outbound(Web, options: options);
        return Assert.IsType<OutboundAnswer.Failed>(await outbound.GetAsync(new Uri(url), FeedValidators.None, CancellationToken.None)).Fault;
    }

    private protected static byte[] Pack(string coding, string text)
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
