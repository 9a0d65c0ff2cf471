using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// What is never suggested by itself: subjects that a person should think about first (suicide, eating disorders, abuse, overdose, abortion) until one has said
/// yes, sources and words that the practice blocked, what its publisher took back in whole or in part or warns of, notes that only correct another article, and pages
/// that readers can't open. What promises too much, or rests on one study or on animals, comes later.
/// </summary>
internal sealed class SafetyRule : RankingRule
{
    private const double Most = 1.5;

    public override string Name => "safety";

    /// <summary>What keeps an article out for everyone, whatever a person decides.</summary>
    public static bool IsUnspoilt(Candidate candidate) =>
        candidate.Notice is ArticleNotice.None or ArticleNotice.Corrected && candidate.Article.Page is null or { IsOpen: true };

    /// <summary>What keeps it out for one practice, whatever a person there decides about the article.</summary>
    public static bool IsUnspoilt(Candidate candidate, Practice practice) =>
        IsUnspoilt(candidate) && Lets(candidate.Article, practice);

    /// <summary>Whether the practice blocks neither its source nor its words.</summary>
    public static bool Lets(Article article, Practice practice) =>
        !practice.BlockedSources.Contains(article.Source.FeedId) && BlockedWordsRule.Allows(article, practice);

    public override double Points(Candidate candidate, RankingContext context) => -context.Options.Safety * Severity(candidate);

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context) => CautionsOf(candidate) switch
    {
        var cautions when cautions.HasFlag(AssessmentCautions.AnimalStudy) =>
            new AssessmentReason("animal-study", "Comes later: it was tested in animals or in a lab, so it may not hold for people."),
        var cautions when cautions.HasFlag(AssessmentCautions.Hype) =>
            new AssessmentReason("hype", "Comes later: it promises more than medicine can keep."),
        var cautions when cautions.HasFlag(AssessmentCautions.SingleStudy) =>
            new AssessmentReason("single-study", "Comes later: it is about one study only."),
        var cautions when cautions.HasFlag(AssessmentCautions.PressRelease) =>
            new AssessmentReason("press-release", "Comes later: it is taken from a press release, which tells one side."),
        _ => null,
    };

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) => [new("severity", Severity(candidate))];

    /// <summary>Colleagues read studies for what they are; big promises help nobody.</summary>
    public static AssessmentCautions CautionsOf(Candidate candidate) => (candidate.Article.Assessment?.Cautions ?? AssessmentCautions.None)
        & (candidate.Audience == ArticleAudience.Patients ? (AssessmentCautions)(-1) : AssessmentCautions.Hype);

    private static double Severity(Candidate candidate)
    {
        var cautions = CautionsOf(candidate);
        if (cautions == AssessmentCautions.None) return 0;
        var sum = 0.0;
        if ((cautions & AssessmentCautions.Hype) != 0) sum += 1;
        if ((cautions & AssessmentCautions.AnimalStudy) != 0) sum += 1;
        if ((cautions & AssessmentCautions.SingleStudy) != 0) sum += 0.6;
        if ((cautions & AssessmentCautions.PressRelease) != 0) sum += 0.4;
        return Math.Min(Most, sum);
    }
}
