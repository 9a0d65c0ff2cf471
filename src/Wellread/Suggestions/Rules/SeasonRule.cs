using System.Globalization;
using Wellread.Articles;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Rules;

/// <summary>Whether it fits a health observance that runs or begins within two weeks.</summary>
internal sealed class SeasonRule : RankingRule
{
    public override string Name => "season";

    public override double Points(Candidate candidate, RankingContext context) => context.Options.Season * context.Season.Of(candidate).Strength;

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context) => context.Season.Of(candidate).Observance is { } observance
        ? new AssessmentReason("season", $"Fits {observance.Observance.Name} {When(observance, context.Today)}.")
        : null;

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) =>
        context.Season.Of(candidate) is { Observance: { } observance } season
            ? [new("fit", season.Strength), new("daysAhead", observance.Start.DayNumber - context.Today.DayNumber)]
            : [];

    /// <summary>When it is, to stand behind its name: "on 14 November", "until 30 November", "from 1 December".</summary>
    public static string When(ObservanceOccurrence observance, DateOnly today)
    {
        if (observance.Start == observance.End) return observance.Start == today ? "today" : $"on {Short(observance.Start)}";
        return observance.Start <= today ? $"until {Short(observance.End)}" : $"from {Short(observance.Start)}";
    }

    private static string Short(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
