using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Scoring;

/// <summary>
/// Whom an article is for, and why: how well a patient understands it, whether it helps a patient stay well, and who publishes it. What is
/// technical goes to colleagues, not away; a journal or a professional source stays with colleagues even where one of its titles reads easily.
/// </summary>
internal sealed class ArticleScoring(FriendlinessScorer scorer)
{
    /// <summary>The article with its assessment.</summary>
    public Article Assess(Article article)
    {
        var assessment = scorer.Score(article.Title, article.Summary, article.Language);
        var (audience, reason) = Route(article, assessment);
        return article with
        {
            Assessment = assessment with { Audience = audience, Reasons = reason is null ? assessment.Reasons : [reason, .. assessment.Reasons] },
        };
    }

    private static (ArticleAudience Audience, AssessmentReason? Reason) Route(Article article, Assessment assessment)
    {
        if (!ArticleLanguage.IsKnown(article.Language))
            return (ArticleAudience.Neither, new AssessmentReason("language", "It is in a language that Wellread does not score."));
        if (article.Source.Publisher == PublisherType.Journal || article.Source.Audience == FeedAudience.Professional)
            return (ArticleAudience.Colleagues, new AssessmentReason("professional-source", "Its source writes for health workers."));
        var gate = HealthGate.Judge(article);
        return gate.Passes ? (assessment.Audience, null) : (ArticleAudience.Neither, new AssessmentReason(gate.Code, $"{gate.Reason}."));
    }
}
