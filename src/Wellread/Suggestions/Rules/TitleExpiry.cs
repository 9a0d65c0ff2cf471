using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// Until when a headline speaks of now: it names a holiday, a health day, a recall, "this weekend". Health days are many and most are named in nobody's list, so what names one is taken to
/// have come out near it. In English and Spanish.
/// </summary>
/// <param name="LastDay">The last day on which it still fits.</param>
/// <param name="Reason">What is over, as a sentence.</param>
/// <param name="IsHealthDay">It names a health day, which an observance may say is yet to come.</param>
internal sealed partial record TitleExpiry(DateOnly LastDay, string Reason, bool IsHealthDay = false)
{
    /// <summary>Leftovers and good intentions are written about when the day is over.</summary>
    private const int DaysBehindHoliday = 3;

    private const int DaysOfRecall = 21;
    private const int DaysOfWeek = 8;
    private const int DaysOfSeason = 100;

    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["day", "week", "month", "season", "recall", "tonight", "tomorrow", "this ", "día", "semana", "mes ", "este ", "esta ", "retira", "alerta"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> HolidayWords = SearchValues.Create([.. Holiday.All.SelectMany(holiday => holiday.Words)], StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where the headline holds at any time.</returns>
    public static TitleExpiry? Of(string title, DateOnly published)
    {
        if (title.AsSpan().ContainsAny(HolidayWords) && NamedIn(title) is { } holiday)
            return new(holiday.LastDay(published).AddDays(DaysBehindHoliday), $"its headline speaks of {holiday.Name}, which is over.");
        if (!title.AsSpan().ContainsAny(Hints)) return null;
        if (HealthDay().Match(title) is { Success: true } day) return new(published.AddDays(DaysOf(day)), "its headline names a health day that is over.", IsHealthDay: true);
        if (Recall().IsMatch(title)) return new(published.AddDays(DaysOfRecall), "it tells of a recall that is some weeks old.");
        if (Soon().IsMatch(title)) return new(published.AddDays(DaysOfWeek), "its headline speaks of days that are over.");
        return Season().IsMatch(title) ? new(published.AddDays(DaysOfSeason), "its headline speaks of a season that is over.") : null;
    }

    private static Holiday? NamedIn(string title) => Holiday.All.FirstOrDefault(holiday => holiday.Words.Any(word => HasWord(title, word)));

    private static bool HasWord(string title, string word)
    {
        for (var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = title.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(title[at - 1])) && (end == title.Length || !char.IsLetterOrDigit(title[end]))) return true;
        }
        return false;
    }

    /// <summary>It is written of before and behind, a month less behind than it lasts.</summary>
    private static int DaysOf(Match day) => day.Groups["long"].Success ? 40 : day.Groups["middle"].Success ? 14 : 10;

    [GeneratedRegex(
        """\b(?:World|National|International|Global|European|American)(?:\s+(?!Every|Each|Per|All|Study|Finds|Says|Rest)(?:\p{Lu}[\p{L}\d'’&-]*|of|for|on|the|and|against|without|to))+?\s+(?:Day|(?<middle>Week)|(?<long>Month))\b|\bAwareness\s+(?:Day|(?<middle>Week)|(?<long>Month))\b|\b[A-Z][\p{L}-]+\s+(?:Awareness\s+)?(?<middle>Week)\b(?!\s*(?:after|of|in|ago))|\b[Dd]ía\s+(?:[Mm]undial|[Ii]nternacional|[Nn]acional|[Ee]uropeo)\b|\b(?<middle>[Ss]emana)\s+(?:[Mm]undial|[Ii]nternacional|[Nn]acional|[Ee]uropea)\b|\b(?<long>[Mm]es)\s+(?:[Mm]undial|[Ii]nternacional|[Nn]acional|de\s+(?:la\s+)?(?:[Cc]oncien|[Ss]ensibil))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex HealthDay();

    [GeneratedRegex(
        """\brecalls?\s*:|\b(?:fda|usda|product|food|voluntary|nationwide|urgent|drug|formula)\s+recalls?\b|\brecall(?:s|ed|ing)\b(?!\s+(?:his|her|their|how|when|what|the day|my|our))|\bretirad[oa]s?\s+del\s+mercado\b|\bretiran?\s+(?:del\s+mercado|lotes?|un\s+lote)\b|\balerta\s+(?:alimentaria|sanitaria)\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recall();

    [GeneratedRegex("""\b(?:tonight|tomorrow|this\s+(?:week|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|esta\s+(?:noche|semana)|este\s+(?:fin\s+de\s+semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo))\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Soon();

    [GeneratedRegex("""\b(?:this\s+(?:spring|summer|fall|autumn|winter|flu\s+season|season)|este\s+(?:verano|otoño|invierno)|esta\s+(?:primavera|temporada))\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Season();
}
