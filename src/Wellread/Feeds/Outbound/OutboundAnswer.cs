using System.Net.Http.Headers;

namespace Wellread.Feeds.Outbound;

/// <summary>What a request to the outside gave.</summary>
internal abstract record OutboundAnswer
{
    private OutboundAnswer() { }

    /// <summary>
    /// An answer whose status is not a redirect. <paramref name="Url"/> is the address that answered; <paramref name="MovedTo"/> is the same where every
    /// hop to it said "moved for good" and none left https for http, else null. <paramref name="Body"/> is decoded, and empty unless the status is 200 or 203.
    /// </summary>
    internal sealed record Answered(int Status, Uri Url, Uri? MovedTo, AnswerHeaders Headers, ReadOnlyMemory<byte> Body) : OutboundAnswer;

    /// <summary>A redirect that the asker did not want followed: <paramref name="Url"/> is where it leads.</summary>
    internal sealed record Declined(Uri Url) : OutboundAnswer;

    internal sealed record Failed(FeedFault Fault) : OutboundAnswer;
}

/// <summary>The headers that are used, as sent; null where absent or longer than anything honest.</summary>
internal sealed record AnswerHeaders(
    string? ContentType, string? ETag, string? LastModified, string? CacheControl, string? Expires, string? Age, string? Date, string? RetryAfter)
{
    private const int MaxLength = 1024;

    public static AnswerHeaders Of(HttpResponseMessage response) => new(
        Read(response.Content.Headers, "Content-Type"),
        Read(response.Headers, "ETag"),
        Read(response.Content.Headers, "Last-Modified"),
        Read(response.Headers, "Cache-Control"),
        Read(response.Content.Headers, "Expires"),
        Read(response.Headers, "Age"),
        Read(response.Headers, "Date"),
        Read(response.Headers, "Retry-After"));

    private static string? Read(HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values)) return null;
        var value = values.ToString();
        return value.Length is 0 or > MaxLength || value.Any(c => c is < ' ' or > '~') ? null : value;
    }
}
