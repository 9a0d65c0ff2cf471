using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>Keeps the last refreshes, so that any instance can tell what became of one.</summary>
internal sealed class RefreshJobStore(IStorage storage)
{
    private const string Kind = "refresh";
    private const int Kept = 50;

    public async Task<RefreshJob?> GetAsync(string id, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Library, Kind, id, cancellationToken) is { } document ? RefreshJob.FromJson(document.Body) : null;

    public async Task<RefreshJob?> FindRunningAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).FirstOrDefault(job => job.Status == RefreshStatus.Running);

    /// <summary>Writes the new job. Whoever holds the lease knows that no other runs: one that still says so was cut off.</summary>
    public async Task StartAsync(RefreshJob job, Lease lease, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch(Partitions.Library).FenceBy(lease);
        var earlier = await LoadAsync(cancellationToken);
        foreach (var cut in earlier.Where(other => other.Status == RefreshStatus.Running))
        {
            batch.Put(Kind, cut.Id, (cut with { Status = RefreshStatus.Interrupted }).ToJson());
        }

        foreach (var old in earlier.Skip(Kept - 1)) batch.Delete(Kind, old.Id);
        batch.Put(Kind, job.Id, job.ToJson());
        await storage.CommitAsync(batch, cancellationToken);
    }

    public Task FinishAsync(RefreshJob job, Lease lease, CancellationToken cancellationToken) =>
        storage.CommitAsync(new StorageBatch(Partitions.Library).FenceBy(lease).Put(Kind, job.Id, job.ToJson()), cancellationToken);

    /// <summary>The newest first.</summary>
    private async Task<IReadOnlyList<RefreshJob>> LoadAsync(CancellationToken cancellationToken)
    {
        var jobs = new List<RefreshJob>();
        await foreach (var document in storage.ListAsync(Partitions.Library, Kind, cancellationToken)) jobs.Add(RefreshJob.FromJson(document.Body));
        return [.. jobs.OrderByDescending(job => job.Id, StringComparer.Ordinal)];
    }
}
