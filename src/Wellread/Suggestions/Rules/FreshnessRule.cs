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
        var article = candidate.Article;
        if (article.PublishedAt is not { } at) return new AssessmentReason("undated", $"No date is given; we first saw it {On(article.FirstSeen, context)}. Check that it still holds.");
        return AgeOf(at, context) switch
        {
            <= 0 => new AssessmentReason("new", "It came out today."),
            < StillNewDays => new AssessmentReason("recent", $"It came out {On(at, context)}."),
            <= OldDays => new AssessmentReason("dated", $"It is from {Of(article, context)}."),
            _ => new AssessmentReason("older", $"It is from {Of(article, context)}. Check that it still holds."),
        };
    }

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) => [new("days", Math.Round((context.Now - candidate.Article.Published).TotalDays, 1))];

    private static int AgeOf(DateTimeOffset at, RankingContext context) => context.Today.DayNumber - context.Practice.Today(at).DayNumber;

    private static string On(DateTimeOffset at, RankingContext context) => AgeOf(at, context) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        < StillNewDays => $"on {Said(at, "dddd, d MMMM", context)}",
        _ => $"on {Said(at, "d MMMM yyyy", context)}",
    };

    /// <summary>A text often names no more than the month.</summary>
    private static string Of(Article article, RankingContext context) =>
        article.Dating == ArticleDating.Text ? $"{Said(article.Published, "MMMM yyyy", context)}, as its text says" : Said(article.Published, "d MMMM yyyy", context);

    private static string Said(DateTimeOffset at, string format, RankingContext context) => context.Practice.Today(at).ToString(format, CultureInfo.InvariantCulture);
}
