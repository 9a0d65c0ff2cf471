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
}
