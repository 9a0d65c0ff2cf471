namespace Wellread.Refresh;

/// <summary>Which feeds a refresh visits.</summary>
internal enum RefreshScope
{
    /// <summary>Those whose time has come.</summary>
    Due,

    /// <summary>Those too whose last visit failed.</summary>
    Failed,
}

/// <summary>What became of the wish to refresh one feed.</summary>
internal abstract record FeedRefreshStart
{
    private FeedRefreshStart() { }

    internal sealed record Started(RefreshJob Job) : FeedRefreshStart;

    /// <summary>A refresh runs already.</summary>
    internal sealed record Busy : FeedRefreshStart;

    /// <summary>The feed was visited a moment ago, or its publisher asked for patience: try again after <paramref name="Wait"/>.</summary>
    internal sealed record TooSoon(TimeSpan Wait) : FeedRefreshStart;
}
