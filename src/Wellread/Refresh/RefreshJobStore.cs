using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>Keeps the last refreshes, so that any instance can tell what became of one.</summary>
internal sealed partial class RefreshJobStore(IStorage storage, ILogger<RefreshJobStore> logger)
{
    public const string Kind = "refresh";
    private const int Kept = 50;

    /// <summary>Null too where it can't be read.</summary>
    public async Task<RefreshJob?> GetAsync(string id, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Library, Kind, id, cancellationToken) is { } document ? Read(document) : null;

    public async Task<RefreshJob?> FindRunningAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).Select(stored => stored.Job).FirstOrDefault(job => job?.Status == RefreshStatus.Running);

    /// <summary>Writes the new job. Whoever holds the lease knows that no other runs: one that still says so was cut off.</summary>
    public async Task StartAsync(RefreshJob job, Lease lease, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch(Partitions.Library).FenceBy(lease);
        var earlier = await LoadAsync(cancellationToken);
        foreach (var cut in earlier.Select(stored => stored.Job).OfType<RefreshJob>().Where(other => other.Status == RefreshStatus.Running))
        {
            batch.Put(Kind, cut.Id, (cut with { Status = RefreshStatus.Interrupted }).ToJson());
        }

        foreach (var old in earlier.Skip(Kept - 1)) batch.Delete(Kind, old.Id);
        batch.Put(Kind, job.Id, job.ToJson());
        await storage.CommitAsync(batch, cancellationToken);
    }

    public Task FinishAsync(RefreshJob job, Lease lease, CancellationToken cancellationToken) =>
        storage.CommitAsync(new StorageBatch(Partitions.Library).FenceBy(lease).Put(Kind, job.Id, job.ToJson()), cancellationToken);

    /// <summary>The newest first; one that can't be read has no job.</summary>
    private async Task<IReadOnlyList<(string Id, RefreshJob? Job)>> LoadAsync(CancellationToken cancellationToken)
    {
        var jobs = new List<(string Id, RefreshJob? Job)>();
        await foreach (var document in storage.ListAsync(Partitions.Library, Kind, cancellationToken)) jobs.Add((document.Id, Read(document)));
        return [.. jobs.OrderByDescending(job => job.Id, StringComparer.Ordinal)];
    }

    private RefreshJob? Read(StoredDocument document)
    {
        try
        {
            return RefreshJob.FromJson(document.Body);
        }
        catch (JsonException)
        {
            Log.RefreshUnreadable(logger, document.Id);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What became of refresh {RefreshId} could not be read and was left out")]
        public static partial void RefreshUnreadable(ILogger logger, string refreshId);
    }
}
