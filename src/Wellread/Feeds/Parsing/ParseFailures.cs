namespace Wellread.Feeds.Parsing;

/// <summary>What an editor is told when no feed was read. Never a part of the document: its text may be made to mislead.</summary>
internal static class ParseFailures
{
    public static FeedParseResult.Failed Empty { get; } = new("empty", "The site answered with nothing at all.");

    public static FeedParseResult.Failed TooLarge { get; } =
        new("too-large", "The feed is too large or too deeply nested to be read safely.");

    public static FeedParseResult.Failed WebPage { get; } = new("web-page", "The site answered with a web page instead of a feed.");

    public static FeedParseResult.Failed NotAFeed { get; } = new("not-a-feed", "The site answered with something that is not a feed.");

    public static FeedParseResult.Failed BrokenXml { get; } = new("broken-xml", "The feed is damaged and could not be read.");

    public static FeedParseResult.Failed BrokenJson { get; } = new("broken-json", "The feed is damaged and could not be read.");

    private static FeedParseResult.Failed Unsafe { get; } =
        new("broken-xml", "The feed pulls in text from outside itself, which is not safe to read.");

    private static FeedParseResult.Failed Several { get; } = new("broken-xml", "The feed holds several documents in one and could not be read.");

    private static FeedParseResult.Failed FeedList { get; } = new("not-a-feed", "This is a list of feeds (OPML), not a feed. You can import it instead.");

    public static FeedParseResult.Failed OfRoot(string name) => name switch
    {
        "html" => WebPage,
        "opml" => FeedList,
        _ => NotAFeed,
    };

    public static FeedParseResult.Failed Of(XmlRefusal refusal, string text) => refusal switch
    {
        XmlRefusal.UnsafeEntities => Unsafe,
        XmlRefusal.SeveralDocuments => Several,
        _ when text.AsSpan().TrimStart().StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || LooksLikePage(text) => WebPage,
        _ when text.AsSpan().IsWhiteSpace() => Empty,
        _ => NotAFeed,
    };

    private static bool LooksLikePage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        return head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<head", StringComparison.OrdinalIgnoreCase);
    }
}
