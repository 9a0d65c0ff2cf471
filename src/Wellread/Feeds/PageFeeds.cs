using System.Buffers;
using System.Collections.Frozen;
using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>An address on a page that may be a feed's, and what the page calls it. Nobody has judged or asked it yet.</summary>
internal sealed record FeedLink(string Address, string? Title);

/// <summary>
/// The feeds that a web page points to: what it names as feeds in its head, then links that look like feeds, feeds of comments last. Pure, and linear in time
/// whatever the page is.
/// </summary>
internal static class PageFeeds
{
    /// <summary>Characters of a page that are looked at.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <summary>Addresses that are given back at most.</summary>
    public const int MaxLinks = 30;

    /// <summary>Addresses of a page that are kept to choose from.</summary>
    private const int MaxGathered = 500;

    private const int MaxTitleLength = 200;

    /// <summary>Characters of a link that is no named feed.</summary>
    private const int MaxLinkLength = 1_024;

    private static readonly FrozenSet<string> FeedTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x-rss+xml", "text/rss+xml", "text/atom+xml", "text/rss");

    private static readonly FrozenSet<string> FeedNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "feed", "feeds", "rss", "rss2", "atom", "rdf", "index.xml", "feeds.xml", "rss.php", "feed.php", "feed.json");

    private static readonly SearchValues<string> FeedWords = SearchValues.Create(["rss", "feed", "atom"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(
        ["feed=rss", "feed=atom", "format=rss", "format=atom", "format=feed", "type=rss", "type=atom", "alt=rss", "output=rss", "feeds.feedburner.com/"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EmbeddedAddress = SearchValues.Create(["http:", "https:", "http%3a", "https%3a"], StringComparison.OrdinalIgnoreCase);

    private enum Rank
    {
        NamedFeed,
        NamedData,
        LooksLikeFeed,
        Comments,
        None,
    }

    /// <param name="html">The page.</param>
    /// <param name="address">Where it was found.</param>
    public static IReadOnlyList<FeedLink> Find(string html, Uri address)
    {
        var tags = new TagScanner(html.Length > MaxLength ? html[..MaxLength] : html);
        var found = new List<(Rank Rank, FeedLink Link)>();
        string? pageBase = null;
        while (found.Count < MaxGathered && tags.Read())
        {
            if (tags.IsEnd) continue;
            switch (tags.Name)
            {
                case "base" when pageBase is null && tags.Attributes.GetValueOrDefault("href") is { } href:
                    pageBase = LinkResolver.Resolve(address.AbsoluteUri, href);
                    break;
                case "link" or "a" or "area":
                    Gather(tags, found);
                    break;
                case "script" or "style" or "textarea" or "title" when !tags.IsSelfClosed:
                    tags.SkipContent();
                    break;
            }
        }

        return
        [
            .. found.OrderBy(pair => pair.Rank)
                .Select(pair => pair.Link with { Address = TypedAddress.WithoutFeedScheme(LinkResolver.Resolve(pageBase ?? address.AbsoluteUri, pair.Link.Address)) })
                .DistinctBy(link => link.Address, StringComparer.Ordinal)
                .Take(MaxLinks),
        ];
    }

    private static void Gather(TagScanner tags, List<(Rank, FeedLink)> found)
    {
        if (!tags.Attributes.TryGetValue("href", out var href) || string.IsNullOrWhiteSpace(href)) return;
        href = href.Trim();
        if (href[0] == '#') return;
        var title = tags.Attributes.GetValueOrDefault("title") is { Length: > 0 and <= MaxTitleLength } text ? FeedText.Clean(text) : null;
        var rank = OfTag(tags, href);
        if (rank == Rank.None) return;
        found.Add((IsAboutComments(href, title) ? Rank.Comments : rank, new FeedLink(href, title)));
    }

    private static Rank OfTag(TagScanner tags, string href)
    {
        var relations = (tags.Attributes.GetValueOrDefault("rel") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isAlternate = relations.Contains("alternate", StringComparer.OrdinalIgnoreCase);
        var type = (tags.Attributes.GetValueOrDefault("type") ?? "").Split(';')[0].Trim();
        if (FeedTypes.Contains(type)) return isAlternate || tags.Name != "link" || relations.Length == 0 ? Rank.NamedFeed : Rank.None;
        if (relations.Contains("feed", StringComparer.OrdinalIgnoreCase)) return Rank.NamedFeed;
        // A page in XML or JSON is not always a feed: many sites name the data of the page itself so.
        if (isAlternate && type.ToLowerInvariant() is "application/json" or "application/xml" or "text/xml") return Rank.NamedData;
        return tags.Name != "link" && LooksLikeFeed(href) ? Rank.LooksLikeFeed : Rank.None;
    }

    /// <summary>By its address alone. One that holds another address is a button of some reader ("add to …").</summary>
    private static bool LooksLikeFeed(string href)
    {
        if (href.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)) return true;
        if (href.Length > MaxLinkLength || href.AsSpan(1).ContainsAny(EmbeddedAddress)) return false;
        if (href.AsSpan().ContainsAny(AddressMarks)) return true;
        var end = href.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? href.AsSpan() : href.AsSpan(0, end)).TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..].ToString();
        return FeedNames.Contains(last) || Path.GetExtension(last).ToLowerInvariant() switch
        {
            ".rss" or ".atom" or ".rdf" => true,
            ".xml" => last.AsSpan().ContainsAny(FeedWords),
            _ => false,
        };
    }

    private static bool IsAboutComments(string href, string? title) => SaysComments(href) || (title is not null && SaysComments(title));

    private static bool SaysComments(string text) =>
        text.Contains("comment", StringComparison.OrdinalIgnoreCase) || text.Contains("comentario", StringComparison.OrdinalIgnoreCase);
}
