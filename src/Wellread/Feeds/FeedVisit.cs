namespace Wellread.Feeds;

/// <summary>What one visit to a feed's address gave.</summary>
internal abstract record FeedVisit
{
    private FeedVisit() { }

    /// <summary>
    /// A feed was read. The validators go back with the next visit. <paramref name="MovedTo"/> is where only permanent redirects led to, or null.
    /// </summary>
    internal sealed record Fetched(ParsedFeed Feed, FeedValidators Validators, FeedCacheHints Cache, Uri? MovedTo) : FeedVisit;

    /// <summary>Nothing new since the last visit (304, or the same body as before).</summary>
    internal sealed record NotModified(FeedValidators Validators, FeedCacheHints Cache, Uri? MovedTo = null) : FeedVisit;

    /// <summary>
    /// No feed was read. <paramref name="Code"/> is stable, one of <see cref="FeedFaults"/> or of <see cref="FeedParseResult.Failed"/>;
    /// <paramref name="Message"/> is for an editor. <paramref name="RetryAfter"/> is what the publisher asked for.
    /// </summary>
    internal sealed record Failed(string Code, string Message, TimeSpan? RetryAfter = null) : FeedVisit;
}

/// <summary>What tells an unchanged feed: the publisher's validators as sent, and a fingerprint of the body for publishers that send none.</summary>
internal sealed record FeedValidators(string? ETag, string? LastModified, string? BodyFingerprint)
{
    public static FeedValidators None { get; } = new(null, null, null);
}

/// <summary>What the answer's headers say about how long it stays fresh.</summary>
internal sealed record FeedCacheHints(TimeSpan? MaxAge)
{
    public static FeedCacheHints None { get; } = new((TimeSpan?)null);
}
