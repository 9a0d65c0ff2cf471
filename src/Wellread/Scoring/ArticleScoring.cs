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
        return article with { Assessment = Route(article, assessment) };
    }

    private static Assessment Route(Article article, Assessment assessment)
    {
        if (!ArticleLanguage.IsKnown(article.Language))
            return Routed(assessment, ArticleAudience.Neither, new("language", "It is in a language that Wellread does not score."));
        if (article.Source.Publisher == PublisherType.Journal || article.Source.Audience == FeedAudience.Professional)
            return Routed(assessment, ArticleAudience.Colleagues, new("professional-source", "Its source writes for health workers."));
        var gate = HealthGate.Judge(article);
        if (gate.Passes && !article.Topics.IsEmpty) return assessment;
        var reason = gate.Passes ? new AssessmentReason("no-topic", "It is about none of the health topics.") : new AssessmentReason(gate.Code, $"{gate.Reason}.");
        return assessment.Audience == ArticleAudience.Patients && gate.IsHarmless && !article.Topics.IsEmpty
            ? Routed(assessment, ArticleAudience.Patients, reason) with { SecondChoice = true }
            : Routed(assessment, ArticleAudience.Neither, reason);
    }

    private static Assessment Routed(Assessment assessment, ArticleAudience audience, AssessmentReason reason) =>
        assessment with { Audience = audience, Reasons = [reason, .. assessment.Reasons] };
}
