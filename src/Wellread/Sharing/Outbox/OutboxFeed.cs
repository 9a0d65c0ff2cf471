using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>An outbox as a feed: each item with the text to post, made for one channel. Pure.</summary>
internal static class OutboxFeed
{
    /// <summary>More than readers take between two visits; what is older has been read.</summary>
    private const int MostItems = 50;

    /// <param name="snapshot">What there is.</param>
    /// <param name="wish">For whom and where.</param>
    /// <param name="hostOf">The host of a feed by its id; null where it is not listed.</param>
    /// <param name="address">Which feed it is.</param>
    /// <param name="begun">When the outbox was opened.</param>
    /// <param name="now">The time.</param>
    public static OutgoingFeed Of(
        SuggestionSnapshot snapshot, ShareWish wish, Func<string, string?> hostOf, OutboxAddress address, DateTimeOffset begun, DateTimeOffset now)
    {
        var practice = wish.Practice;
        var times = new OutboxTimes(snapshot.Decisions.Of(practice.Id), now);
        var items = OutboxItems.Due(snapshot, practice, ChannelInfo.Of(wish.Channel.Channel), times, now)
            .TakeLast(MostItems)
            .Reverse()
            .Select(item => Item(item, address, wish with { FeedHost = hostOf(item.Article.Source.FeedId) }))
            .OfType<OutgoingItem>()
            .ToImmutableArray();
        return new OutgoingFeed(
            address.FeedId(practice),
            $"{practice.Name}: approved to share",
            "What the practice approved in Wellread, each with a text to post.",
            $"{address.Home}/",
            address.Self,
            practice.Name,
            practice.Languages[0],
            times.Changed is { } changed && changed > begun ? changed : begun,
            items);
    }

    private static OutgoingItem? Item(OutboxItem item, OutboxAddress address, ShareWish wish)
    {
        var article = item.Article;
        if (OutboxOffer.For(article, wish) is not { } offer) return null;
        return new OutgoingItem(
            address.ItemId(wish.Practice, item.Entry),
            article.Title,
            offer.Link,
            offer.Draft.Text,
            article.Language,
            item.Published,
            [.. article.Topics.Select(TopicCatalog.Find).OfType<Topic>().Select(topic => topic.NameIn(article.Language))]);
    }
}
