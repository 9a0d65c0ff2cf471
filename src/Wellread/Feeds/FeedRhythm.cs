namespace Wellread.Feeds;

/// <summary>How often a feed publishes, from the dates of its items: pure.</summary>
internal static class FeedRhythm
{
    private const int Window = 20;

    /// <summary>A feed is called silent after this many of its usual gaps…</summary>
    private const int SilentAfterGaps = 5;

    /// <summary>…but not sooner than this.</summary>
    private static readonly TimeSpan SilentAfterAtLeast = TimeSpan.FromDays(14);

    /// <summary>The newest date, and the average gap over the 20 newest; null where there are no dates, or all are the same.</summary>
    public static (DateTimeOffset? Newest, TimeSpan? Gap) Of(ParsedFeed feed, DateTimeOffset now)
    {
        var dates = feed.Entries
            .Select(entry => entry.Published ?? entry.Updated)
            .OfType<DateTimeOffset>()
            .Select(date => date > now ? now : date)
            .OrderDescending()
            .Take(Window)
            .ToArray();
        if (dates.Length == 0) return (null, null);
        var span = dates[0] - dates[^1];
        return (dates[0], span > TimeSpan.Zero ? span / (dates.Length - 1) : null);
    }

    /// <summary>How long to wait between visits: half the usual gap, longer for a feed that has gone quiet; null where nothing is known.</summary>
    public static TimeSpan? Pace(TimeSpan? usualGap, DateTimeOffset? newest, DateTimeOffset now)
    {
        if (usualGap is not { } gap || newest is not { } last) return null;
        var quiet = (now - last) / 10;
        return gap / 2 > quiet ? gap / 2 : quiet;
    }

    /// <summary>True where nothing came for far longer than this feed usually takes.</summary>
    public static bool IsSilent(FeedState state, DateTimeOffset now) =>
        state.UsualGap is { } gap && state.NewestItem is { } newest && now - newest > SilentAfterAtLeast && now - newest > gap * SilentAfterGaps;
}
