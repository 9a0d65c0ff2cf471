using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// What is never suggested by itself: subjects that a person should think about first (suicide, eating disorders, abuse, overdose, abortion), feeds that the
/// practice blocked, what its publisher took back, and notes that only correct another article.
/// </summary>
internal static class SafetyRule
{
    public static bool Allows(Candidate candidate, Practice practice) =>
        candidate.Article.SensitiveTopics.IsEmpty
        && candidate.Notice is ArticleNotice.None or ArticleNotice.Corrected
        && !practice.BlockedFeeds.Contains(candidate.Article.Source.FeedId);
}
