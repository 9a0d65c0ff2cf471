namespace Wellread.Feeds;

/// <summary>What is remembered of a feed between visits. Stored as JSON.</summary>
internal sealed record FeedState
{
    public required string FeedId { get; init; }

    public FeedValidators Validators { get; init; } = FeedValidators.None;

    public DateTimeOffset? LastVisit { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When the feed is due; null = at once.</summary>
    public DateTimeOffset? NextVisit { get; init; }

    public int ConsecutiveFailures { get; init; }

    /// <summary>The last visit's outcome: <c>fetched</c>, <c>not-modified</c>, or the code of its failure.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>What went wrong at the last visit, for an editor; null when nothing did.</summary>
    public string? LastError { get; init; }

    public int LastItemCount { get; init; }

    /// <summary>True once the publisher said that the feed is gone for good (410). It is then no longer visited.</summary>
    public bool Gone { get; init; }

    /// <summary>When the whole feed was last sent, not only "nothing new".</summary>
    public DateTimeOffset? LastRead { get; init; }

    /// <summary>The date of the newest item, never later than it was seen; null where items have no dates.</summary>
    public DateTimeOffset? NewestItem { get; init; }

    /// <summary>The average time between items; null while it is not known.</summary>
    public TimeSpan? UsualGap { get; init; }

    /// <summary>What the feed itself asked for when it was last read.</summary>
    public FeedPaceHints Pace { get; init; } = FeedPaceHints.None;

    /// <summary>A permanent redirect that has not held for long enough to be adopted.</summary>
    public FeedMove? Move { get; init; }

    /// <summary>The address that a permanent redirect led to for days; it is visited instead of the catalog's.</summary>
    public Uri? AdoptedUrl { get; init; }
}

/// <summary>Where a permanent redirect leads, since when, and how many visits in a row found it.</summary>
internal sealed record FeedMove(Uri To, DateTimeOffset Since, int Visits);
