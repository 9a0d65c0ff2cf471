using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace Wellread.Practices;

/// <summary>
/// A time as an editor or a program writes it (ISO 8601). With an offset it is that moment; without one it is on the practice's clock, and a date alone is the start of that day
/// there. Pure.
/// </summary>
internal static class PracticeTime
{
    public const string Form = "Write a time such as 2026-12-01T09:30, on your practice's clock, or 2026-12-01T09:30:00-06:00, or a date such as 2026-12-01.";

    private const string WithOffset = "zzz";
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] Moments = [.. Times.Select(time => time + WithOffset), .. Times.Select(time => time + "'Z'")];

    /// <summary>A time that a clock shows twice is the later one; one that it jumps over is as much later as it jumps.</summary>
    private static readonly ZoneLocalMappingResolver OnTheClock = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>The moment, in UTC; null where the text is no time.</summary>
    public static DateTimeOffset? Read(string text, Practice practice)
    {
        var written = text.Trim().ToUpperInvariant();
        if (DateTimeOffset.TryParseExact(written, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) return moment;
        if (Day(text) is { } day) return practice.Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToDateTimeOffset();
        return DateTime.TryParseExact(written, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? On(local, practice) : null;
    }

    /// <summary>The day where the text is one alone, without a time.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The moment of a time of day there, in UTC.</summary>
    public static DateTimeOffset On(DateOnly day, TimeOnly time, Practice practice) => On(day.ToDateTime(time), practice);

    private static DateTimeOffset On(DateTime local, Practice practice) => local.ToLocalDateTime().InZone(practice.Zone, OnTheClock).ToInstant().ToDateTimeOffset();
}
