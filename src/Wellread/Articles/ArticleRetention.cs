using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>
/// Which articles have been kept for long enough. What a practice decided on always stays. Others go some time after they left their feed, not after a
/// certain age: what a feed still lists would only come back as new. Pure.
/// </summary>
internal static class ArticleRetention
{
    /// <summary>An article whose feeds are all off the list waits this long, in case somebody puts one back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Going a little below the limit keeps one new article from setting off a clearing of its own.</summary>
    private const double FullAgainAt = 0.95;

    /// <summary>
    /// The ids of the articles to drop. Where there are too many, <c>Line</c> is the date of publication below which they went and new ones are not worth storing;
    /// else null.
    /// </summary>
    public static (IReadOnlyList<string> Ids, DateTimeOffset? Line) Due(
        IReadOnlyCollection<Article> articles,
        Func<Article, bool> isDecided,
        FeedCatalog catalog,
        IReadOnlyDictionary<string, FeedState> feeds,
        ArticlesOptions options,
        DateTimeOffset now)
    {
        var ids = articles.Where(article => !isDecided(article) && IsOver(article)).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var kept = articles.Count - ids.Count;
        if (kept <= options.MaxCount) return ([.. ids], null);
        var oldest = articles
            .Where(article => !ids.Contains(article.Id) && !isDecided(article))
            .OrderBy(article => article.Published)
            .ThenBy(article => article.Id, StringComparer.Ordinal)
            .Take(kept - (int)(options.MaxCount * FullAgainAt))
            .ToList();
        return ([.. ids, .. oldest.Select(article => article.Id)], oldest.Count == 0 ? null : oldest[^1].Published);

        bool IsOver(Article article)
        {
            var unseen = now - SeenAt(article);
            var sources = article.AlsoFrom.Prepend(article.Source).Select(source => source.FeedId).Where(id => catalog.Find(id) is not null).ToList();
            if (sources.Count == 0) return unseen > ArticleMerge.SeenGrain + Grace;
            return unseen > TimeSpan.FromDays(options.KeepDays) && !sources.Exists(id => IsListed(article, feeds.GetValueOrDefault(id)));
        }
    }

    private static DateTimeOffset SeenAt(Article article) => article.LastSeen ?? article.FirstSeen;

    /// <summary>Whether the feed is as it was when the article was last seen in it, so that it still lists the article.</summary>
    private static bool IsListed(Article article, FeedState? feed) => feed?.LastRead is { } read && read <= SeenAt(article) + ArticleMerge.SeenGrain;
}
