namespace Wellread.Feeds.Parsing;

/// <summary>Which format a document is, by its root.</summary>
internal static class XmlFormats
{
    /// <summary>The cursor stands on the root. Null for what is no feed.</summary>
    public static FeedFormat? Of(XmlCursor cursor) => cursor.Name switch
    {
        "rss" => OfVersion(cursor.Attribute("version")),
        "rdf" => OfRdf(cursor),
        "entry" when cursor.Namespace != FeedNamespace.Atom => null,
        "feed" or "entry" => IsAtom03(cursor) ? FeedFormat.Atom03 : FeedFormat.Atom10,
        "channel" when cursor.NamespaceAddress.Contains("rss1.1", StringComparison.Ordinal) => FeedFormat.Rss10,
        "channel" => IsCdf(cursor) ? FeedFormat.Cdf : FeedFormat.Rss20,
        _ => null,
    };

    private static bool IsAtom03(XmlCursor cursor) =>
        cursor.NamespaceAddress.Contains("purl.org/atom", StringComparison.OrdinalIgnoreCase) || cursor.Attribute("version") is "0.3" or "0.2" or "0.1";

    private static bool IsCdf(XmlCursor cursor) => (cursor.Attribute("href") ?? cursor.Attribute("base") ?? cursor.Attribute("lastmod")) is not null;

    private static FeedFormat OfVersion(string? version) => version?.Trim() switch
    {
        "0.90" or "0.9" => FeedFormat.Rss090,
        "0.91" => FeedFormat.Rss091,
        "0.92" or "0.93" or "0.94" => FeedFormat.Rss092,
        "1.0" => FeedFormat.Rss10,
        _ => FeedFormat.Rss20,
    };

    private static FeedFormat OfRdf(XmlCursor cursor) =>
        cursor.Lookup("")?.Contains("netscape.com", StringComparison.OrdinalIgnoreCase) == true ? FeedFormat.Rss090 : FeedFormat.Rss10;
}
