using System.Security.Cryptography;
using System.Text;

namespace Wellread.Feeds;

/// <summary>
/// When a feed is due again, and what is remembered of a visit: pure. A feed is never given up, except where its publisher says that it is gone.
/// </summary>
internal static class FeedSchedule
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How long a permanent redirect must hold before its target is adopted: a hijacked site is usually mended sooner.</summary>
    public static readonly TimeSpan MoveMustHold = TimeSpan.FromDays(7);
    public const int MoveMustHoldVisits = 3;

    private const int FailuresUntilMoveIsUndone = 5;
    private static readonly TimeSpan UnknownRhythm = TimeSpan.FromHours(1);
    private static readonly TimeSpan MinAsked = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTooMany = TimeSpan.FromHours(1);

    /// <summary>True where the feed should be visited now.</summary>
    public static bool IsDue(FeedState state, DateTimeOffset now) => !state.Gone && (state.NextVisit is null || state.NextVisit <= now);

    /// <summary>The soonest that a feed is visited because somebody asks: a minute after the last visit, or when its publisher said, where it asked for fewer visits.</summary>
    public static DateTimeOffset EarliestAsked(FeedState state) => state switch
    {
        { LastVisit: not { } } => DateTimeOffset.MinValue,
        { NextVisit: { } next } when state.LastOutcome == FeedFaults.TooManyRequests.Code || state.LastOutcome == FeedFaults.Unavailable.Code => next,
        { LastVisit: { } last } => last + MinAsked,
    };

    /// <summary>What is remembered once a visit ended at <paramref name="now"/>.</summary>
    public static FeedState After(FeedState state, FeedVisit visit, DateTimeOffset now) => visit switch
    {
        FeedVisit.Fetched fetched => AfterFetched(state, fetched, now),
        FeedVisit.NotModified same => AfterNotModified(state, same, now),
        FeedVisit.Failed failed => AfterFailed(state, failed, now),
        _ => throw new InvalidOperationException("There is no such visit."),
    };

    private static FeedState AfterFetched(FeedState state, FeedVisit.Fetched visit, DateTimeOffset now)
    {
        var isEmpty = visit.Feed.Entries.IsEmpty;
        var (newest, gap) = FeedRhythm.Of(visit.Feed, now);
        var next = Moved(state, visit.MovedTo, now) with
        {
            Validators = visit.Validators,
            LastVisit = now,
            LastRead = now,
            LastSuccess = isEmpty ? state.LastSuccess : now,
            ConsecutiveFailures = 0,
            Gone = false,
            LastOutcome = isEmpty ? FeedFaults.NoItems.Code : FeedOutcomes.Fetched,
            LastError = isEmpty ? FeedFaults.NoItems.Message : null,
            LastItemCount = visit.Feed.Entries.Length,
            NewestItem = newest ?? state.NewestItem,
            UsualGap = gap ?? state.UsualGap,
            Pace = visit.Feed.Pace,
        };
        return next with { NextVisit = NextAfterSuccess(next, visit.Cache, now) };
    }

    private static FeedState AfterNotModified(FeedState state, FeedVisit.NotModified visit, DateTimeOffset now)
    {
        var isEmpty = state.LastRead is not null && state.LastItemCount == 0;
        var next = Moved(state, visit.MovedTo, now) with
        {
            Validators = visit.Validators,
            LastVisit = now,
            LastSuccess = isEmpty ? state.LastSuccess : now,
            ConsecutiveFailures = 0,
            Gone = false,
            LastOutcome = isEmpty ? FeedFaults.NoItems.Code : FeedOutcomes.NotModified,
            LastError = isEmpty ? FeedFaults.NoItems.Message : null,
        };
        return next with { NextVisit = NextAfterSuccess(next, visit.Cache, now) };
    }

    private static FeedState AfterFailed(FeedState state, FeedVisit.Failed visit, DateTimeOffset now)
    {
        var failures = state.ConsecutiveFailures + 1;
        var undoMove = state.AdoptedUrl is not null && (visit.Code == FeedFaults.Gone.Code || failures >= FailuresUntilMoveIsUndone);
        var gone = visit.Code == FeedFaults.Gone.Code && !undoMove;
        var wait = BackOff(failures);
        if (visit.Code == FeedFaults.TooManyRequests.Code && wait < AfterTooMany) wait = AfterTooMany;
        if (visit.RetryAfter > wait) wait = visit.RetryAfter.Value;
        return state with
        {
            LastVisit = now,
            ConsecutiveFailures = failures,
            LastOutcome = visit.Code,
            LastError = visit.Message,
            Gone = gone,
            AdoptedUrl = undoMove ? null : state.AdoptedUrl,
            Validators = undoMove ? FeedValidators.None : state.Validators,
            NextVisit = gone ? null : now + WithJitter(wait, state.FeedId),
        };
    }

    /// <summary>15 minutes, doubled with each further failure, up to 24 hours.</summary>
    private static TimeSpan BackOff(int failures) => failures > 7 ? Longest : Clamp(Shortest * (1 << (failures - 1)));

    private static DateTimeOffset NextAfterSuccess(FeedState state, FeedCacheHints cache, DateTimeOffset now)
    {
        var wait = FeedRhythm.Pace(state.UsualGap, state.NewestItem, now) ?? UnknownRhythm;
        if (state.Pace.Interval > wait) wait = state.Pace.Interval.Value;
        if (cache.MaxAge > wait) wait = cache.MaxAge.Value;
        return SkipUnwanted(now + WithJitter(Clamp(wait), state.FeedId), state.Pace, now + Longest);
    }

    /// <summary>Moves a visit out of the hours and days that the feed asks to skip, but never behind <paramref name="latest"/>.</summary>
    private static DateTimeOffset SkipUnwanted(DateTimeOffset visit, FeedPaceHints pace, DateTimeOffset latest)
    {
        var (hours, days) = (pace.SkipHours.IsDefault ? [] : pace.SkipHours, pace.SkipDays.IsDefault ? [] : pace.SkipDays);
        if (hours.IsEmpty && days.IsEmpty) return visit;
        for (var moved = visit.ToUniversalTime(); moved <= latest; moved = moved.AddHours(1))
        {
            if (!hours.Contains(moved.Hour) && !days.Contains(moved.DayOfWeek)) return moved;
        }

        return latest;
    }

    private static FeedState Moved(FeedState state, Uri? movedTo, DateTimeOffset now)
    {
        if (movedTo is null) return state with { Move = null };
        var move = state.Move?.To == movedTo ? state.Move with { Visits = state.Move.Visits + 1 } : new FeedMove(movedTo, now, 1);
        return move.Visits >= MoveMustHoldVisits && now - move.Since >= MoveMustHold
            ? state with { AdoptedUrl = movedTo, Move = null }
            : state with { Move = move };
    }

    /// <summary>Up to a tenth more, always the same for one feed, so that feeds that started together drift apart.</summary>
    private static TimeSpan WithJitter(TimeSpan wait, string feedId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(feedId));
        return Clamp(wait * (1 + (hash[0] / 2550.0)));
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}

/// <summary>The outcomes of visits that did not fail; those that did have the codes of <see cref="FeedFaults"/> and of the parser.</summary>
internal static class FeedOutcomes
{
    public const string Fetched = "fetched";
    public const string NotModified = "not-modified";
}
