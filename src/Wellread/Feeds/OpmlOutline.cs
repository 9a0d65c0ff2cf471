using Wellread.Feeds.Outbound;

namespace Wellread.Feeds;

/// <summary>
/// One outline of an OPML document, and what its attributes mean. Wellread's own (<c>publisher</c>, <c>audience</c>, <c>language</c>, <c>topics</c>,
/// <c>enabled</c>) may all be missing.
/// </summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Attributes">By name, whatever its case.</param>
internal sealed record OpmlOutline(int Line, IReadOnlyDictionary<string, string> Attributes)
{
    private const int MaxTopics = 50;

    public string? Name => OpmlText.Line(this["title"]) is { Length: > 0 } title ? title : OpmlText.Line(this["text"]) is { Length: > 0 } text ? text : null;

    /// <summary>The feed's address as written, or null for what is no feed. Some lists have it as the <c>url</c> of a line whose type is a feed's.</summary>
    public string? Address => this["xmlUrl"] ?? (Is("type", "rss") || Is("type", "atom") ? this["url"] : null);

    /// <summary>True where it is switched off, and with it all that is inside it: a comment (OPML 2.0), or <c>enabled="false"</c>.</summary>
    public bool IsOff => Is("isComment", "true") || Is("enabled", "false");

    public bool PointsToList => Is("type", "include") || (Is("type", "link") && this["url"]?.EndsWith(".opml", StringComparison.OrdinalIgnoreCase) == true);

    public string? this[string name] => Attributes.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The feed, or null with a mistake where its address is none. A wrong word for the rest is a mistake too, and then left aside.</summary>
    public OpmlFeed? ToFeed(string address, bool enabled, Action<string> mistake)
    {
        if (WebAddress(address) is not { } url)
        {
            mistake(address.Length > AddressPolicy.MaxUrlLength ? "The xmlUrl is too long." : "The xmlUrl is not a web address that starts with https:// or http://.");
            return null;
        }

        var homepage = this["htmlUrl"] is { } text ? WebAddress(text) : null;
        return new OpmlFeed(url, Name ?? url.IdnHost, homepage, Publisher(mistake), Audience(mistake), FeedText.Language(this["language"] ?? this["lang"]), Topics(), enabled) { Line = Line };
    }

    private bool Is(string name, string value) => string.Equals(this[name], value, StringComparison.OrdinalIgnoreCase);

    private PublisherType Publisher(Action<string> mistake)
    {
        switch (this["publisher"]?.ToLowerInvariant())
        {
            case null or "other": return PublisherType.Other;
            case "government": return PublisherType.Government;
            case "academic": return PublisherType.Academic;
            case "non-profit" or "nonprofit": return PublisherType.NonProfit;
            case "news": return PublisherType.News;
            case "journal": return PublisherType.Journal;
            default:
                mistake("The publisher is one of: government, academic, non-profit, news, journal, other.");
                return PublisherType.Other;
        }
    }

    private FeedAudience Audience(Action<string> mistake)
    {
        switch (this["audience"]?.ToLowerInvariant())
        {
            case null: return FeedAudience.Unknown;
            case "consumer": return FeedAudience.Consumer;
            case "professional": return FeedAudience.Professional;
            default:
                mistake("The audience is one of: consumer, professional.");
                return FeedAudience.Unknown;
        }
    }

    /// <summary>Our <c>topics</c>, else OPML 2.0's <c>category</c>, of which the last part of each path counts: <c>/health/heart</c> is <c>heart</c>.</summary>
    private string[] Topics()
    {
        var text = this["topics"] ?? this["category"] ?? "";
        return [.. text.Split([';', ','], StringSplitOptions.TrimEntries)
            .Select(topic => OpmlText.Line(topic.Trim('/').Split('/')[^1]).ToLowerInvariant().Replace(' ', '-'))
            .Where(topic => topic.Length > 0)
            .Distinct()
            .Take(MaxTopics)];
    }

    private static Uri? WebAddress(string text)
    {
        if (text.Length > AddressPolicy.MaxUrlLength || !Uri.TryCreate(TypedAddress.WithoutFeedScheme(text), UriKind.Absolute, out var url)) return null;
        return url.Scheme is "https" or "http" && url.UserInfo.Length == 0 && HasHost(url) ? url : null;
    }

    /// <summary><see cref="Uri.IdnHost"/> can throw for an address that was created, and whoever uses it later must not meet that.</summary>
    private static bool HasHost(Uri url)
    {
        try
        {
            return url.IdnHost.Length > 0;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            return false;
        }
    }
}
