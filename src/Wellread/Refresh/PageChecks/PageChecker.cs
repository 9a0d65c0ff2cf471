using System.Collections.Concurrent;
using System.Security.Cryptography;
using Wellread.Articles;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Refresh.PageChecks;

/// <summary>
/// Looks at the pages that are due and writes what they were like into the articles, in one batch at the end, so that a run makes one change of memory. One instance
/// does it, by a lease; an article that somebody writes meanwhile is left to the next time.
/// </summary>
internal sealed partial class PageChecker(
    DuePages due, PageLooks looks, PageLedger ledger, StoreFollower follower, SuggestionState suggestions, IStorage storage, ILogger<PageChecker> logger)
{
    private const string LeaseName = "page-checks";
    private const int SitesAtOnce = 4;

    /// <summary>Far longer than a page can take, with its redirects, its sites' rules and the registry of papers. It is renewed before each page.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    // Two instances must never pass for one, or the lease would let both in.
    private readonly string _owner = RandomNumberGenerator.GetHexString(16);

    /// <summary>How many pages were looked at; 0 where none was due, or another instance is at it.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!await follower.CatchUpAsync(cancellationToken) || suggestions.Current.Stale) return 0;
        var sites = due.Find();
        if (sites.Count == 0 || await storage.TryAcquireLeaseAsync(Partitions.Library, LeaseName, _owner, LeaseTime, cancellationToken) is not { } lease) return 0;
        try
        {
            var seen = new ConcurrentDictionary<string, PageLook>(StringComparer.Ordinal);
            var pace = new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(sites, pace, (site, token) => LookAsync(site, seen, lease, token));
            var written = await ledger.WriteAsync(seen, lease, cancellationToken);
            if (written.Count > 0) Log.Looked(logger, written.Count, written.Count(article => article.Page!.State == PageState.Gone), written.Count(article => !article.Page!.IsOpen));
            return written.Count;
        }
        finally
        {
            await storage.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>A site that does not answer is left alone for this time.</summary>
    private async ValueTask LookAsync(IReadOnlyList<Article> site, ConcurrentDictionary<string, PageLook> seen, Lease lease, CancellationToken cancellationToken)
    {
        foreach (var article in site)
        {
            if (!await storage.RenewLeaseAsync(lease, LeaseTime, cancellationToken)) return;
            var look = seen[article.Id] = await looks.LookAsync(article, cancellationToken);
            if (look is PageLook.Unclear) break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} pages of articles were looked at: {Gone} are gone, {Closed} can't be opened by readers")]
        public static partial void Looked(ILogger logger, int count, int gone, int closed);
    }
}
