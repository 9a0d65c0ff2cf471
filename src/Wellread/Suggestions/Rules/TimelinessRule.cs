using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>What names a day that is over, such as Thanksgiving in December, comes later.</summary>
internal sealed class TimelinessRule : RankingRule
{
    public override string Name => "timeliness";

    public override double Points(Candidate candidate, RankingContext context) => IsOver(candidate, context) ? -context.Options.Timeliness : 0;

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context) =>
        IsOver(candidate, context) ? new AssessmentReason("out-of-date", $"Comes later: {TitleExpiry.Of(candidate.Article.Title, PublishedOn(candidate))!.Reason}") : null;

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) =>
        candidate.TimelyUntil == DateOnly.MaxValue ? [] : [new("daysLeft", candidate.TimelyUntil.DayNumber - context.Today.DayNumber)];

    /// <summary>The last day on which its headline fits; the last there is where it fits at any time.</summary>
    public static DateOnly LastDay(Candidate candidate) => TitleExpiry.Of(candidate.Article.Title, PublishedOn(candidate))?.LastDay ?? DateOnly.MaxValue;

    private static bool IsOver(Candidate candidate, RankingContext context) => candidate.TimelyUntil < context.Today && !IsComing(candidate, context);

    /// <summary>A health day that was written of long before, or comes again.</summary>
    private static bool IsComing(Candidate candidate, RankingContext context) =>
        context.Season.Of(candidate).Observance is not null && TitleExpiry.Of(candidate.Article.Title, PublishedOn(candidate)) is { IsHealthDay: true };

    private static DateOnly PublishedOn(Candidate candidate) => DateOnly.FromDateTime(candidate.Article.Published.UtcDateTime);
}
