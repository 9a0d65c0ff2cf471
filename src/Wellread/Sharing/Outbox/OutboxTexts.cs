using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// The texts of outboxes. Each is made once for its words, the article as it is now and the practice's settings, and kept for as long as somebody asks: a calendar holds a year of
/// posts, and programs read it again and again.
/// </summary>
internal sealed class OutboxTexts(CurrentCatalog feeds)
{
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>Records, arrays and places in the maps.</summary>
    private const int BytesBesideWords = 3000;

    private readonly RecentlyUsed<Words, Made> _made = new(MostBytes, static made => made.Weight);

    /// <summary>A text for an editor's hand; null where the article's link is never shared.</summary>
    public ShareOffer? ByHand(Article article, ShareWish wish) => For(article, wish, isByHand: true);

    /// <summary>A text that goes out with nobody looking; null where there is none that may.</summary>
    public ShareOffer? ByItself(Article article, ShareWish wish) => For(article, wish, isByHand: false);

    private ShareOffer? For(Article article, ShareWish wish, bool isByHand)
    {
        wish = wish with { FeedHost = feeds.Current.Find(article.Source.FeedId)?.Url.Host };
        var words = new Words(article.Id, article.Title, article.Summary, wish.Practice.Stamp, wish.Channel.Slug, wish.Tone, wish.FeedHost, isByHand);
        if (_made.Find(words) is { } known && known.IsOf(article)) return known.Offer;
        var made = new Made(article, isByHand ? ShareLinks.For(article, wish) : OutboxOffer.For(article, wish));
        _made.Put(words, made);
        return made.Offer;
    }

    private readonly record struct Words(string ArticleId, string Title, string Summary, long Practice, string Channel, ShareTone Tone, string? FeedHost, bool IsByHand);

    private sealed record Made(Article Article, ShareOffer? Offer)
    {
        public long Weight => BytesBesideWords + (2L * (Article.Title.Length + Article.Summary.Length)) + (6L * (Offer?.CopyText.Length ?? 0));

        /// <summary>An article that is no longer kept is put together from its decision each time, with lists of its own.</summary>
        public bool IsOf(Article article) =>
            ReferenceEquals(article, Article)
            || (article.Topics.AsSpan().SequenceEqual(Article.Topics.AsSpan())
                && article.SensitiveTopics.AsSpan().SequenceEqual(Article.SensitiveTopics.AsSpan())
                && article with { Topics = Article.Topics, SensitiveTopics = Article.SensitiveTopics } == Article);
    }
}
