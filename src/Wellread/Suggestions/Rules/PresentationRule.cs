using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>Whether there is a text and a picture to show with the link.</summary>
internal sealed class PresentationRule : RankingRule
{
    public override string Name => "presentation";

    public override double Points(Candidate candidate, RankingContext context) => context.Options.Presentation * candidate.Presentation;

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context) => null;

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) => [new("shown", Math.Round(candidate.Presentation, 2))];

    /// <summary>0 to 1, of which a text is two thirds.</summary>
    public static float Of(Article article) => (article.SummaryLength >= ArticleRank.EnoughText ? 2f / 3 : 0) + (article.HasImage ? 1f / 3 : 0);
}
