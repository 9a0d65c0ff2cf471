using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Wellread.Suggestions;

/// <summary>
/// Tells how far a history is, by its length, as nothing is ever taken out of it. With it a request that may have arrived, such as an undo, is sent again without being
/// done twice.
/// </summary>
internal static class DecisionETag
{
    public static string Of(DecisionHistory? history) => $"\"{(history?.Decisions.Length ?? 0).ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Whether a history is as the request's <c>If-Match</c> says; yes where it says nothing.</summary>
    public static Func<DecisionHistory, bool> Allows(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return _ => true;
        var wanted = request.GetTypedHeaders().IfMatch;
        return history => wanted.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(Of(history)), useStrongComparison: true));
    }
}
