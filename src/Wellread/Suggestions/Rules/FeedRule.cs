using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Suggestions.Rules;

/// <summary>What is never suggested because of its feed: what the feed's keep and block rules leave out, and articles of a feed that is no longer on the list.</summary>
internal static class FeedRule
{
    public static bool Allows(Candidate candidate, FeedCatalog catalog) =>
        candidate.Article.IsSample
        || (catalog.Find(candidate.Article.Source.FeedId) is { } source && FeedRuleMatcher.Allows(source.Rules, candidate.Article));
}
