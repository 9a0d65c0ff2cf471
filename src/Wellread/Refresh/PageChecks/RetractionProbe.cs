using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;

namespace Wellread.Refresh.PageChecks;

/// <summary>
/// Asks Crossref whether a paper still stands. Journals record there what became of a paper, and what Retraction Watch finds stands beside it: <c>updated-by</c> of
/// a work names its notices (https://www.crossref.org/blog/retraction-watch-retractions-now-in-the-crossref-api/).
/// </summary>
internal sealed class RetractionProbe(OutboundHttp outbound, IOptions<PageChecksOptions> options)
{
    private const string Works = "https://api.crossref.org/works/";

    private static readonly FrozenSet<string> Retractions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "retraction", "partial_retraction", "removal", "withdrawal", "expression_of_concern");

    /// <summary>False too where nobody knows. Throws only when <paramref name="cancellationToken"/> ends it.</summary>
    /// <param name="doi">The paper's identifier; null is no paper.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> IsRetractedAsync(string? doi, CancellationToken cancellationToken) =>
        doi is not null && options.Value.Retractions
        && await outbound.GetAsync(new Uri(Works + Uri.EscapeDataString(doi)), FeedValidators.None, cancellationToken) is OutboundAnswer.Answered { Status: 200 } answer
        && SaysRetracted(answer.Body);

    internal static bool SaysRetracted(ReadOnlyMemory<byte> work)
    {
        try
        {
            using var document = JsonDocument.Parse(work);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
                && message.TryGetProperty("updated-by", out var notices) && notices.ValueKind == JsonValueKind.Array
                && notices.EnumerateArray().Any(notice => notice.ValueKind == JsonValueKind.Object
                    && notice.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                    && Retractions.Contains(type.GetString()!.Replace('-', '_').Replace(' ', '_')));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
