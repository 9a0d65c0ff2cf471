using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>The figures for a text, without words for them.</summary>
/// <param name="Probability">That a patient understands it, 0 to 1.</param>
/// <param name="Difficulty">1 easy to 6 hard; null without a model and for languages that none is trained for.</param>
internal readonly record struct TextScore(double Probability, double? Difficulty, ArticleAudience Verdict, ReadingLevel Reading, string ModelVersion)
{
    /// <summary>For a language that is not scored.</summary>
    public static TextScore None { get; } = new(0.5, null, ArticleAudience.Neither, ReadingLevel.None, FriendlinessScorer.NoVersion);
}
