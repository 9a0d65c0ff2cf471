using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// What is never suggested because of its feed: what the feed's keep and block rules leave out, and articles of a feed that is no longer on the list. Of several
/// feeds that carry an article, one that lets it through is enough.
/// </summary>
internal static class FeedRule
{
    public static bool Allows(Candidate candidate, FeedCatalog catalog)
    {
        var article = candidate.Article;
        return article.IsSample || Allows(article.Source, article, catalog) || article.AlsoFrom.Any(source => Allows(source, article, catalog));
    }

    private static bool Allows(ArticleSource from, Article article, FeedCatalog catalog) =>
        catalog.Find(from.FeedId) is { } source && FeedRuleMatcher.Allows(source.Rules, article);
}
