using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Sharing.Outbox;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>What a practice decided on, and where the log says so last; null where it is found without the log.</summary>
internal readonly record struct DecidedPair(string Practice, string ArticleId, long? Position);

/// <summary>Makes an event of an approval, as long as what was approved may go out, by the rules of the outbox. Pure.</summary>
internal static class ReadySuggestions
{
    /// <param name="pair">What was decided on.</param>
    /// <param name="snapshot">What there is.</param>
    /// <param name="practice">Who decided.</param>
    /// <param name="hostOf">The host of a feed by its id; null where it is not listed.</param>
    public static WebhookEvent? Of(DecidedPair pair, SuggestionSnapshot snapshot, Practice practice, Func<string, string?> hostOf)
    {
        var board = snapshot.Decisions.Of(pair.Practice);
        if (board.Find(pair.ArticleId) is not { Standing: { Action: DecisionAction.Approve, Article: not null } decision } history) return null;
        var place = history.StandingPlaces()[^1];
        if (!Held.PutsOut(history, place)) return null;
        if (OutboxItems.GoingOut(new OutboxEntry(history, place, Again: null), snapshot, board, practice) is not { } article) return null;
        var offers = ChannelsOf(decision, snapshot.Find(pair.ArticleId)?.Audience, practice)
            .Select(channel => OutboxOffer.For(article, new ShareWish(channel, practice) { FeedHost = hostOf(article.Source.FeedId) })).OfType<ShareOffer>().ToList();
        if (offers.Count == 0) return null;
        // An approval that is the standing one again, after what came behind it was taken back, is no second event.
        var number = history.Decisions.LastIndexOf(decision).ToString(CultureInfo.InvariantCulture);
        var id = WebhookEvent.IdOf(EventTypes.SuggestionReady, practice.Id, pair.ArticleId, number);
        return new WebhookEvent(id, EventTypes.SuggestionReady, practice.Id, decision.At, pair.Position, service =>
            EventBody.Of(EventTypes.SuggestionReady, decision.At, Data(article, practice, decision, offers, service), EventJson.Default.SuggestionReady));
    }

    private static IEnumerable<ShareChannel> ChannelsOf(Decision approval, ArticleAudience? audienceNow, Practice practice)
    {
        var audience = approval.Article?.Audience ?? audienceNow ?? ArticleAudience.Patients;
        var channels = approval.Channel is { } named ? [ChannelInfo.Of(named)] : practice.ChannelsFor(audience).DefaultIfEmpty(ChannelInfo.Of(Channel.Facebook));
        return channels.Select(info => ShareChannel.All.First(one => one.Channel == info.Channel));
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
