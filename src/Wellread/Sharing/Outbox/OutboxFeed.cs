using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
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
    /// <param name="address">The service's own address, without a slash at its end.</param>
    /// <param name="path">The feed's own path.</param>
    /// <param name="begun">When the outbox was opened.</param>
    /// <param name="now">The time.</param>
    public static OutgoingFeed Of(
        SuggestionSnapshot snapshot, ShareWish wish, Func<string, string?> hostOf, string address, string path, DateTimeOffset begun, DateTimeOffset now)
    {
        var practice = wish.Practice;
        var items = OutboxItems.Due(snapshot, practice, now)
            .TakeLast(MostItems)
            .Reverse()
            .Select(item => Item(item, wish with { FeedHost = hostOf(item.Article.Source.FeedId) }))
            .OfType<OutgoingItem>()
            .ToImmutableArray();
        return new OutgoingFeed(
            $"urn:wellread:outbox:{practice.Id}",
            $"{practice.Name}: approved to share",
            "What the practice approved in Wellread, each with a text to post.",
            $"{address}/",
            $"{address}{path}",
            practice.Name,
            practice.Languages[0],
            items.IsEmpty ? begun : items[0].Published,
            items);
    }

    private static OutgoingItem? Item(OutboxItem item, ShareWish wish)
    {
        var article = item.Article;
        if (ShareLinks.For(article, wish) is not { } offer) return null;
        return new OutgoingItem(
            $"urn:wellread:outbox:{wish.Practice.Id}:{article.Id}",
            article.Title,
            offer.Link,
            offer.Draft.Text,
            article.Language,
            item.Published,
            [.. article.Topics.Select(TopicCatalog.Find).OfType<Topic>().Select(topic => topic.NameIn(article.Language))]);
    }
}
