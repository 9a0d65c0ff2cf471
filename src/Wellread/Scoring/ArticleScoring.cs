using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Scoring;

/// <summary>
/// Whom an article is for, and why: how well a patient understands it, whether it helps a patient stay well, and who publishes it. What is
/// technical goes to colleagues, not away; a journal or a professional source stays with colleagues even where one of its titles reads easily.
/// </summary>
internal sealed class ArticleScoring(FriendlinessScorer scorer, Explainer explainer)
{
    /// <summary>True while formulas stand in for the model.</summary>
    public bool Degraded => scorer.Degraded;

    /// <summary>The model and the rules that assess now, in one word.</summary>
    public string Version => $"{scorer.ModelVersion}+{ScoringRules.Version}";

    /// <summary>The article with its assessment.</summary>
    public Article Assess(Article article) =>
        article with { Assessment = Explain(article, null, withPlaces: false).ToAssessment() with { RulesVersion = ScoringRules.Version } };

    /// <summary>Whether the article's assessment is what <see cref="Assess"/> would say now.</summary>
    public bool IsCurrent(Article article) =>
        article.Assessment is { } assessment && assessment.RulesVersion == ScoringRules.Version && assessment.ModelVersion == scorer.VersionFor(article.Language);

    /// <summary>All that is said of the article; spans are places in its title and summary.</summary>
    /// <param name="gate">What the health gate says of it, where that is known already.</param>
    public TextExplanation Explain(Article article, HealthGateVerdict? gate = null) => Explain(article, gate, withPlaces: true);

    // The gate reads an article once more to find the places of its reason, which an assessment does not keep.
    private TextExplanation Explain(Article article, HealthGateVerdict? judged, bool withPlaces)
    {
        var explanation = explainer.Explain(article.Title, article.Summary, article.Language);
        var whole = TrimmedText.Of(article.Title, article.Summary).Whole;
        if (!ArticleLanguage.IsKnown(article.Language))
            return Routed(explanation, ArticleAudience.Neither, new("language", "It is in a language that Wellread does not score.", whole));
        if (article.Source.Publisher == PublisherType.Journal || article.Source.Audience == FeedAudience.Professional)
            return Routed(explanation, ArticleAudience.Colleagues, new("professional-source", "Its source writes for health workers.", []));
        var gate = judged ?? HealthGate.Judge(article);
        if (gate.Passes && !article.Topics.IsEmpty) return explanation;
        var reason = gate.Passes
            ? new ExplainedReason("no-topic", "It is about none of the health topics.", whole)
            : new ExplainedReason(gate.Code, $"{gate.Reason}.", withPlaces && HealthGate.PlacesOf(article, gate) is { IsEmpty: false } places ? places : whole);
        if (explanation.Verdict == ArticleAudience.Colleagues && gate.IsForSpecialists && !article.Topics.IsEmpty)
            return Routed(explanation, ArticleAudience.Colleagues, reason);
        return explanation.Verdict == ArticleAudience.Patients && gate.IsHarmless && !article.Topics.IsEmpty
            ? Routed(explanation, ArticleAudience.Patients, reason) with { SecondChoice = true }
            : Routed(explanation, ArticleAudience.Neither, reason);
    }

    private static TextExplanation Routed(TextExplanation explanation, ArticleAudience verdict, ExplainedReason reason) =>
        explanation with { Verdict = verdict, Reasons = [reason, .. explanation.Reasons] };
}
