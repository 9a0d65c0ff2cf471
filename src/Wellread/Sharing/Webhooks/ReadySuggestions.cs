using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Sharing.Outbox;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>What a practice decided on, and the places in the log that say so, in order; none where it is found without the log.</summary>
internal readonly record struct DecidedPair(string Practice, string ArticleId, IReadOnlyList<long> Positions)
{
    /// <summary>Where the log tells of the decision at this place of the history: each decision is one entry. 0 where what was read of the log does not reach back to it; null without the log.</summary>
    public long? PositionOf(DecisionHistory history, int place)
    {
        if (Positions.Count == 0) return null;
        var fromEnd = history.Decisions.Length - place;
        return fromEnd <= Positions.Count ? Positions[^fromEnd] : 0;
    }
}

/// <summary>Makes an event of each approval by which something is to be posted now, by the rules of the outbox. Pure.</summary>
internal static class ReadySuggestions
{
    /// <param name="pair">What was decided on.</param>
    /// <param name="snapshot">What there is.</param>
    /// <param name="practice">Who decided.</param>
    /// <param name="hostOf">The host of a feed by its id; null where it is not listed.</param>
    public static IReadOnlyList<WebhookEvent> Of(DecidedPair pair, SuggestionSnapshot snapshot, Practice practice, Func<string, string?> hostOf)
    {
        var board = snapshot.Decisions.Of(pair.Practice);
        if (board.Find(pair.ArticleId) is not { } history) return [];
        var events = new List<WebhookEvent>();
        foreach (var approval in ChannelsOf(history, snapshot.Find(pair.ArticleId)?.Audience, practice).GroupBy(one => one.Entry.Place, one => one))
        {
            var decision = history.Decisions[approval.Key];
            if (OutboxItems.GoingOut(approval.First().Entry, snapshot, board, practice) is not { } article) continue;
            var offers = approval.Select(one => OutboxOffer.For(article, new ShareWish(one.Channel, practice) { FeedHost = hostOf(article.Source.FeedId) })).OfType<ShareOffer>().ToList();
            if (offers.Count == 0) continue;
            // An approval that is the standing one again, after what came behind it was taken back, is no second event.
            var id = WebhookEvent.IdOf(EventTypes.SuggestionReady, practice.Id, pair.ArticleId, approval.Key.ToString(CultureInfo.InvariantCulture));
            events.Add(new WebhookEvent(id, EventTypes.SuggestionReady, practice.Id, decision.At, pair.PositionOf(history, approval.Key), service =>
                EventBody.Of(EventTypes.SuggestionReady, decision.At, Data(article, practice, decision, offers, service), EventJson.Default.SuggestionReady)));
        }

        return events;
    }

    /// <summary>Where something is to be posted, and by which approval: on a channel that it names, or else on those that the practice has on; on one at least.</summary>
    private static IEnumerable<(ShareChannel Channel, OutboxEntry Entry)> ChannelsOf(DecisionHistory history, ArticleAudience? audience, Practice practice)
    {
        var open = ShareChannel.All
            .Select(channel => (Channel: channel, Entry: OutboxEntry.On(ChannelInfo.Of(channel.Channel), history, audience)))
            .Where(one => one.Entry is not null).Select(one => (one.Channel, Entry: one.Entry!)).ToList();
        var wanted = open.Where(one => one.Entry.Approval.Channel is not null || practice.Policy(one.Channel.Channel).Enabled).ToList();
        return wanted.Count > 0 ? wanted : open.Take(1);
    }

    private static SuggestionReady Data(Article article, Practice practice, Decision decision, List<ShareOffer> offers, string service)
    {
        var suggestion = SuggestionId.Of(article.Id);
        return new SuggestionReady(
            practice.Id,
            practice.Name,
            suggestion,
            article.Id,
            article.Title,
            article.Summary,
            offers[0].Link,
            article.Source.Name,
            article.Language,
            article.Topics,
            decision.At.ToUniversalTime(),
            decision.SharedAt?.ToUniversalTime(),
            offers[0].Channel.Slug,
            offers[0].CopyText,
            offers.ToDictionary(offer => offer.Channel.Slug, offer => offer.CopyText),
            new SuggestionReadyLinks(
                offers.ToDictionary(offer => offer.Channel.Slug, offer => $"{service}/api/v1/articles/{article.Id}/share?channel={offer.Channel.Slug}&practice={practice.Id}"),
                $"{service}/api/v1/suggestions/{suggestion}/decisions?practice={practice.Id}"));
    }
}
