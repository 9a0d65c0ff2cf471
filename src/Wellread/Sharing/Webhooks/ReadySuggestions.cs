using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Sharing.Outbox;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;

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

/// <summary>
/// Makes an event of each approval by which something is to be posted, by the rules of the outbox. What comes in its turn has one for each channel, as each channel has turns of
/// its own; what was given a time has one for all. Pure.
/// </summary>
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
        var open = ChannelsOf(history, board, snapshot.Find(pair.ArticleId)?.Audience, practice);
        foreach (var approval in open.GroupBy(one => (one.Entry.Place, one.Entry.Again, InTurn: one.Entry.Approval.WaitsItsTurn ? one.Channel.Slug : null)))
        {
            var turn = approval.Key.InTurn is null ? null : ChannelTurns.Of(board, practice, ChannelInfo.Of(approval.First().Channel.Channel)).Of(approval.First().Entry);
            if (approval.Key.InTurn is not null && turn is null) continue;
            var (decision, words) = (history.Decisions[approval.Key.Place], approval.First().Entry.Words);
            if (OutboxItems.GoingOut(approval.First().Entry, snapshot, board, practice) is not { } article) continue;
            var offers = approval.Select(one => OutboxOffer.For(article, new ShareWish(one.Channel, practice) { FeedHost = hostOf(article.Source.FeedId) })).OfType<ShareOffer>().ToList();
            if (offers.Count == 0) continue;
            var postAt = decision.SharedAt ?? (turn?.At > decision.At ? turn.Value.At : null);
            events.Add(new WebhookEvent(
                IdOf(practice, approval.First().Entry, approval.Key.InTurn), EventTypes.SuggestionReady, practice.Id, words.At, pair.PositionOf(history, history.Decisions.LastIndexOf(words)),
                service => EventBody.Of(EventTypes.SuggestionReady, decision.At, Data(article, practice, decision, postAt, offers, service), EventJson.Default.SuggestionReady))
            {
                About = new ApprovedArticle(practice.Id, article.Id),
                Subject = new DeliverySubject(article.Title) { Practice = practice.Id, ArticleId = article.Id, Channels = [.. offers.Select(offer => offer.Channel.Channel)] },
                NotBefore = postAt,
                ChangedAt = words.At,
            });
        }

        return events;
    }

    /// <summary>The same for the same plan, however often it is approved, as in the outbox; another where it is approved once more after it was shared.</summary>
    private static string IdOf(Practice practice, OutboxEntry entry, string? inTurn)
    {
        var approval = entry.Approval;
        var plan = string.Create(CultureInfo.InvariantCulture, $"{approval.Channel}|{approval.SharedAt?.UtcTicks}|{entry.Again:yyyyMMdd}{(inTurn is null ? "" : $"|{inTurn}")}");
        return WebhookEvent.IdOf(EventTypes.SuggestionReady, practice.Id, entry.History.ArticleId, plan);
    }

    /// <summary>Where something is to be posted, and by which approval: on the channels that the practice has on.</summary>
    private static IEnumerable<(ShareChannel Channel, OutboxEntry Entry)> ChannelsOf(DecisionHistory history, DecisionBoard board, ArticleAudience? audience, Practice practice)
    {
        foreach (var channel in ShareChannel.All)
        {
            if (ChannelTurns.Of(board, practice, ChannelInfo.Of(channel.Channel)).EntryOf(history, audience) is { } entry && practice.Policy(channel.Channel).Enabled) yield return (channel, entry);
        }
    }

    private static SuggestionReady Data(Article article, Practice practice, Decision decision, DateTimeOffset? postAt, List<ShareOffer> offers, string service)
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
            postAt?.ToUniversalTime(),
            offers[0].Channel.Slug,
            offers[0].CopyText,
            offers.ToDictionary(offer => offer.Channel.Slug, offer => offer.CopyText),
            new SuggestionReadyLinks(
                offers.ToDictionary(offer => offer.Channel.Slug, offer => $"{service}/api/v1/articles/{article.Id}/share?channel={offer.Channel.Slug}&practice={practice.Id}"),
                $"{service}/api/v1/suggestions/{suggestion}/decisions?practice={practice.Id}"));
    }
}
