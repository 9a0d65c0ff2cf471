using System.Security.Cryptography;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Scoring;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Refresh;

/// <summary>What a step of rescoring came to.</summary>
internal enum RescoringStep
{
    /// <summary>Some articles were scored anew; more may be waiting.</summary>
    Rescored,

    /// <summary>Every stored article is as this instance would score it.</summary>
    UpToDate,

    /// <summary>There is no model, and formulas only stand in: what a model has scored stays as it is.</summary>
    NoModel,

    /// <summary>The store did not answer last time, or is still being read. Whoever follows it says so already.</summary>
    StoreAway,

    /// <summary>Another instance does it, or works with a model that came later than ours.</summary>
    Elsewhere,
}

/// <summary>
/// Brings stored articles to the model and rules of today, a few at a time. An article says itself what it was scored with, so a run that is cut off goes on
/// where it was, here or on another instance. One instance does it, by a lease; an article that somebody writes meanwhile is left to the next look.
/// </summary>
internal sealed partial class Rescorer(
    ArticleScoring scoring,
    SuggestionState suggestions,
    StoreFollower follower,
    CurrentCatalog catalog,
    ArticleStore articles,
    RescoringStore store,
    CurrentRescoring current,
    IStorage storage,
    TimeProvider time,
    ILogger<Rescorer> logger)
{
    public const int BatchSize = 100;
    private const string LeaseName = "rescoring";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    // Two instances must never pass for one, or the lease would let both in.
    private readonly string _owner = RandomNumberGenerator.GetHexString(16);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private string? _version;
    private DateTimeOffset _since;
    private CandidateIndex? _upToDate;
    private Run? _run;

    /// <summary>One batch at most. What the store refuses is thrown and leaves nothing half done.</summary>
    public async Task<RescoringStep> StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            RescoreSamples();
            if (suggestions.Current is { Stale: true } or { Loading: true }) return RescoringStep.StoreAway;
            return scoring.Degraded ? RescoringStep.NoModel : await StepAsync(scoring.Version, cancellationToken);
        }
        catch
        {
            _run = null;
            throw;
        }
    }

    /// <summary>Lets another instance go on at once.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_run is not { } run) return;
        _run = null;
        await storage.ReleaseLeaseAsync(run.Lease, cancellationToken);
    }

    private async Task<RescoringStep> StepAsync(string version, CancellationToken cancellationToken)
    {
        if (version != _version)
        {
            (_version, _since, _upToDate) = (version, time.GetUtcNow(), null);
            _failed.Clear();
            await EndAsync(cancellationToken);
        }

        return _run is null && await BeginAsync(version, cancellationToken) is { } instead ? instead : await RescoreAsync(_run!, cancellationToken);
    }

    /// <summary>Null where there is a run now, else what there is instead.</summary>
    private async Task<RescoringStep?> BeginAsync(string version, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = current.Progress = await store.GetAsync(cancellationToken);
        if (known?.Outranks(version, _since, now) == true) return RescoringStep.Elsewhere;
        var ours = known?.Version == version && (known.FinishedAt is null || known.NeedsHeartbeat(now));
        if (!ours && IsUpToDate()) return RescoringStep.UpToDate;
        if (await storage.TryAcquireLeaseAsync(Partitions.Library, LeaseName, _owner, LeaseTime, cancellationToken) is not { } lease) return RescoringStep.Elsewhere;

        var due = await DueAsync(cancellationToken);
        known = await store.GetAsync(cancellationToken);
        var goesOn = known?.Version == version && (known.FinishedAt is null || due.Count == 0);
        _run = new Run(lease, due) { Progress = goesOn ? known! : new RescoringProgress(version, due.Count, 0, now, null, now) };
        if (due.Count > 0) Log.Began(logger, due.Count, version);
        return null;
    }

    /// <summary>The ids of the articles that the store has from another model or other rules, the newest first.</summary>
    private async Task<Queue<string>> DueAsync(CancellationToken cancellationToken)
    {
        await follower.CatchUpAsync(cancellationToken);
        return new Queue<string>(suggestions.Current.Live.Articles
            .Where(IsDue)
            .OrderByDescending(article => article.Published)
            .Select(article => article.Id));
    }

    /// <summary>Looks at the memory of articles only when it has changed.</summary>
    private bool IsUpToDate()
    {
        var live = suggestions.Current.Live;
        if (!ReferenceEquals(_upToDate, live)) _upToDate = live.Articles.Any(IsDue) ? null : live;
        return _upToDate is not null;
    }

    private async Task<RescoringStep> RescoreAsync(Run run, CancellationToken cancellationToken)
    {
        var ids = run.Next(BatchSize);
        var done = ids.Count;
        if (!await storage.RenewLeaseAsync(run.Lease, LeaseTime, cancellationToken)) return Lost();
        while (true)
        {
            var batch = new StorageBatch(Partitions.Library).FenceBy(run.Lease);
            foreach (var stored in await articles.GetStoredAsync(ids, cancellationToken))
            {
                if (IsDue(stored.Article) && TryAnew(stored.Article) is { } anew) ArticleStore.Replace(batch, anew, stored);
            }

            var progress = run.Progress.With(done, run.Due.Count, time.GetUtcNow());
            switch (await storage.CommitAsync(RescoringStore.Put(batch, progress), cancellationToken))
            {
                case CommitResult.Committed:
                    run.Progress = current.Progress = progress;
                    if (progress.FinishedAt is not null) await FinishAsync(progress, done, cancellationToken);
                    return RescoringStep.Rescored;
                case CommitResult.Conflict conflict when ids.Remove(conflict.Id):
                    continue;
                default:
                    return Lost();
            }
        }
    }

    private async Task FinishAsync(RescoringProgress progress, int done, CancellationToken cancellationToken)
    {
        if (done > 0) Log.Finished(logger, progress.Done, progress.Version);
        await EndAsync(cancellationToken);
    }

    private RescoringStep Lost()
    {
        Log.Overtaken(logger);
        _run = null;
        return RescoringStep.Elsewhere;
    }

    private Article Anew(Article article) => scoring.Assess(ArticleFactory.Relabel(article, catalog.Current.Find(article.Source.FeedId)?.Topics ?? []));

    private bool IsDue(Article article) => !scoring.IsCurrent(article) && !_failed.Contains(article.Id);

    /// <summary>One article that can't be scored stays as it is, and holds up no other.</summary>
    private Article? TryAnew(Article article)
    {
        try
        {
            return Anew(article);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed.Add(article.Id);
            Log.NotScored(logger, exception, article.Id);
            return null;
        }
    }

    /// <summary>Samples are in memory only, each instance's own.</summary>
    private void RescoreSamples()
    {
        if (suggestions.Current.Samples.Articles.All(scoring.IsCurrent)) return;
        suggestions.Change(snapshot => snapshot with { Samples = CandidateIndex.Of(snapshot.Samples.Articles.Select(Anew)) });
    }

    /// <summary>A turn at the work: the articles that are still due, and how far it is.</summary>
    private sealed record Run(Lease Lease, Queue<string> Due)
    {
        public required RescoringProgress Progress { get; set; }

        public List<string> Next(int count)
        {
            var ids = new List<string>(count);
            while (ids.Count < count && Due.TryDequeue(out var id)) ids.Add(id);
            return ids;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} stored articles are scored anew with {Version}")]
        public static partial void Began(ILogger logger, int count, string version);

        [LoggerMessage(2, LogLevel.Information, "{Count} stored articles were scored anew with {Version}")]
        public static partial void Finished(ILogger logger, int count, string version);

        [LoggerMessage(3, LogLevel.Warning, "Rescoring was taken over by another instance")]
        public static partial void Overtaken(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "Article {ArticleId} could not be scored anew and stays as it was")]
        public static partial void NotScored(ILogger logger, Exception exception, string articleId);
    }
}
