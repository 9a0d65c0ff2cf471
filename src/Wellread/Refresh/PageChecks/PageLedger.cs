using Wellread.Articles;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Refresh.PageChecks;

/// <summary>
/// Writes what looks at pages gave into their articles: the one place for what is known of a page, whether a run looked or somebody asked for its card. What goes out, is
/// suggested or is warned of is told from there.
/// </summary>
internal sealed class PageLedger(ArticleStore articles, StoreFollower follower, IStorage storage, TimeProvider time)
{
    /// <summary>All in one batch, so that it is one change of memory. An article that somebody writes meanwhile is left out.</summary>
    /// <param name="looks">By article id.</param>
    /// <param name="lease">Nothing is written where it was lost; null needs none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Article>> WriteAsync(IReadOnlyDictionary<string, PageLook> looks, Lease? lease, CancellationToken cancellationToken)
    {
        var ids = looks.Keys.ToList();
        while (ids.Count > 0)
        {
            var batch = new StorageBatch(Partitions.Library);
            if (lease is not null) batch.FenceBy(lease);
            var (written, now) = (new List<Article>(), time.GetUtcNow());
            foreach (var stored in await articles.GetStoredAsync(ids, cancellationToken))
            {
                written.Add(stored.Article with { Page = PageHistory.After(stored.Article.Page, looks[stored.Article.Id], now) });
                ArticleStore.Replace(batch, written[^1], stored);
            }

            if (written.Count == 0) return [];
            switch (await storage.CommitAsync(batch, cancellationToken))
            {
                case CommitResult.Committed committed:
                    articles.Remember(written, committed.LogPosition);
                    await follower.CatchUpAsync(cancellationToken);
                    return written;
                case CommitResult.Conflict conflict when ids.Remove(conflict.Id):
                    continue;
                default:
                    return [];
            }
        }

        return [];
    }
}
