namespace Wellread.Storage;

/// <summary>
/// What Wellread asks of a store: documents, ranked sets, one change log per partition, leases with fencing tokens, and one atomic batch.
/// Two engines keep it, <c>SqliteStorage</c> and <c>RedisStorage</c>, held to it by one contract test suite.
/// Every member throws <see cref="StorageUnavailableException"/> when the store can't be reached or can't write; nothing was stored then,
/// or it can't be known whether it was; the same holds for a commit that was cancelled.
/// </summary>
/// <remarks>
/// A partition is the unit of atomicity, and the hash tag on a Redis Cluster. Names (partitions, kinds, ids, sets, members, lease names,
/// owners) are what <see cref="StorageLimits.CheckName"/> takes; others get an <see cref="ArgumentException"/>.
/// </remarks>
internal interface IStorage : IAsyncDisposable
{
    /// <summary>What and where the store is, in words for an operator, without credentials: <c>SQLite file /srv/wellread/wellread.db</c>.</summary>
    string Description { get; }

    /// <summary>
    /// Opens the store, once, before any other member is called. Throws <see cref="StorageRefusedException"/> when an operator has to act.
    /// A Redis that doesn't answer is no reason to fail: until it does, the other members throw <see cref="StorageUnavailableException"/>.
    /// </summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Whether the store answers, and whether what it acknowledges is durable. Throws only when cancelled.</summary>
    Task<StorageStatus> CheckAsync(CancellationToken cancellationToken);

    /// <summary>One document, or null.</summary>
    Task<StoredDocument?> GetAsync(string partition, string kind, string id, CancellationToken cancellationToken);

    /// <summary>The documents that exist among <paramref name="ids"/>, in the order asked; the missing ones are left out.</summary>
    Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        string partition, string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Every document of a kind, in no promised order, read in pages; a document written meanwhile may or may not be seen.</summary>
    IAsyncEnumerable<StoredDocument> ListAsync(string partition, string kind, CancellationToken cancellationToken);

    /// <summary>
    /// A ranked set from the highest rank down, ties by member in ordinal order. <paramref name="after"/> continues behind a member at a rank,
    /// also when it has moved or gone meanwhile.
    /// </summary>
    Task<IReadOnlyList<RankedMember>> ReadRankedAsync(
        string partition, string set, int limit, RankedMember? after, CancellationToken cancellationToken);

    /// <summary>
    /// The log entries behind position <paramref name="after"/> (0 = from the start), oldest first. Whoever begins to follow asks behind
    /// <see cref="long.MaxValue"/>, which gives the log's end, then reads the documents, then follows from that end.
    /// </summary>
    Task<LogPage> ReadLogAsync(string partition, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Applies the whole batch or nothing of it. When the task ends with <see cref="CommitResult.Committed"/> it is durable.</summary>
    Task<CommitResult> CommitAsync(StorageBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a lease, or null while another owner's has not run out. Each grant has a higher token than the one before, also a second grant
    /// to an owner that still holds the first.
    /// </summary>
    Task<Lease?> TryAcquireLeaseAsync(string partition, string name, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Extends a lease that is still held; false when it has run out or another owner has it.</summary>
    Task<bool> RenewLeaseAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a lease back; does nothing when it is no longer held.</summary>
    Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a lease, whoever holds it, and forgets the tokens that were granted for it. Only for a name that is not taken again: a token that was granted before may be granted
    /// once more.
    /// </summary>
    Task ForgetLeaseAsync(string partition, string name, CancellationToken cancellationToken);
}
