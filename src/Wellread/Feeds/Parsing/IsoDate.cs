using System.Buffers;
using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>ISO 8601 and the W3C's profile of it: calendar, ordinal and week dates, with or without separators, time, fraction and zone.</summary>
internal static class IsoDate
{
    private static readonly SearchValues<char> ClockParts = SearchValues.Create("0123456789:.,");

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] != '-') return null;
        var split = text.IndexOfAny('T', 't', ' ');
        var datePart = split < 0 ? text : text[..split];
        var time = TimeSpan.Zero;
        var offset = 0;
        if (split >= 0 && !TryTime(text[(split + 1)..].Trim(), out time, out offset)) return null;
        return ParseDate(datePart, time, offset);
    }

    private static DateTimeOffset? ParseDate(ReadOnlySpan<char> text, TimeSpan time, int offset)
    {
        if (text.ContainsAny('W', 'w')) return ParseWeek(text, time, offset);
        if (text.Length == 8 && TryNumber(text, out var compact))
            return FeedDates.Compose(compact / 10000, compact / 100 % 100, compact % 100, time, offset);
        if (text.Length == 7 && TryNumber(text, out var ordinal)) return FeedDates.FromDayOfYear(ordinal / 1000, ordinal % 1000, time, offset);
        if (text is ['-', _, _, _, _] && TryNumber(text[1..], out var century))
            return FeedDates.Compose(FeedDates.FullYear(century / 100, 2), century % 100, 1, time, offset);

        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, text.Contains('/') ? '/' : '-');
        if (count is < 1 or > 3 || text[parts[0]].Length is not 4 || !TryNumber(text[parts[0]], out var year)) return null;
        if (count == 1) return FeedDates.Compose(year, 1, 1, time, offset);
        if (!TryNumber(text[parts[1]], out var second)) return null;
        if (count == 2)
            return text[parts[1]].Length == 3
                ? FeedDates.FromDayOfYear(year, second, time, offset)
                : FeedDates.Compose(year, second, 1, time, offset);
        return TryNumber(text[parts[2]], out var day) ? FeedDates.Compose(year, second, day, time, offset) : null;
    }

    /// <summary>2003-W52-3 and 2003W523: the third day (Wednesday) of the 52nd week.</summary>
    private static DateTimeOffset? ParseWeek(ReadOnlySpan<char> text, TimeSpan time, int offset)
    {
        var at = text.IndexOfAny('W', 'w');
        var rest = text[(at + 1)..];
        if (!TryNumber(text[..at].TrimEnd('-'), out var year) || year is < 1 or > 9998) return null;
        if (rest.Length < 2 || !TryNumber(rest[..2], out var week) || week is < 1 or > 53) return null;
        var day = 1;
        var dayPart = rest[2..].TrimStart('-');
        if (dayPart.Length > 0 && (!TryNumber(dayPart, out day) || day is < 1 or > 7)) return null;
        var date = ISOWeek.ToDateTime(year, week, day == 7 ? DayOfWeek.Sunday : (DayOfWeek)day);
        return FeedDates.Compose(date.Year, date.Month, date.Day, time, offset);
    }

    /// <summary>A time with what follows it: 19:20, 192030, 19:20:30.45+01:00, 9:15-0500, 16:20:00 GMT.</summary>
    private static bool TryTime(ReadOnlySpan<char> text, out TimeSpan time, out int offset)
    {
        time = TimeSpan.Zero;
        offset = 0;
        if (text.IsEmpty) return true;
        var end = text.IndexOfAnyExcept(ClockParts);
        var clock = end < 0 ? text : text[..end];
        if (end >= 0 && !TimeZones.TryParse(text[end..], out offset)) return false;
        var fraction = clock.IndexOfAny('.', ',');
        var ticks = fraction < 0 ? 0 : Fraction(clock[(fraction + 1)..]);
        if (fraction >= 0) clock = clock[..fraction];
        if (Clock(clock) is not { } whole) return false;
        time = whole + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static TimeSpan? Clock(ReadOnlySpan<char> clock)
    {
        Span<Range> parts = stackalloc Range[4];
        Span<int> numbers = stackalloc int[3];
        if (clock.Length is 4 or 6 && TryNumber(clock, out var compact))
            return clock.Length == 4
                ? FeedDates.Time(compact / 100, compact % 100, 0)
                : FeedDates.Time(compact / 10000, compact / 100 % 100, compact % 100);
        var count = clock.Split(parts, ':');
        if (count is < 1 or > 3) return null;
        for (var i = 0; i < count; i++)
            if (clock[parts[i]].Length > 2 || !TryNumber(clock[parts[i]], out numbers[i])) return null;
        return FeedDates.Time(numbers[0], numbers[1], numbers[2]);
    }

    private static long Fraction(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 7) digits = digits[..7];
        if (!TryNumber(digits, out var value)) return 0;
        for (var i = digits.Length; i < 7; i++) value *= 10;
        return value;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
