using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;

namespace Wellread.Refresh.PageChecks;

/// <summary>Asks Crossref, the registry of papers, whether one still stands.</summary>
internal sealed class RetractionProbe(OutboundHttp outbound, IOptions<PageChecksOptions> options)
{
    private const string Works = "https://api.crossref.org/works/";

    /// <summary>Null where nobody knows. Throws only when <paramref name="cancellationToken"/> ends it.</summary>
    /// <param name="doi">The paper's identifier; null is no paper.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PaperNotice?> AskAsync(string? doi, CancellationToken cancellationToken) =>
        doi is not null && options.Value.Retractions
        && await outbound.GetAsync(new Uri(Works + Uri.EscapeDataString(doi)), FeedValidators.None, cancellationToken) is OutboundAnswer.Answered { Status: 200 } answer
            ? CrossrefWork.Read(answer.Body)
            : null;
}
