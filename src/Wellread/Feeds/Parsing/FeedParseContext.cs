namespace Wellread.Feeds.Parsing;

/// <summary>
/// What is known of a document besides its bytes: <paramref name="Address"/>, where it came from after redirects, for relative links;
/// <paramref name="ContentType"/>, the HTTP header as sent, for its charset.
/// </summary>
internal sealed record FeedParseContext(Uri? Address, string? ContentType)
{
    public static FeedParseContext None { get; } = new(null, null);
}
