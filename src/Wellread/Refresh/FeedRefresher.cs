using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Scoring;
using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>
/// The whole flow for one feed: visit it, make articles of its items, score what is new or changed, and store the articles and the feed's
/// state in one atomic batch. A visit that is cut short leaves no trace, so the feed stays due.
/// </summary>
internal sealed partial class FeedRefresher(
    FeedFetcher fetcher, ArticleStore articles, ArticleScoring scoring, IStorage storage, TimeProvider time, ILogger<FeedRefresher> logger)
{
    /// <summary>Null when another instance has taken the lease over: nothing was stored then.</summary>
    public async Task<FeedRefresh?> RefreshAsync(FeedSource source, FeedState state, Lease lease, CancellationToken cancellationToken)
    {
        var (visit, batch, added, changed) = await VisitAsync(source, state, lease, cancellationToken);
        var next = FeedSchedule.After(state, visit, time.GetUtcNow());
        FeedStore.Put(batch, next);
        if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed) return null;

        var message = next.LastError ?? (visit is FeedVisit.NotModified ? "Nothing new." : $"{next.LastItemCount} items read, {added} of them new.");
        if (visit is FeedVisit.Failed failed) Log.VisitFailed(logger, source.Id, source.Url.Host, failed.Code);
        else Log.Visited(logger, source.Id, source.Url.Host, next.LastOutcome ?? "", next.LastItemCount, added, changed);
        return new FeedRefresh(source.Id, source.Title, next.LastOutcome ?? "", message, next.LastItemCount, added, changed, next.NextVisit);
    }

    /// <summary>Visits the feed and makes a batch of its articles. A bug that one feed brings to light becomes that feed's failure, so that it waits like any other and stops nobody else.</summary>
    private async Task<(FeedVisit Visit, StorageBatch Batch, int Added, int Changed)> VisitAsync(
        FeedSource source, FeedState state, Lease lease, CancellationToken cancellationToken)
    {
        try
        {
            var visit = await fetcher.VisitAsync(source, state, cancellationToken);
            var batch = new StorageBatch(Partitions.Library).FenceBy(lease);
            var (added, changed) = visit is FeedVisit.Fetched fetched
                ? await PutArticlesAsync(batch, fetched.Feed, source, time.GetUtcNow(), cancellationToken)
                : (0, 0);
            return (visit, batch, added, changed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not StorageUnavailableException)
        {
            Log.VisitBroke(logger, exception, source.Id);
            var fault = FeedFaults.Unexpected;
            return (new FeedVisit.Failed(fault.Code, fault.Message), new StorageBatch(Partitions.Library).FenceBy(lease), 0, 0);
        }
    }

    private async Task<(int Added, int Changed)> PutArticlesAsync(
        StorageBatch batch, ParsedFeed feed, FeedSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = feed.Entries
            .Select(entry => ArticleFactory.From(entry, feed, source, now))
            .OfType<ArticleOutcome.Made>()
            .Select(outcome => outcome.Article)
            .DistinctBy(article => article.Id)
            .ToList();
        var known = (await articles.GetManyAsync([.. seen.Select(article => article.Id)], cancellationToken))
            .ToDictionary(article => article.Id, StringComparer.Ordinal);
        var (added, changed) = (0, 0);
        foreach (var article in seen)
        {
            var merged = known.TryGetValue(article.Id, out var existing) ? ArticleMerge.Merge(existing, article) : new MergedArticle(article, Changed: true);
            if (!merged.Changed) continue;
            ArticleStore.Put(batch, scoring.Assess(merged.Article));
            if (existing is null) added++;
            else changed++;
        }

        return (added, changed);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Feed {FeedId} at {Host} was visited: {Outcome}, {Items} items, {Added} new, {Changed} changed")]
        public static partial void Visited(ILogger logger, string feedId, string host, string outcome, int items, int added, int changed);

        [LoggerMessage(2, LogLevel.Warning, "Feed {FeedId} at {Host} could not be read: {Code}")]
        public static partial void VisitFailed(ILogger logger, string feedId, string host, string code);

        [LoggerMessage(3, LogLevel.Error, "Feed {FeedId} could not be made into articles")]
        public static partial void VisitBroke(ILogger logger, Exception exception, string feedId);
    }
}
