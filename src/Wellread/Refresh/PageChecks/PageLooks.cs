using Wellread.Articles;
using Wellread.Feeds.Parsing;

namespace Wellread.Refresh.PageChecks;

/// <summary>One look at an article's page, whoever asks for it: counted for its site's pace, and with what the registry of papers says.</summary>
internal sealed class PageLooks(PageProbe probe, SitePace pace, RetractionProbe retractions, TimeProvider time)
{
    /// <summary>Throws only when <paramref name="cancellationToken"/> ends it.</summary>
    public async Task<PageLook> LookAsync(Article article, CancellationToken cancellationToken)
    {
        var link = new Uri(article.Link);
        pace.Count(link.Authority, time.GetUtcNow());
        var look = await probe.LookAsync(link, cancellationToken);
        return look with { Paper = await retractions.AskAsync(look.Doi ?? DigitalObjectIdentifier.Find(article.Link), cancellationToken) };
    }
}
