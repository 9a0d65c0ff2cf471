using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// One named reason to suggest an article earlier or later. Points are on the scale of <see cref="ArticleRank"/>: one point is worth
/// <see cref="ArticleRank.Tau"/> of freshness.
/// </summary>
internal interface IRankingRule
{
    /// <summary>What the rule says of a candidate for this practice, now.</summary>
    RuleResult Apply(Candidate candidate, RankingContext context);
}

/// <summary>Points, and the reason in an editor's words; null where the rule has nothing worth saying.</summary>
internal readonly record struct RuleResult(double Points, AssessmentReason? Reason)
{
    public static RuleResult Nothing { get; }

    public static RuleResult Because(string code, string text, double points = 0) => new(points, new AssessmentReason(code, text));
}
