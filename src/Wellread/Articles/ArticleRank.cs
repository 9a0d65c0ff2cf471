using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>
/// <c>quality + publishedSeconds / τ</c>: an exponential decay on a log scale, under which the order of two articles never changes as they age. So it is computed
/// once, when the article is written.
/// </summary>
internal static class ArticleRank
{
    /// <summary>
    /// How much younger an article must be to make up for one whole point of quality. Health advice keeps for weeks, so 21 days: the best article
    /// (1.3) stays ahead of an average one (0.7) for about twelve days, and within a day quality decides.
    /// </summary>
    public static readonly TimeSpan Tau = TimeSpan.FromDays(21);

    /// <summary>Characters of a summary that say something.</summary>
    public const int EnoughText = 80;

    public static double Of(Article article) => QualityOf(article) + article.Published.ToUnixTimeSeconds() / Tau.TotalSeconds;

    /// <summary>0 to about 1.3: the probability that a patient understands it (0.5 while unknown), who publishes it, and whether it has a text and an image to show.</summary>
    public static double QualityOf(Article article)
    {
        var quality = article.Assessment?.Probability ?? 0.5;
        quality += article.Source.Publisher switch
        {
            PublisherType.Government => 0.15,
            PublisherType.NonProfit or PublisherType.Academic => 0.1,
            PublisherType.News => 0.05,
            _ => 0,
        };
        if (article.SummaryLength >= EnoughText) quality += 0.1;
        if (article.HasImage) quality += 0.05;
        if (article.Topics.IsDefaultOrEmpty) quality -= 0.3;
        return quality;
    }
}
