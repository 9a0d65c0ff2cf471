using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// What is never suggested by itself: subjects that a person should think about first (suicide, eating disorders, abuse, overdose, abortion) until one has said
/// yes, feeds that the practice blocked, what its publisher took back, and notes that only correct another article.
/// </summary>
internal static class SafetyRule
{
    /// <param name="candidate">The article.</param>
    /// <param name="practice">For whom.</param>
    /// <param name="decided">What the practice has decided about it; null where nothing.</param>
    public static bool Allows(Candidate candidate, Practice practice, DecisionHistory? decided) =>
        !Held.Holds(candidate.Article, decided) && IsUnspoilt(candidate, practice);

    /// <summary>What holds whatever a person decides.</summary>
    public static bool IsUnspoilt(Candidate candidate, Practice practice) =>
        candidate.Notice is ArticleNotice.None or ArticleNotice.Corrected
        && !practice.BlockedSources.Contains(candidate.Article.Source.FeedId);
}
