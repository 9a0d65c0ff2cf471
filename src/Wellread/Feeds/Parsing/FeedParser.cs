namespace Wellread.Feeds.Parsing;

/// <summary>Bytes to items.</summary>
internal static class FeedParser
{
    public static FeedParseResult Parse(ReadOnlyMemory<byte> body, FeedParseContext context) =>
        new FeedParseResult.Failed("not-a-feed", "The site answered with something that is not a feed.");
}
