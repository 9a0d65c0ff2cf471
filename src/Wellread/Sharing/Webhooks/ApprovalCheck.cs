using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>The article that an event gives out to be posted, and whose approval that is. Stored as JSON.</summary>
internal sealed record ApprovedArticle(string Practice, string ArticleId);

/// <summary>
/// Asks before each attempt whether what was approved is still to be posted, as the outbox does at each reading: days can lie between an approval and a receiver that
/// answers again.
/// </summary>
internal sealed class ApprovalCheck(
    StoreFollower follower, SuggestionState suggestions, CurrentPractices practices, CurrentCatalog feeds, ServiceAddress address)
{
    /// <summary>Makes the memory as new as the store; false where that can't be.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken) =>
        await follower.CatchUpAsync(cancellationToken) && suggestions.Current is { Stale: false, Loading: false };

    /// <summary>
    /// The delivery as it is to be sent, under the same id, and when as it stands now; null where nothing is to be posted any more. Others than approvals stay as they are.
    /// </summary>
    public Delivery? Renew(Webhook webhook, Delivery delivery)
    {
        if (delivery.About is not { } about) return delivery;
        if (practices.Find(about.Practice) is not { } practice) return null;
        var pair = new DecidedPair(about.Practice, about.ArticleId, []);
        var ready = ReadySuggestions.Of(pair, suggestions.Current, practice, id => feeds.Current.Find(id)?.Url.Host);
        return ready.FirstOrDefault(one => one.Id == delivery.Id) is { } same ? delivery with { Body = same.Body(ServiceOf(webhook)), NextAttempt = same.NotBefore } : null;
    }

    /// <summary>This service's own address, without a slash at its end.</summary>
    public string ServiceOf(Webhook webhook) => address.Stated ?? webhook.Service;
}
