using System.Collections.Immutable;

namespace Wellread.Feeds;

/// <summary>A feed as read, whatever its format: text as the feed has it (markup and all), links absolute, dates with an offset.</summary>
internal sealed record ParsedFeed
{
    public required FeedFormat Format { get; init; }

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Link { get; init; }

    public string? Description { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Author { get; init; }

    public string? Rights { get; init; }

    public string? Image { get; init; }

    public string? Icon { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public FeedPaceHints Pace { get; init; } = FeedPaceHints.None;

    /// <summary>True where the feed carries a journal's marks (PRISM elements, DOIs on its items).</summary>
    public bool LooksLikeJournal { get; init; }

    /// <summary>True where the document ended early or had to be mended, so that items may be missing.</summary>
    public bool Repaired { get; init; }

    public ImmutableArray<FeedEntry> Entries { get; init; } = [];
}

/// <summary>One item of a feed.</summary>
internal sealed record FeedEntry
{
    public string? Id { get; init; }

    /// <summary>Where the feed gives none, how the item's text begins, or its link.</summary>
    public string? Title { get; init; }

    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Author { get; init; }

    /// <summary>The feed's own markup. Never serve it: <c>Articles/PlainText</c> makes text of it.</summary>
    public string? Summary { get; init; }

    /// <summary>The feed's own markup. Never serve it: <c>Articles/PlainText</c> makes text of it.</summary>
    public string? Content { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<FeedEnclosure> Enclosures { get; init; } = [];

    public string? Thumbnail { get; init; }

    /// <summary>The page where readers discuss the item.</summary>
    public string? Comments { get; init; }
}

/// <summary>A file that an item points to. <paramref name="Length"/> is in bytes.</summary>
internal sealed record FeedEnclosure(string Url, string? Type, long? Length);

/// <summary>How often the publisher says the feed is worth a visit. Hours are UTC hours of the day, 0 to 23.</summary>
internal sealed record FeedPaceHints(TimeSpan? Interval, ImmutableArray<int> SkipHours, ImmutableArray<DayOfWeek> SkipDays)
{
    public static FeedPaceHints None { get; } = new(null, [], []);
}

/// <summary>The formats that are read.</summary>
internal enum FeedFormat
{
    Rss090,
    Rss091,
    Rss092,
    Rss10,
    Rss20,
    Atom03,
    Atom10,
    JsonFeed,
    Cdf,
}

/// <summary>What became of the bytes.</summary>
internal abstract record FeedParseResult
{
    private FeedParseResult() { }

    internal sealed record Parsed(ParsedFeed Feed) : FeedParseResult;

    /// <summary><paramref name="Code"/> is stable (<c>not-a-feed</c>, <c>web-page</c>, <c>empty</c>, <c>too-large</c>, <c>broken-xml</c>, <c>broken-json</c>); <paramref name="Message"/> is for an editor.</summary>
    internal sealed record Failed(string Code, string Message) : FeedParseResult;
}
