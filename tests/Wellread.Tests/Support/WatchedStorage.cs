using System.Runtime.CompilerServices;
using Wellread.Storage;

namespace Wellread.Tests.Support;

/// <summary>A real store with a test's hand on the moment before a commit or a document: to let another writer in, or to make the store fail.</summary>
internal sealed class WatchedStorage(IStorage inner) : IStorage
{
    /// <summary>Called once, before the next commit.</summary>
    public Func<StorageBatch, Task>? BeforeCommit { get; set; }

    /// <summary>Called before each document of a list, with the kind that is listed and how many were given before.</summary>
    public Func<string, int, Task>? BeforeDocument { get; set; }

    /// <summary>True while nothing can be written.</summary>
    public bool RefusesWrites { get; set; }

    public string Description => inner.Description;

    public Task OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public Task<StorageStatus> CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    public Task<StoredDocument?> GetAsync(string partition, string kind, string id, CancellationToken cancellationToken) =>
        inner.GetAsync(partition, kind, id, cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> GetManyAsync(string partition, string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        inner.GetManyAsync(partition, kind, ids, cancellationToken);

    public async IAsyncEnumerable<StoredDocument> ListAsync(string partition, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var document in inner.ListAsync(partition, kind, cancellationToken))
        {
            if (BeforeDocument is { } before) await before(kind, number++);
            yield return document;
        }
    }

    public Task<IReadOnlyList<RankedMember>> ReadRankedAsync(string partition, string set, int limit, RankedMember? after, CancellationToken cancellationToken) =>
        inner.ReadRankedAsync(partition, set, limit, after, cancellationToken);

    public Task<LogPage> ReadLogAsync(string partition, long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadLogAsync(partition, after, limit, cancellationToken);

    public async Task<CommitResult> CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        if (RefusesWrites) throw new StorageUnavailableException("The store refuses to write.");
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

    public Task ForgetLeaseAsync(string partition, string name, CancellationToken cancellationToken) => inner.ForgetLeaseAsync(partition, name, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
