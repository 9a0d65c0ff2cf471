using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// One named reason to suggest an article earlier or later. Points are on the scale of <see cref="ArticleRank"/>: one point is worth
/// <see cref="ArticleRank.Tau"/> of freshness. Numbers and words are asked for apart: thousands of candidates are given points, a few are shown.
/// A class, as a call through an interface of many types is looked up each time.
/// </summary>
internal abstract class RankingRule
{
    /// <summary>Its name on the wire: stable.</summary>
    public abstract string Name { get; }

    /// <summary>What the candidate gains or loses for this practice, this day.</summary>
    public abstract double Points(Candidate candidate, RankingContext context);

    /// <summary>The reason in an editor's words; null where there is nothing worth saying.</summary>
    public abstract AssessmentReason? Reason(Candidate candidate, RankingContext context);

    /// <summary>The figures that the points are made of.</summary>
    public abstract IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context);
}

/// <summary>A number that a rule looked at.</summary>
internal readonly record struct RuleFigure(string Name, double Value);
