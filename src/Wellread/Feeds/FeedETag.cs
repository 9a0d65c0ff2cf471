using System.Security.Cryptography;
using System.Text.Json;

namespace Wellread.Feeds;

/// <summary>
/// Tells one version of a feed's settings from another, so that two editors don't undo each other's work. It leaves out how the feed is, which every visit
/// changes.
/// </summary>
internal static class FeedETag
{
    public static string Of(FeedSource source) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(source, FeedSettingJson.Default.FeedSource)).AsSpan(0, 8))}\"";

    /// <summary>Whether a feed is as the request's <c>If-Match</c> says; yes where it says nothing (RFC 9110, 13.1.1).</summary>
    public static Func<FeedSource, bool> Matches(HttpRequest request)
    {
        var wanted = request.Headers.IfMatch.SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries)).ToArray();
        return source => wanted is [] or ["*"] || wanted.Contains(Of(source), StringComparer.Ordinal);
    }
}
