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
    FeedFetcher fetcher, ArticleStore articles, Stories stories, ArticleScoring scoring, ArticleSweep sweep, NewArticles bell, IStorage storage, TimeProvider time, ILogger<FeedRefresher> logger)
{
    private const int MaxAttempts = 20;

    /// <summary>Null when another instance has taken the lease over: nothing was stored then.</summary>
    public async Task<FeedRefresh?> RefreshAsync(FeedSource source, FeedState state, Lease lease, CancellationToken cancellationToken)
    {
        var visit = await GuardAsync(source, () => fetcher.VisitAsync(source, state, cancellationToken));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var batch = new StorageBatch(Partitions.Library).FenceBy(lease);
            var put = PutArticles.None;
            visit = await GuardAsync(source, async () =>
            {
                if (visit is FeedVisit.Fetched fetched) put = await PutArticlesAsync(batch, fetched.Feed, source, time.GetUtcNow(), cancellationToken);
                return visit;
            });
            if (visit is FeedVisit.Failed) (batch, put) = (new StorageBatch(Partitions.Library).FenceBy(lease), PutArticles.None);
            var next = FeedSchedule.After(state, visit, time.GetUtcNow());
            switch (await storage.CommitAsync(FeedStore.Put(batch, next), cancellationToken))
            {
                case CommitResult.Committed committed:
                    articles.Remember(put.Articles, committed.LogPosition);
                    if (put.Added > 0) bell.Ring();
                    return Report(source, visit, next, put);
                case CommitResult.Fenced: return null;
            }
        }

        throw new StorageUnavailableException($"A feed's articles met other writers {MaxAttempts} times in a row.");
    }

    private FeedRefresh Report(FeedSource source, FeedVisit visit, FeedState next, PutArticles put)
    {
        var (added, changed) = (put.Added, put.Articles.Count - put.Added);
        var message = next.LastError ?? (visit is FeedVisit.NotModified ? "Nothing new." : $"{next.LastItemCount} items read, {added} of them new.");
        if (visit is FeedVisit.Failed failed) Log.VisitFailed(logger, source.Id, source.Url.Host, failed.Code);
        else Log.Visited(logger, source.Id, source.Url.Host, next.LastOutcome ?? "", next.LastItemCount, added, changed);
        return new FeedRefresh(source.Id, source.Title, next.LastOutcome ?? "", message, next.LastItemCount, added, changed, next.NextVisit);
    }

    /// <summary>A bug that one feed brings to light becomes that feed's failure, so that it waits like any other and stops nobody else.</summary>
    private async Task<FeedVisit> GuardAsync(FeedSource source, Func<Task<FeedVisit>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not StorageUnavailableException)
        {
            Log.VisitBroke(logger, exception, source.Id);
            return new FeedVisit.Failed(FeedFaults.Unexpected.Code, FeedFaults.Unexpected.Message);
        }
    }

    private async Task<PutArticles> PutArticlesAsync(
        StorageBatch batch, ParsedFeed feed, FeedSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = feed.Entries
            .Select(entry => ArticleFactory.From(entry, feed, source, now))
            .OfType<ArticleOutcome.Made>()
            .Select(outcome => outcome.Article)
            .DistinctBy(article => article.Id)
            .ToList();
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        var known = (await articles.GetStoredAsync([.. seen.Select(article => article.Id)], cancellationToken, unreadable))
            .ToDictionary(stored => stored.Article.Id, StringComparer.Ordinal);
        var (put, added) = (new List<Article>(), 0);
        foreach (var article in seen.Where(article => !unreadable.Contains(article.Id)))
        {
            var merged = known.TryGetValue(article.Id, out var existing)
                ? ArticleMerge.Merge(existing.Article, article)
                : new MergedArticle(stories.Place(article), Changed: true);
            if (!merged.Changed || (existing is null && !sweep.Accepts(article))) continue;
            put.Add(Assess(merged.Article, existing?.Article));
            if (existing is not null) ArticleStore.Replace(batch, put[^1], existing);
            else ArticleStore.Put(batch, put[^1], isNew: true);
            if (existing is null) added++;
        }

        return new PutArticles(put, added);
    }

    // What was found by other rules, here or by another instance, may still stand in the merged article: no rules are named then, so that rescoring looks at it.
    private Article Assess(Article merged, Article? existing)
    {
        var assessed = scoring.Assess(merged);
        return existing is null || existing.Assessment?.RulesVersion == ScoringRules.Version
            ? assessed
            : assessed with { Assessment = assessed.Assessment! with { RulesVersion = null } };
    }

    /// <summary>Articles in a batch, with how many of them are new.</summary>
    private sealed record PutArticles(IReadOnlyList<Article> Articles, int Added)
    {
        public static PutArticles None { get; } = new([], 0);
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
