using System.Globalization;
using Microsoft.Net.Http.Headers;
using Wellread.Feeds.Outbound;

namespace Wellread.Feeds;

/// <summary>Reads the headers that speak of time. What makes no sense is as if it were not there.</summary>
internal static class AnswerTimes
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan ShortestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary><c>Retry-After</c> in either form (RFC 9110, 10.2.3), from 1 minute to 24 hours; null where it is absent, negative or junk.</summary>
    public static TimeSpan? RetryAfter(AnswerHeaders headers, DateTimeOffset now)
    {
        if (headers.RetryAfter is not { } text) return null;
        if (Seconds(text) is { } seconds) return Clamp(seconds);
        return Date(text) is { } date ? Clamp(date - now) : null;

        static TimeSpan Clamp(TimeSpan wait) => wait < ShortestRetryAfter ? ShortestRetryAfter : wait > LongestRetryAfter ? LongestRetryAfter : wait;
    }

    /// <summary>How long the answer stays fresh (RFC 9111, 4.2.1): <c>max-age</c>, else <c>Expires</c>, less the age that a cache gave it.</summary>
    public static FeedCacheHints Cache(AnswerHeaders headers, DateTimeOffset now)
    {
        var lifetime = CacheControlHeaderValue.TryParse(headers.CacheControl, out var control) && control is { NoCache: false, NoStore: false }
            ? control.MaxAge ?? Expires(headers, now)
            : control is null ? Expires(headers, now) : null;
        var left = lifetime - (headers.Age is { } age ? Seconds(age) ?? TimeSpan.Zero : TimeSpan.Zero);
        return left > TimeSpan.Zero ? new FeedCacheHints(left) : FeedCacheHints.None;
    }

    private static TimeSpan? Expires(AnswerHeaders headers, DateTimeOffset now) =>
        headers.Expires is { } text && Date(text) is { } expires ? expires - (headers.Date is { } sent && Date(sent) is { } date ? date : now) : null;

    private static TimeSpan? Seconds(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) ? TimeSpan.FromSeconds(Math.Min(double.Parse(text, CultureInfo.InvariantCulture), int.MaxValue)) : null;

    private static DateTimeOffset? Date(string text) =>
        HeaderUtilities.TryParseDate(text, out var date) ? date : null;
}
