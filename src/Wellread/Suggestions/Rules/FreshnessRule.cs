using System.Globalization;
using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// How new it is: points that fall by one with each <see cref="ArticleRank.Tau"/>, so that of two articles none overtakes the other by getting older. Words go by the
/// days on the practice's clock.
/// </summary>
internal sealed class FreshnessRule : RankingRule
{
    private const int StillNewDays = 7;
    private const int OldDays = 60;

    public override string Name => "freshness";

    public override double Points(Candidate candidate, RankingContext context) =>
        -context.Options.Freshness * (context.Now - candidate.Article.Published).Ticks / ArticleRank.Tau.Ticks;

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context)
    {
        var published = context.Practice.Today(candidate.Article.Published);
        return (context.Today.DayNumber - published.DayNumber) switch
        {
            <= 0 => new AssessmentReason("new", "It came out today."),
            1 => new AssessmentReason("recent", "It came out yesterday."),
            < StillNewDays => new AssessmentReason("recent", $"It came out on {published.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)}."),
            <= OldDays => new AssessmentReason("dated", $"It is from {InFull(published)}."),
            _ => new AssessmentReason("older", $"It is from {InFull(published)}. Check that it still holds."),
        };
    }

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) => [new("days", Math.Round((context.Now - candidate.Article.Published).TotalDays, 1))];

    private static string InFull(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
