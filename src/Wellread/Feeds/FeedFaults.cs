namespace Wellread.Feeds;

/// <summary>What went wrong with a feed: a stable code for programs, a sentence for an editor.</summary>
internal sealed record FeedFault(string Code, string Message);

/// <summary>
/// Every fault of fetching a feed, in one place. The codes of what the bytes are (<c>web-page</c>, <c>not-a-feed</c>, <c>empty</c>, …) are the parser's,
/// see <see cref="FeedParseResult.Failed"/>. No message repeats what the other side sent.
/// </summary>
internal static class FeedFaults
{
    /// <summary>Not a failure, but a fault: a feed was read and held nothing.</summary>
    public static FeedFault NoItems { get; } = new("no-items", "The feed was read, but it has no items.");

    public static FeedFault NameNotFound { get; } = new("name-not-found", "The site's name could not be found. It may be misspelled, or the site may be gone.");

    public static FeedFault Unreachable { get; } = new("unreachable", "The site could not be reached.");

    public static FeedFault Timeout { get; } = new("timeout", "The site took too long to answer.");

    public static FeedFault Insecure { get; } = new("insecure", "The site's security certificate could not be trusted.");

    public static FeedFault BrokenAnswer { get; } = new("broken-answer", "The site's answer broke off or made no sense.");

    public static FeedFault BrokenCoding { get; } = new("broken-answer", "The site's answer was damaged or cut short.");

    public static FeedFault UnknownCoding { get; } = new("unknown-coding", "The site packed its answer in a way that Wellread can't unpack.");

    public static FeedFault TooLarge { get; } = new("too-large", "The feed is too large to read.");

    public static FeedFault HeadersTooLarge { get; } = new("too-large", "The site sent far too much before the feed.");

    public static FeedFault TooManyRedirects { get; } = new("too-many-redirects", "The site keeps sending visitors from one address to the next.");

    public static FeedFault BrokenRedirect { get; } = new("broken-redirect", "The site sends visitors on without saying where to.");

    public static FeedFault Empty { get; } = new("empty", "The site's answer was empty.");

    public static FeedFault Gone { get; } = new("gone", "The publisher says that this feed is gone for good. Wellread no longer visits it.");

    public static FeedFault TooManyRequests { get; } = new("too-many-requests", "The site asked for fewer visits. Wellread waits before the next one.");

    public static FeedFault Unavailable { get; } = new("unavailable", "The site says that it is closed for a while.");

    public static FeedFault NotChanged { get; } = new("broken-answer", "The site says that nothing has changed, but Wellread has not read this feed before.");

    public static FeedFault Unexpected { get; } = new("unexpected", "Something went wrong on our side while this feed was read. The log says more.");

    public static FeedFault Blocked(string reason) => new("blocked-address", reason);

    public static FeedFault BlockedRedirect { get; } = new("blocked-address", "The site sends visitors to an address that Wellread does not open.");

    public static FeedFault BlockedName { get; } = new("blocked-address", "The site's name leads into a private network, so Wellread did not open it.");

    public static FeedFault Status(int status) => new("http-status", status switch
    {
        401 or 407 => "The site asks for a password.",
        403 => "The site refused the visit (403). It may not let programs read this feed.",
        404 => "The site has no page at this address (404).",
        >= 500 and <= 599 => $"The site has a fault of its own ({status}).",
        _ => $"The site answered with an error ({status}).",
    });
}
