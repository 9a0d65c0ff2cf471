using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// What is never suggested by itself: subjects that a person should think about first (suicide, eating disorders, abuse, overdose, abortion),
/// and feeds that the practice blocked.
/// </summary>
internal static class SafetyRule
{
    public static bool Allows(Candidate candidate, Practice practice) =>
        candidate.Article.SensitiveTopics.IsEmpty && !practice.BlockedFeeds.Contains(candidate.Article.Source.FeedId);
}
