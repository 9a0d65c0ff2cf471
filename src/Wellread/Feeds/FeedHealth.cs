using System.Globalization;

namespace Wellread.Feeds;

/// <summary>How a feed is, in one word for programs.</summary>
internal enum FeedCondition
{
    /// <summary>Not visited yet.</summary>
    New,

    /// <summary>Read without fault.</summary>
    Healthy,

    /// <summary>Read without fault, but nothing came for far longer than usual.</summary>
    Silent,

    /// <summary>Read, but it has no items.</summary>
    Empty,

    /// <summary>The last visit failed.</summary>
    Failing,

    /// <summary>Its publisher says that it is gone for good.</summary>
    Gone,

    /// <summary>Listed but switched off.</summary>
    Off,

    /// <summary>Not visited until a time that an editor chose.</summary>
    Paused,
}

/// <summary>How a feed is: a word for programs, and sentences for an editor.</summary>
internal sealed record FeedHealth(FeedCondition Condition, string Summary)
{
    private static FeedHealth Off { get; } = new(FeedCondition.Off, "This feed is switched off. Nothing is read from it.");

    /// <summary>Describes a feed by what is remembered of its visits; null = never visited.</summary>
    public static FeedHealth Describe(FeedSource source, FeedState? state, DateTimeOffset now)
    {
        if (!source.Enabled) return Off;
        return source.IsPaused(now)
            ? new(FeedCondition.Paused, $"This feed is paused for {Span(source.PausedUntil!.Value - now)} more. Nothing is read from it until then.")
            : Describe(state, now);
    }

    /// <summary>Describes what is remembered of a feed's visits.</summary>
    public static FeedHealth Describe(FeedState? state, DateTimeOffset now)
    {
        if (state?.LastVisit is null) return new(FeedCondition.New, "This feed has not been read yet.");
        if (state.Gone) return new(FeedCondition.Gone, Join(state.LastError, LastSuccess(state, now)));
        if (state.ConsecutiveFailures > 0)
            return new(FeedCondition.Failing, Join(state.LastError, Failures(state), LastSuccess(state, now), NextVisit(state, now)));
        if (state.LastError is not null) return new(FeedCondition.Empty, Join(state.LastError, LastItems(state, now), NextVisit(state, now)));
        var read = $"Read {Ago(now - state.LastVisit.Value)}, {Items(state.LastItemCount)}.";
        return FeedRhythm.IsSilent(state, now)
            ? new(FeedCondition.Silent, Join(Silence(state, now), read, Moving(state), NextVisit(state, now)))
            : new(FeedCondition.Healthy, Join(read, Moving(state), NextVisit(state, now)));
    }

    private static string Join(params string?[] sentences) => string.Join(' ', sentences.Where(sentence => !string.IsNullOrEmpty(sentence)));

    private static string? Failures(FeedState state) =>
        state.ConsecutiveFailures > 1 ? $"This is the {Ordinal(state.ConsecutiveFailures)} time in a row." : null;

    private static string LastSuccess(FeedState state, DateTimeOffset now) =>
        state.LastSuccess is { } success ? $"It was last read {Ago(now - success)}." : "It has never been read.";

    private static string LastItems(FeedState state, DateTimeOffset now) =>
        state.LastSuccess is { } success ? $"It last had some {Ago(now - success)}." : "It has had none so far.";

    private static string? NextVisit(FeedState state, DateTimeOffset now) =>
        state.NextVisit is not { } next ? null : next <= now ? "The next visit is due." : $"The next visit is in {Span(next - now)}.";

    private static string Silence(FeedState state, DateTimeOffset now) =>
        $"Nothing new for {Span(now - state.NewestItem!.Value)}; this feed usually has something every {Span(state.UsualGap!.Value)}.";

    private static string? Moving(FeedState state) =>
        state.Move is { } move ? $"The feed is moving to {move.To.IdnHost}; Wellread will use the new address once it has held for a week." : null;

    private static string Items(int count) => count == 1 ? "1 item" : string.Create(CultureInfo.InvariantCulture, $"{count} items");

    private static string Ago(TimeSpan span) => span < TimeSpan.FromMinutes(1) ? "just now" : $"{Span(span)} ago";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 730 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays / 365.25:0} years"),
        { TotalDays: >= 60 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays / 30.4:0} months"),
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days"),
        { TotalMinutes: >= 90 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} hours"),
        { TotalMinutes: >= 1.5 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} minutes"),
        _ => "a minute",
    };

    private static string Ordinal(int number) => (number % 100) switch
    {
        11 or 12 or 13 => $"{number}th",
        var n when n % 10 == 1 => $"{number}st",
        var n when n % 10 == 2 => $"{number}nd",
        var n when n % 10 == 3 => $"{number}rd",
        _ => $"{number}th",
    };
}
