using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;
using Wellread.Suggestions.Today;

namespace Wellread.Sharing.Outbox;

/// <summary>An outbox as a feed: each item with the text to post, made for one channel.</summary>
internal static class OutboxFeed
{
    /// <summary>More than readers take between two visits; what is older has been read.</summary>
    private const int MostItems = 50;

    /// <param name="snapshot">What there is.</param>
    /// <param name="wish">For whom and where.</param>
    /// <param name="texts">Makes its texts.</param>
    /// <param name="address">Which feed it is.</param>
    /// <param name="begun">When the outbox was opened.</param>
    /// <param name="now">The time.</param>
    public static OutgoingFeed Of(
        SuggestionSnapshot snapshot, ShareWish wish, OutboxTexts texts, OutboxAddress address, DateTimeOffset begun, DateTimeOffset now)
    {
        var practice = wish.Practice;
        var channel = ChannelInfo.Of(wish.Channel.Channel);
        var all = OutboxItems.All(snapshot, practice, channel).ToList();
        var waiting = all.Where(item => item.Published > now).ToList();
        var items = all.Where(item => item.Published <= now)
            .TakeLast(MostItems)
            .Reverse()
            .Select(item => Item(item, address, wish, texts))
            .OfType<OutgoingItem>()
            .ToImmutableArray();
        return new OutgoingFeed(
            address.FeedId(practice),
            $"{practice.Name}: approved to share{(practice.Policy(channel.Channel).Enabled ? "" : $" ({channel.Name} is switched off)")}",
            About(practice, channel, waiting, now),
            $"{address.Home}/",
            address.Self,
            practice.Name,
            practice.Languages[0],
            Changed(practice, ChannelTurns.Of(snapshot.Decisions.Of(practice.Id), practice, channel), begun, now),
            items)
        {
            Waiting = [.. waiting.Take(MostItems).Select(item => new WaitingItem(address.ItemId(practice, item.Entry), item.Article.Title, practice.Local(item.Published)))],
        };
    }

    private static string About(Practice practice, ChannelInfo channel, List<OutboxItem> waiting, DateTimeOffset now)
    {
        if (!practice.Policy(channel.Channel).Enabled)
            return $"{channel.Name} is switched off for this practice, so nothing comes here. Once it is switched on, what waits comes in its turn.";
        const string Usual = "What the practice approved in Wellread, each with a text to post.";
        if (waiting.Count == 0) return Usual;
        var next = TurnNotes.When(waiting[0].Published, now, practice);
        return waiting.Count == 1 ? $"{Usual} One more comes {next}." : $"{Usual} {waiting.Count} more wait for their turn; the next comes {next}.";
    }

    private static DateTimeOffset Changed(Practice practice, ChannelTurns turns, DateTimeOffset begun, DateTimeOffset now) => new[]
    {
        begun,
        turns.Changed(now) ?? begun,
        // Switched off or on, it has lost or gained all its items.
        practice.Settings.Earlier is [.., { Until: var set }] && set <= now ? ChannelClock.Whole(set) : begun,
    }.Max();

    private static OutgoingItem? Item(OutboxItem item, OutboxAddress address, ShareWish wish, OutboxTexts texts)
    {
        var article = item.Article;
        if (texts.ByItself(article, wish) is not { } offer) return null;
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
