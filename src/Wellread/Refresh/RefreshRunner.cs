using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Refresh;

/// <summary>
/// Runs refreshes, one at a time: within this program by a lock, among several by a lease in the store. Every visit is fenced by the lease,
/// so a run that was paused and overtaken can't write.
/// </summary>
internal sealed partial class RefreshRunner(
    CurrentCatalog catalog,
    FeedStore feeds,
    FeedRefresher refresher,
    RefreshJobStore jobs,
    StoreFollower follower,
    SuggestionState suggestions,
    Stories stories,
    ArticleSweep sweep,
    NoticeSpread notices,
    IStorage storage,
    TimeProvider time,
    IOptions<RefreshOptions> options,
    ILogger<RefreshRunner> logger) : IAsyncDisposable
{
    private const string LeaseName = "refresh";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);

    /// <summary>Most feeds answer well within this time; what takes longer is a server that is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Visits of slow servers at once; each holds at most a feed of 10 MiB.</summary>
    private const int SlowVisits = 128;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _progress = new();
    private volatile RefreshJob? _current;
    private Task _run = Task.CompletedTask;

    /// <summary>The job with this id, from memory while it runs here, else from the store.</summary>
    public async Task<RefreshJob?> FindAsync(string id, CancellationToken cancellationToken) =>
        _current is { } job && job.Id == id ? job : await jobs.GetAsync(id, cancellationToken);

    /// <summary>
    /// Starts a refresh and returns it while it runs; where one runs already, here or on another instance, returns that one. With
    /// <paramref name="onlyIfDue"/> null is returned, and nothing started, while no feed is due.
    /// </summary>
    public async Task<RefreshJob?> StartAsync(RefreshScope scope, bool onlyIfDue, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (!_run.IsCompleted && _current is { Status: RefreshStatus.Running } running) return running;
            var due = await DueAsync(scope, cancellationToken);
            if (due.Count == 0 && onlyIfDue) return null;
            return await BeginAsync(due, cancellationToken) ?? await jobs.FindRunningAsync(cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Starts a refresh of one feed, due or not; but never sooner than <see cref="FeedSchedule.EarliestAsked"/> allows.</summary>
    public async Task<FeedRefreshStart> StartAsync(FeedSource source, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (!_run.IsCompleted) return new FeedRefreshStart.Busy();
            var state = await feeds.FindAsync(source.Id, cancellationToken) ?? new FeedState { FeedId = source.Id };
            var earliest = FeedSchedule.EarliestAsked(state);
            if (earliest > time.GetUtcNow()) return new FeedRefreshStart.TooSoon(earliest - time.GetUtcNow());
            return await BeginAsync([(source, state)], cancellationToken) is { } job ? new FeedRefreshStart.Started(job) : new FeedRefreshStart.Busy();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Waits until the refresh that runs now has ended.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _run.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _starting.WaitAsync();
        await _run;
        _stopping.Dispose();
        _starting.Dispose();
    }

    /// <summary>Null where another instance holds the lease.</summary>
    private async Task<RefreshJob?> BeginAsync(IReadOnlyList<(FeedSource Source, FeedState State)> due, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var job = new RefreshJob { Id = RefreshJob.IdOf(now), StartedAt = now, Due = due.Count };
        if (await storage.TryAcquireLeaseAsync(Partitions.Library, LeaseName, job.Id, LeaseTime, cancellationToken) is not { } lease) return null;
        await jobs.StartAsync(job, lease, cancellationToken);
        _current = job;
        _run = RunAsync(due, lease, _stopping.Token);
        return job;
    }

    private async Task<IReadOnlyList<(FeedSource Source, FeedState State)>> DueAsync(RefreshScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var states = await feeds.LoadAsync(cancellationToken);
        return [.. catalog.Current.Sources
            .Where(source => source.IsRead(now))
            .Select(source => (Source: source, State: states.GetValueOrDefault(source.Id) ?? new FeedState { FeedId = source.Id }))
            .Where(feed => FeedSchedule.IsDue(feed.State, now) || (scope == RefreshScope.Failed && feed.State is { Gone: false, ConsecutiveFailures: > 0 }))
            .OrderBy(feed => feed.State.ConsecutiveFailures)
            .ThenBy(feed => feed.State.NextVisit ?? DateTimeOffset.MinValue)];
    }

    private async Task RunAsync(IReadOnlyList<(FeedSource Source, FeedState State)> due, Lease lease, CancellationToken stopping)
    {
        await Task.Yield();
        Log.Started(logger, lease.Owner, due.Count);
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var renewal = time.CreateTimer(_ => _ = RenewAsync(lease, run), null, LeaseTime / 4, LeaseTime / 4);
        var finished = await TryAsync(
            async () =>
            {
                await PrepareAsync(lease, run.Token);
                // One server's feeds are visited one after the other: a publisher never sees two of our requests at once.
                var servers = due.GroupBy(feed => (feed.State.AdoptedUrl ?? feed.Source.Url).Authority, StringComparer.OrdinalIgnoreCase);
                using var lanes = new VisitLanes(options.Value.Concurrency, SlowVisits, Patience, time);
                await Task.WhenAll(servers.Select(async server =>
                {
                    foreach (var (source, state) in server) await lanes.RunAsync(() => VisitAsync(source, state, lease, run), run.Token);
                }));
                // What has come in may say something of what is there, or the other way round.
                await CaughtUpAsync(() => notices.RunAsync(lease, run.Token), lease, run.Token);
            },
            lease);
        await TryAsync(() => follower.CatchUpAsync(CancellationToken.None), lease);
        await FinishAsync(finished ? RefreshStatus.Finished : RefreshStatus.Interrupted, lease);
    }

    /// <summary>False where it did not get to its end. Nobody waits for a refresh, so what breaks it is in the log or nowhere.</summary>
    private async Task<bool> TryAsync(Func<Task> work, Lease lease)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException) Log.Broke(logger, exception, lease.Owner);
            return false;
        }
    }

    /// <summary>Learns what another instance stored while it held the lease, and drops what has been kept for long enough.</summary>
    private Task PrepareAsync(Lease lease, CancellationToken cancellationToken) => CaughtUpAsync(
        () =>
        {
            stories.CatchUp(suggestions.Current.Live.Articles, time.GetUtcNow());
            return sweep.RunAsync(lease, cancellationToken);
        },
        lease,
        cancellationToken);

    /// <summary>Does what needs all that is stored in memory; not while the store does not answer.</summary>
    private async Task CaughtUpAsync(Func<Task> work, Lease lease, CancellationToken cancellationToken)
    {
        if (!await follower.CatchUpAsync(cancellationToken)) return;
        try
        {
            await work();
        }
        catch (StorageUnavailableException exception)
        {
            Log.StoreLost(logger, lease.Owner, exception.Message);
        }
    }

    private async Task VisitAsync(FeedSource source, FeedState state, Lease lease, CancellationTokenSource run)
    {
        try
        {
            if (await refresher.RefreshAsync(source, state, lease, run.Token) is { } outcome)
            {
                lock (_progress) _current = _current! with { Feeds = _current.Feeds.Add(outcome) };
                return;
            }
            Log.Overtaken(logger, lease.Owner);
        }
        catch (StorageUnavailableException exception)
        {
            if (!run.IsCancellationRequested) Log.StoreLost(logger, lease.Owner, exception.Message);
        }
        await run.CancelAsync();
    }

    private async Task RenewAsync(Lease lease, CancellationTokenSource run)
    {
        try
        {
            if (!await storage.RenewLeaseAsync(lease, LeaseTime, run.Token)) await run.CancelAsync();
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException or ObjectDisposedException)
        {
            // The lease runs out by itself, and the fence refuses what would be written after that.
        }
    }

    private async Task FinishAsync(RefreshStatus status, Lease lease)
    {
        var job = _current! with { Status = status, FinishedAt = time.GetUtcNow() };
        try
        {
            await jobs.FinishAsync(job, lease, CancellationToken.None);
            await storage.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
        catch (StorageUnavailableException exception)
        {
            Log.StoreLost(logger, job.Id, exception.Message);
        }

        _current = job;
        var failed = job.Feeds.Count(feed => feed.Outcome is not (FeedOutcomes.Fetched or FeedOutcomes.NotModified));
        Log.Ended(logger, job.Id, status, job.Feeds.Length, job.Due, failed, job.Feeds.Sum(feed => feed.NewArticles));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refresh {JobId} started: {Due} feeds are due")]
        public static partial void Started(ILogger logger, string jobId, int due);

        [LoggerMessage(2, LogLevel.Information, "Refresh {JobId} {Status}: {Visited} of {Due} feeds visited, {Failed} failed, {Added} new articles")]
        public static partial void Ended(ILogger logger, string jobId, RefreshStatus status, int visited, int due, int failed, int added);

        [LoggerMessage(3, LogLevel.Warning, "Refresh {JobId} gave up, the store did not answer: {Reason}")]
        public static partial void StoreLost(ILogger logger, string jobId, string reason);

        [LoggerMessage(4, LogLevel.Warning, "Refresh {JobId} was overtaken by another instance and stopped")]
        public static partial void Overtaken(ILogger logger, string jobId);

        [LoggerMessage(5, LogLevel.Error, "Refresh {JobId} broke off")]
        public static partial void Broke(ILogger logger, Exception exception, string jobId);
    }
}
