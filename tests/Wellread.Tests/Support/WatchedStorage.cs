using Wellread.Storage;

namespace Wellread.Tests.Support;

/// <summary>A real store with a test's hand on the moment before a commit: to let another writer in, or to make the store fail.</summary>
internal sealed class WatchedStorage(IStorage inner) : IStorage
{
    /// <summary>Called once, before the next commit.</summary>
    public Func<StorageBatch, Task>? BeforeCommit { get; set; }

    public string Description => inner.Description;

    public Task OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public Task<StorageStatus> CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    public Task<StoredDocument?> GetAsync(string partition, string kind, string id, CancellationToken cancellationToken) =>
        inner.GetAsync(partition, kind, id, cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> GetManyAsync(string partition, string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        inner.GetManyAsync(partition, kind, ids, cancellationToken);

    public IAsyncEnumerable<StoredDocument> ListAsync(string partition, string kind, CancellationToken cancellationToken) =>
        inner.ListAsync(partition, kind, cancellationToken);

    public Task<IReadOnlyList<RankedMember>> ReadRankedAsync(string partition, string set, int limit, RankedMember? after, CancellationToken cancellationToken) =>
        inner.ReadRankedAsync(partition, set, limit, after, cancellationToken);

    public Task<LogPage> ReadLogAsync(string partition, long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadLogAsync(partition, after, limit, cancellationToken);

    public async Task<CommitResult> CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        var before = BeforeCommit;
        BeforeCommit = null;
        if (before is not null) await before(batch);
        return await inner.CommitAsync(batch, cancellationToken);
    }

    public Task<Lease?> TryAcquireLeaseAsync(string partition, string name, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        inner.TryAcquireLeaseAsync(partition, name, owner, duration, cancellationToken);

    public Task<bool> RenewLeaseAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        inner.RenewLeaseAsync(lease, duration, cancellationToken);

    public Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken) => inner.ReleaseLeaseAsync(lease, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
