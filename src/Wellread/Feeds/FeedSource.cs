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

    public bool Enabled { get; init; } = true;

    /// <summary>True for the invented feeds that stand in while no live feed has delivered.</summary>
    public bool IsSample { get; init; }
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
