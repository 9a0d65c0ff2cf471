using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Refresh;

/// <summary>Drops what has been kept for long enough: once a day, and whenever there are too many articles. Done by whoever holds the refresh lease.</summary>
internal sealed partial class ArticleSweep(
    SuggestionState suggestions,
    CurrentCatalog catalog,
    FeedStore feeds,
    IStorage storage,
    IOptions<ArticlesOptions> options,
    TimeProvider time,
    ILogger<ArticleSweep> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);
    private const int BatchSize = 500;

    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private DateTimeOffset _line = DateTimeOffset.MinValue;

    /// <summary>Whether a new article is worth storing: not where the next sweep would drop it again.</summary>
    public bool Accepts(Article article) => article.Published > _line;

    /// <summary>Returns how many articles went. What has the memory of suggestions must be up to date with the store.</summary>
    public async Task<int> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = suggestions.Current;
        if (now - _last < Interval && snapshot.Live.Count <= options.Value.MaxCount) return 0;
        _last = now;
        var decided = snapshot.Decisions.DecidedArticles();
        var states = await feeds.LoadAsync(cancellationToken);
        var (ids, line) = ArticleRetention.Due(
            [.. snapshot.Live.Articles], article => decided.Contains(article.Id), catalog.Current, states, options.Value, now);
        if (line is not null) _line = line.Value;
        foreach (var some in ids.Chunk(BatchSize))
        {
            var batch = new StorageBatch(Partitions.Library).FenceBy(lease);
            foreach (var id in some) ArticleStore.Remove(batch, id);
            if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed) return 0;
        }

        if (ids.Count > 0) Log.Swept(logger, ids.Count, snapshot.Live.Count - ids.Count);
        return ids.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} articles had been kept for long enough and were dropped; {Kept} are kept")]
        public static partial void Swept(ILogger logger, int count, int kept);
    }
}
