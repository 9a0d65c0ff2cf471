namespace Wellread.Feeds.Parsing;

/// <summary>What one document may ask of the parser. Beyond it the feed is refused, or cut where the limit is on items.</summary>
internal static class FeedLimits
{
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Characters of a document after repair, which adds end tags and declarations.</summary>
    public const int MaxMendedLength = 2 * MaxBytes;

    public const int MaxDepth = 256;

    public const int MaxAttributes = 256;

    public const int MaxEntries = 2_000;

    /// <summary>Characters of a base. A longer one is left aside: a short document with many short links would grow a hundredfold.</summary>
    public const int MaxBaseLength = 1_024;

    /// <summary>How many times its length a text may have once its links are absolute, or it stays as it is.</summary>
    public const int MaxMarkupGrowth = 4;

    public const int MaxEnclosures = 20;

    /// <summary>Characters that the entities which a DOCTYPE declares may add to a document.</summary>
    public const int MaxEntityText = 64 * 1024;
}

/// <summary>A document goes beyond <see cref="FeedLimits"/>. Thrown from deep inside a document, caught by <see cref="FeedParser"/>.</summary>
internal sealed class FeedLimitException : Exception
{
    public FeedLimitException() { }

    public FeedLimitException(string message) : base(message) { }

    public FeedLimitException(string message, Exception innerException) : base(message, innerException) { }
}
