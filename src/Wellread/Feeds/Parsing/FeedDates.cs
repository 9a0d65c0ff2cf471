using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Reads a date in any of the forms that feeds have: RFC 822 and its variants, ISO 8601, asctime, Unix time, and dates as people write them.
/// A date without a zone is taken as UTC; the server's culture and time zone play no part. Answers are in UTC, to the second or finer.
/// </summary>
internal static class FeedDates
{
    private const int MaxLength = 120;
    private const char MinusSign = '\u2212';

    public static DateTimeOffset? Parse(string? text) => text is null ? null : Parse(text.AsSpan());

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 4 or > MaxLength) return null;
        if (text.Contains(MinusSign)) return Parse(text.ToString().Replace(MinusSign, '-'));
        return ParseDigits(text) ?? IsoDate.Parse(text) ?? LooseDate.Parse(text);
    }

    /// <summary>Null where the parts are no date. A day that the month does not have (30 February) is taken as its last.</summary>
    internal static DateTimeOffset? Compose(int year, int month, int day, TimeSpan time, int offsetMinutes)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day is < 1 or > 31) return null;
        var date = new DateTime(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)), 0, 0, 0, DateTimeKind.Utc);
        var ticks = date.Ticks + time.Ticks - offsetMinutes * TimeSpan.TicksPerMinute;
        return ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>The time of day, or null; a leap second counts as the second before, 24:00 as midnight after.</summary>
    internal static TimeSpan? Time(int hour, int minute, int second)
    {
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute > 0 || second > 0))) return null;
        return new TimeSpan(hour, minute, Math.Min(second, 59));
    }

    /// <summary>RFC 2822, 4.3: two digits from 70 on and three digits are years of the last century.</summary>
    internal static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 70 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year,
    };

    private static DateTimeOffset? ParseDigits(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExceptInRange('0', '9')) return null;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return text.Length switch
        {
            4 => Compose((int)number, 1, 1, TimeSpan.Zero, 0),
            6 => Compose(FullYear((int)(number / 10000), 2), (int)(number / 100 % 100), (int)(number % 100), TimeSpan.Zero, 0),
            7 => FromDayOfYear((int)(number / 1000), (int)(number % 1000), TimeSpan.Zero, 0),
            8 => Compose((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100), TimeSpan.Zero, 0),
            9 or 10 => DateTimeOffset.FromUnixTimeSeconds(number),
            12 or 14 => FromClock(text),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }

    internal static DateTimeOffset? FromDayOfYear(int year, int dayOfYear, TimeSpan time, int offsetMinutes)
    {
        if (dayOfYear is < 1 or > 366) return null;
        return Compose(year, 1, 1, time + TimeSpan.FromDays(dayOfYear - 1), offsetMinutes);
    }

    private static DateTimeOffset? FromClock(ReadOnlySpan<char> text)
    {
        var second = text.Length == 14 ? Number(text[12..]) : 0;
        return Time(Number(text[8..10]), Number(text[10..12]), second) is { } time
            ? Compose(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), time, 0)
            : null;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
