using Microsoft.Extensions.Options;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>The parts under test, on the fake web.</summary>
internal static class Fetching
{
    public static OutboundHttp Outbound(FakeWeb web, TimeProvider? time = null, FeedsOptions? options = null) => Outbound(web.Network, time, options);

    public static OutboundHttp Outbound(OutboundNetwork network, TimeProvider? time = null, FeedsOptions? options = null)
    {
        options ??= new FeedsOptions();
        return new OutboundHttp(Options.Create(options), new AddressPolicy(PrivateEndpoints.From(options.AllowedPrivateEndpoints)), network, time ?? TimeProvider.System);
    }

    public static FeedSource Source(string url) => new() { Id = FeedId.Of(new Uri(url)), Url = new Uri(url), Title = "A feed" };

    public static FeedState NewState(FeedSource source) => new() { FeedId = source.Id };
}
