using System.Collections.Immutable;
using Wellread.Feeds.Outbound;
using Wellread.Platform;

namespace Wellread.Feeds;

/// <summary>What became of the wish to add a feed.</summary>
internal abstract record FeedAddition
{
    private FeedAddition() { }

    internal sealed record Added(FeedSource Source) : FeedAddition;

    /// <summary>It is on the list already.</summary>
    internal sealed record Known(FeedSource Source) : FeedAddition;

    /// <summary>There is no feed to read. <paramref name="Message"/> is for an editor; <paramref name="Feeds"/> are those that the page points to.</summary>
    internal sealed record Refused(ProblemType Type, string Message, ImmutableArray<FoundFeed> Feeds) : FeedAddition;

    /// <summary>The list has as many feeds as it takes.</summary>
    internal sealed record Full : FeedAddition;

    /// <summary>As many sites are being visited as are visited side by side.</summary>
    internal sealed record Busy : FeedAddition;
}

/// <summary>Puts a feed on the list once it was read.</summary>
internal sealed class FeedAdder(AddressPolicy policy, FeedFetcher fetcher, FeedDiscovery discovery, FeedSettings settings, CurrentCatalog catalog)
{
    public const int MaxFeeds = 10_000;

    public async Task<FeedAddition> AddAsync(string address, Func<Uri, ParsedFeed, FeedSetting> setting, CancellationToken cancellationToken)
    {
        var verdict = policy.Judge(address.Trim());
        if (verdict is AddressVerdict.Refused refused)
        {
            var reason = TypedAddress.MeantBy(address) is { } meant && policy.Judge(meant) is AddressVerdict.Allowed ? $"The address is mistyped. Did you mean {meant}?" : refused.Reason;
            return new FeedAddition.Refused(Problems.BlockedAddress, reason, []);
        }
        var url = ((AddressVerdict.Allowed)verdict).Url;
        if (catalog.Current.Find(FeedId.Of(url)) is { } known) return new FeedAddition.Known(known);
        if (catalog.Current.Sources.Length >= MaxFeeds) return new FeedAddition.Full();
        using var place = await discovery.TakePlaceAsync(cancellationToken);
        if (place is null) return new FeedAddition.Busy();
        var asked = new FeedSource { Id = FeedId.Of(url), Url = url, Title = url.IdnHost };
        switch (await fetcher.VisitAsync(asked, new FeedState { FeedId = asked.Id }, cancellationToken))
        {
            case FeedVisit.Fetched { Feed: var feed, MovedTo: var movedTo }:
                var wanted = setting(movedTo ?? url, feed);
                if (catalog.Current.Find(wanted.FeedId) is { } moved) return new FeedAddition.Known(moved);
                await settings.AddAsync([wanted], cancellationToken);
                return new FeedAddition.Added(catalog.Current.Find(wanted.FeedId)!);
            case FeedVisit.Failed failed:
                return new FeedAddition.Refused(TypeOf(failed.Code), failed.Message, failed.Code == "web-page" ? await FeedsOfAsync(address, cancellationToken) : []);
            default:
                throw new InvalidOperationException("A first visit has nothing to compare with.");
        }
    }

    private async Task<ImmutableArray<FoundFeed>> FeedsOfAsync(string page, CancellationToken cancellationToken) =>
        await discovery.LookAsync(page, cancellationToken) is FeedDiscoveryResult.Found found ? found.Feeds : [];

    private static ProblemType TypeOf(string fault) => fault switch
    {
        "blocked-address" => Problems.BlockedAddress,
        "web-page" or "not-a-feed" or "broken-xml" or "broken-json" or "empty" or "too-large" => Problems.UnsupportedFeed,
        _ => Problems.SourceUnreachable,
    };
}
