using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>How often a feed asks to be visited: <c>ttl</c>, <c>sy:updatePeriod</c>, <c>skipHours</c>, <c>skipDays</c>.</summary>
internal static class PaceHints
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static FeedPaceHints Make(FeedDraft feed)
    {
        var interval = feed.TimeToLive ?? UpdateInterval(feed);
        if (interval is null && feed.SkipHours.Count == 0 && feed.SkipDays.Count == 0) return FeedPaceHints.None;
        return new(interval, [.. feed.SkipHours], [.. feed.SkipDays]);
    }

    /// <summary>RSS 2.0: minutes.</summary>
    public static TimeSpan? TimeToLive(string minutes) =>
        double.TryParse(minutes.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? TimeSpan.FromMinutes(Math.Min(number, Longest.TotalMinutes))
            : null;

    public static void AddHour(FeedDraft feed, string hour)
    {
        // RSS 0.91 counts from 1 to 24, RSS 2.0 from 0 to 23.
        if (int.TryParse(hour.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 24) feed.SkipHours.Add(number % 24);
    }

    public static void AddDay(FeedDraft feed, string day)
    {
        if (Enum.TryParse<DayOfWeek>(day.Trim(), ignoreCase: true, out var known) && Enum.IsDefined(known)) feed.SkipDays.Add(known);
    }

    private static TimeSpan? UpdateInterval(FeedDraft feed)
    {
        TimeSpan? period = feed.UpdatePeriod?.Trim().ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        return period / Math.Clamp(feed.UpdateFrequency, 0.01, 1_440);
    }
}
