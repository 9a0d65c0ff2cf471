using Wellread.Articles;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Refresh;

/// <summary>
/// Writes what a publisher said in an item of its own into the article that it is about, so that everybody hears of it, and not only who decided on a story that the
/// item was taken to tell as well. Done by whoever holds the refresh lease, after its visits: an item and its article may come in either order.
/// </summary>
internal sealed partial class NoticeSpread(SuggestionState suggestions, StoreFollower follower, ArticleStore articles, IStorage storage, ILogger<NoticeSpread> logger)
{
    private CandidateIndex? _looked;

    /// <summary>How many articles were written. What has the memory of suggestions must be up to date with the store.</summary>
    public async Task<int> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var live = suggestions.Current.Live;
        if (ReferenceEquals(live, _looked)) return 0;
        var told = ToldNotices.Find(live.Articles);
        var ids = told.Where(pair => live.Find(pair.Key) is { } candidate && IsNews(candidate.Article.Notice, pair.Value)).Select(pair => pair.Key).ToList();
        while (ids.Count > 0)
        {
            var batch = new StorageBatch(Partitions.Library).FenceBy(lease);
            var written = new List<Article>();
            foreach (var stored in await articles.GetStoredAsync(ids, cancellationToken))
            {
                written.Add(stored.Article with { Notice = told[stored.Article.Id] });
                ArticleStore.Replace(batch, written[^1], stored);
            }

            switch (written.Count == 0 ? null : await storage.CommitAsync(batch, cancellationToken))
            {
                case CommitResult.Committed committed:
                    articles.Remember(written, committed.LogPosition);
                    await follower.CatchUpAsync(cancellationToken);
                    Log.Told(logger, written.Count);
                    return written.Count;
                case CommitResult.Conflict conflict when ids.Remove(conflict.Id):
                    continue;
                default:
                    return 0;
            }
        }

        _looked = live;
        return 0;
    }

    /// <summary>What was said stays said where the item that said it is gone.</summary>
    private static bool IsNews(PaperNotice? known, PaperNotice told) =>
        known is null || told.Standing > known.Standing || (told.Standing == PaperStanding.Corrected && known.Standing == PaperStanding.Corrected && told.DatedAt > known.DatedAt);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} articles were corrected, warned of or taken back by items of their own")]
        public static partial void Told(ILogger logger, int count);
    }
}
