namespace Wellread.Feeds;

/// <summary>A feed as the catalog lists it. <see cref="Id"/> is derived from <see cref="Url"/>.</summary>
internal sealed record FeedSource
{
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    public required string Title { get; init; }

    public Uri? Homepage { get; init; }

    public PublisherType Publisher { get; init; } = PublisherType.Other;

    public FeedAudience Audience { get; init; } = FeedAudience.Unknown;

    /// <summary>A two-letter ISO 639-1 code, or null where the pack does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Topic slugs that the pack gives the whole feed; empty for a general feed.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The packs that list it, by file name without <c>.opml</c>.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>The folders it is in, each as the names from the outermost to the innermost; empty where it is in none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Folders { get; init; } = [];

    public bool Enabled { get; init; } = true;

    /// <summary>Until when it is not visited; null or past = it is.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public FeedRules Rules { get; init; } = FeedRules.None;

    /// <summary>True for the invented feeds that stand in while no live feed has delivered.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether it is visited at all at this time.</summary>
    public bool IsRead(DateTimeOffset now) => Enabled && !IsPaused(now);

    public bool IsPaused(DateTimeOffset now) => PausedUntil > now;
}

/// <summary>Who publishes a feed.</summary>
internal enum PublisherType
{
    Other,
    Government,
    Academic,
    NonProfit,
    News,
    Journal,
}

/// <summary>Whom a feed is written for.</summary>
internal enum FeedAudience
{
    Unknown,
    Consumer,
    Professional,
}
