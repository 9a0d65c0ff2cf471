using System.Collections.Frozen;

namespace Wellread.Feeds.Parsing;

/// <summary>The vocabularies that feeds use, whatever prefix they have.</summary>
internal enum FeedNamespace
{
    Unknown,
    Rss,
    Atom,
    DublinCore,
    Content,
    Media,
    Itunes,
    GooglePlay,
    Prism,
    Syndication,
    Rdf,
    Xhtml,
    FeedBurner,
}

/// <summary>Namespaces by address, with the variants seen in feeds, and by the prefix that a feed uses without declaring it.</summary>
internal static class FeedNamespaces
{
    // Compared without scheme, case and trailing slash or hash.
    private static readonly FrozenDictionary<string, FeedNamespace> Known = new Dictionary<string, FeedNamespace>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = FeedNamespace.Rss,
        ["purl.org/rss/1.0"] = FeedNamespace.Rss,
        ["my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Rss,
        ["channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Rss,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedNamespace.Rss,
        ["purl.org/net/rss1.1"] = FeedNamespace.Rss,
        ["backend.userland.com/rss"] = FeedNamespace.Rss,
        ["backend.userland.com/rss2"] = FeedNamespace.Rss,
        ["backend.userland.com/rss091"] = FeedNamespace.Rss,
        ["blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Rss,
        ["cyber.law.harvard.edu/rss"] = FeedNamespace.Rss,
        ["cyber.law.harvard.edu/rss/rss.html"] = FeedNamespace.Rss,
        ["www.rssboard.org/rss-specification"] = FeedNamespace.Rss,
        ["www.w3.org/2005/atom"] = FeedNamespace.Atom,
        ["purl.org/atom/ns"] = FeedNamespace.Atom,
        ["purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
        ["purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
        ["purl.org/dc/terms"] = FeedNamespace.DublinCore,
        ["purl.org/rss/1.0/modules/dcterms"] = FeedNamespace.DublinCore,
        ["purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
        ["purl.org/rss/1.0/modules/syndication"] = FeedNamespace.Syndication,
        ["search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["search.yahoo.com/mrss/1.1"] = FeedNamespace.Media,
        ["www.rssboard.org/media-rss"] = FeedNamespace.Media,
        ["tools.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["video.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
        ["example.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
        ["www.google.com/schemas/play-podcasts/1.0"] = FeedNamespace.GooglePlay,
        ["www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd"] = FeedNamespace.GooglePlay,
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = FeedNamespace.Rdf,
        ["www.w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
        ["rssnamespace.org/feedburner/ext/1.0"] = FeedNamespace.FeedBurner,
        ["www.pheedo.com/namespace/pheedo"] = FeedNamespace.FeedBurner,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["googleplay"] = "http://www.google.com/schemas/play-podcasts/1.0",
        ["prism"] = "http://prismstandard.org/namespaces/basic/2.0/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["rss"] = "http://purl.org/rss/1.0/",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
    }.ToFrozenDictionary();

    public static FeedNamespace Of(string address)
    {
        var at = address.IndexOf("://", StringComparison.Ordinal);
        var bare = address.AsSpan(at < 0 ? 0 : at + 3).Trim().TrimEnd("/#");
        if (Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out var known)) return known;
        if (bare.StartsWith("prismstandard.org/", StringComparison.OrdinalIgnoreCase)) return FeedNamespace.Prism;
        return bare.StartsWith("purl.org/atom/", StringComparison.OrdinalIgnoreCase) ? FeedNamespace.Atom : FeedNamespace.Unknown;
    }

    /// <summary>The address that a prefix stands for where a feed forgot to say.</summary>
    public static string OfPrefix(string prefix) =>
        Prefixes.TryGetValue(prefix.ToLowerInvariant(), out var address) ? address : "urn:undeclared:" + prefix;
}
