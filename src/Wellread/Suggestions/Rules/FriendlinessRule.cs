using System.Globalization;
using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>How likely patients are to understand it. What is for colleagues need not be easy.</summary>
internal sealed class FriendlinessRule : RankingRule
{
    private const double Unknown = 0.5;

    public override string Name => "friendliness";

    public override double Points(Candidate candidate, RankingContext context) =>
        candidate.Audience == ArticleAudience.Patients ? context.Options.Friendliness * (candidate.Article.Assessment?.Probability ?? Unknown) : 0;

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context)
    {
        if (candidate.Article.Assessment is not { } assessment) return null;
        var grade = SchoolGrade.Whole(assessment.Grade);
        if (candidate.Audience != ArticleAudience.Patients)
            return new AssessmentReason("for-colleagues", $"Written for health workers, so it is offered for LinkedIn. It reads at about school grade {grade}.");
        // The model is never quite certain, whatever its last decimals say.
        var sure = Math.Clamp((int)Math.Round(assessment.Probability * 100, MidpointRounding.AwayFromZero), 1, 99).ToString(CultureInfo.InvariantCulture);
        return new AssessmentReason("plain-language", $"Patients are likely to understand it ({sure} in 100). It reads at about school grade {grade}.");
    }

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) =>
        candidate.Article.Assessment is { } assessment ? [new("probability", assessment.Probability)] : [];
}
