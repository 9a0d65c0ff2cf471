using System.Globalization;
using System.Text.RegularExpressions;

namespace Wellread.Articles;

/// <summary>The date that a text itself gives, as journals do: "Publication date: February 2022". Pure.</summary>
internal static partial class StatedDate
{
    private const int FirstYear = 1990;

    /// <summary>At noon it is the same day on nearly every clock.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    private static readonly string[] English = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(name => name.ToLowerInvariant())];
    private static readonly string[] Spanish = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <summary>The day it names, the first of the month where it names only that; null where it names none, or one that is still to come.</summary>
    public static DateTimeOffset? In(string text, DateTimeOffset now) =>
        Pattern().Match(text) is { Success: true } match && Read(match) is { } day && new DateTimeOffset(day, Noon, TimeSpan.Zero) is var date && date <= now ? date : null;

    private static DateOnly? Read(Match match)
    {
        var month = match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : MonthOf(match.Groups["month"].Value);
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var day = match.Groups["day"] is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : 1;
        return year >= FirstYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>A month by its name or the first letters of it; 0 where it is none.</summary>
    private static int MonthOf(string name)
    {
        var letters = name.ToLowerInvariant();
        var english = Array.FindIndex(English, month => month.StartsWith(letters, StringComparison.Ordinal));
        return 1 + (english >= 0 ? english : Array.FindIndex(Spanish, month => month.StartsWith(letters, StringComparison.Ordinal)));
    }

    [GeneratedRegex(
        """
        \b(?:publication\s+date|date\s+published|(?:first\s+)?published(?:\s+online)?|available\s+online|posted|fecha\s+de\s+publicación|publicado)\s*:?\s*(?:on\s+|in\s+|el\s+|en\s+)?
        (?:(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})
          |(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:de\s+)?)?(?<month>\p{L}{3,10})\.?\s+(?:de\s+)?(?<year>\d{4})
          |(?<month>\p{L}{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4}))\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
