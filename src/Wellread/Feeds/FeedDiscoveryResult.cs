using System.Collections.Immutable;

namespace Wellread.Feeds;

/// <summary>A feed that was found and read. <paramref name="Title"/> is one line of text, the site's name where the feed has none.</summary>
internal sealed record FoundFeed(Uri Url, string Title, ParsedFeed Feed)
{
    public string Id => FeedId.Of(Url);
}

/// <summary>What came of looking for feeds at an address. Every message is for an editor, and none repeats what the other side sent.</summary>
internal abstract record FeedDiscoveryResult
{
    private FeedDiscoveryResult() { }

    /// <summary>One feed or more, the likeliest first. <paramref name="IsFeedItself"/>: the address is that of the one feed, and not of a page.</summary>
    internal sealed record Found(ImmutableArray<FoundFeed> Feeds, bool IsFeedItself) : FeedDiscoveryResult;

    /// <summary>The site answered, but no feed was found there.</summary>
    internal sealed record NothingFound(string Message) : FeedDiscoveryResult;

    /// <summary>The text is no address.</summary>
    internal sealed record NoAddress(string Message) : FeedDiscoveryResult;

    /// <summary>The address, or where it leads, is not one that Wellread opens.</summary>
    internal sealed record Blocked(string Message) : FeedDiscoveryResult;

    /// <summary>The site can't be reached, or does not give the page.</summary>
    internal sealed record Unreachable(string Message) : FeedDiscoveryResult;

    /// <summary>Too many sites are being looked at; nothing was asked for.</summary>
    internal sealed record Busy : FeedDiscoveryResult;
}
