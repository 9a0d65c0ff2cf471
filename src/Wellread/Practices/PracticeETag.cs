using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Wellread.Practices;

/// <summary>Tells one version of a practice's settings from another, so that two editors don't undo each other's work.</summary>
internal static class PracticeETag
{
    public static string Of(Practice practice) => Tag(practice).ToString();

    /// <summary>
    /// Whether a practice (null = there is none) is as the request's <c>If-Match</c> and <c>If-None-Match</c> say; yes where they say nothing (RFC 9110, 13.1).
    /// </summary>
    public static Func<Practice?, bool> Allows(HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        var (match, noneMatch) = (headers.IfMatch, headers.IfNoneMatch);
        return practice =>
            (request.Headers.IfMatch.Count == 0 || (practice is not null && match.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(Tag(practice), useStrongComparison: true))))
            && (practice is null || !noneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(Tag(practice), useStrongComparison: false)));
    }

    private static EntityTagHeaderValue Tag(Practice practice) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(practice.Settings.ToJson().Span).AsSpan(0, 8))}\"");
}
