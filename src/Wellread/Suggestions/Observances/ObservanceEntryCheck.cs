using NodaTime;
using NodaTime.Text;
using Wellread.Articles;

namespace Wellread.Suggestions.Observances;

/// <summary>What is wrong with an entry of a list of observances, in words.</summary>
internal static class ObservanceEntryCheck
{
    private const int LongestName = 150;
    private const int LongestTip = 300;
    private const int MostDays = 92;

    /// <summary>A leap year and the seven behind it, so that a rule that some year lacks is told.</summary>
    private const int FirstYearTried = 2024;
    private const int YearsTried = 8;
    private static readonly DateOnly FirstDayTried = new(FirstYearTried, 1, 1);

    /// <summary>The first mistake; null where there is none.</summary>
    public static string? FindMistake(ObservanceEntry entry, bool triesRule) =>
        entry.Id is not { Length: > 0 and <= 64 } id || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? "'id' is 1 to 64 of a-z, 0-9 and '-'."
        : entry.Name is not { En.Length: > 0 and <= LongestName } || entry.Name.Es is { Length: 0 or > LongestName } ? $"'name' has 'en', and 'es' if there is one, of at most {LongestName} characters each."
        : entry.Tip is { En: null or { Length: 0 or > LongestTip } } or { Es: { Length: 0 or > LongestTip } } ? $"'tip' has 'en', and 'es' if there is one, of at most {LongestTip} characters each."
        : (entry.Rule is null) == (entry.Dates is not { Count: > 0 }) ? "it has either a 'rule' or 'dates'."
        : Lasts(entry.Lasts) is null ? $"'lasts' is a time such as P1D, P7D or P1M, of at most {MostDays} days."
        : entry.Topics is not { Count: > 0 } ? "'topics' names at least one."
        : entry.Topics.Concat(entry.Covers ?? []).FirstOrDefault(slug => slug is null || TopicCatalog.Find(slug)?.Slug != slug) is { } unknown ? $"'{unknown}' is no topic. GET /api/v1/topics lists them."
        : entry.Words?.FirstOrDefault(word => !SubjectTerms.IsTerm(word)) is { } term ? $"'words' has words and short phrases of letters, with a * behind a word for any ending; '{term}' is none."
        : entry.Words?.Contains(null!) == true ? "'words' has words and short phrases of letters."
        : entry.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)) ? "'country' is two capital letters, such as US."
        : string.IsNullOrWhiteSpace(entry.By) ? "'by' says who declared it."
        : !Uri.TryCreate(entry.Source, UriKind.Absolute, out var source) || source.Scheme != Uri.UriSchemeHttps ? "'source' is an https address."
        : entry.Rule is { } rule ? MistakeOfRule(rule, triesRule)
        : null;

    /// <summary>A length written as in ISO 8601, a day where there is none; null where it is no length of 1 to 92 days.</summary>
    public static Period? Lasts(string? text) =>
        PeriodPattern.NormalizingIso.Parse(text ?? "P1D") is
        { Success: true, Value: { HasTimeComponent: false, Years: 0, Months: >= 0 and <= 3, Weeks: >= 0 and <= MostDays / 7, Days: >= 0 and <= MostDays } length }
        && ObservanceDates.Last(FirstDayTried, length).DayNumber - FirstDayTried.DayNumber is >= 0 and < MostDays
            ? length : null;

    private static string? MistakeOfRule(string rule, bool triesRule)
    {
        const string Form = "'rule' is an RRULE of RFC 5545 with FREQ=YEARLY, such as FREQ=YEARLY;BYMONTH=3;BYDAY=2TH";
        var parts = rule.Split(';');
        if (parts[0] != "FREQ=YEARLY") return $"{Form}.";
        if (parts.Any(part => part.StartsWith("COUNT=", StringComparison.Ordinal) || part.StartsWith("UNTIL=", StringComparison.Ordinal) || part.StartsWith("INTERVAL=", StringComparison.Ordinal)))
            return $"{Form}, without COUNT, UNTIL or INTERVAL: it holds for every year.";
        if (!ObservanceDates.IsRule(rule)) return $"{Form}.";
        return triesRule && Enumerable.Range(FirstYearTried, YearsTried).FirstOrDefault(year => ObservanceDates.Starts(rule, year).Count() is not (> 0 and <= 12)) is var year and > 0
            ? $"'rule' gives no day in {year}, or too many."
            : null;
    }
}
