using System.Globalization;
using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>How far it reads above the grade that the practice aims for, which moves with what the practice found too technical.</summary>
internal sealed class GradeRule : RankingRule
{
    /// <summary>Short texts are measured roughly, so a grade far off counts no more than this.</summary>
    private const double MostAbove = 6;
    private const double WorthSaying = 1;

    public override string Name => "grade";

    public override double Points(Candidate candidate, RankingContext context) => -context.Options.Grade * Above(candidate, context);

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context)
    {
        if (Above(candidate, context) < WorthSaying) return null;
        return context.Taste.GradeShift < -0.5
            ? new AssessmentReason("above-grade", "It may be hard for your patients: you turned down pieces like it as too technical.")
            : new AssessmentReason("above-grade", $"It reads above your target of grade {context.Practice.TargetGrade.ToString("0.#", CultureInfo.InvariantCulture)}.");
    }

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) =>
        candidate.Article.Assessment is { } assessment
            ? [new("grade", assessment.Grade), new("target", context.Practice.TargetGrade), new("aim", context.GradeAim)]
            : [];

    private static double Above(Candidate candidate, RankingContext context) =>
        candidate.Audience == ArticleAudience.Patients && candidate.Article.Assessment is { } assessment
            ? Math.Clamp(assessment.Grade - context.GradeAim, 0, MostAbove)
            : 0;
}
