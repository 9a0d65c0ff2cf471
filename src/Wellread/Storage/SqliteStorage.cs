using System.Runtime.CompilerServices;

namespace Wellread.Storage;

/// <summary>
/// The default engine: one file with a write-ahead log, flushed to the disk at each commit, so that what was acknowledged survives kill -9
/// and a power cut. For one machine; instances on several machines share a Redis.
/// </summary>
/// <param name="path">The file. Its folder is made when it isn't there.</param>
/// <param name="time">Leases run out by it. Instances that share the file share the machine and so the clock.</param>
/// <param name="busyTimeout">How long a write waits while another program holds the file; 5 s when left out.</param>
/// <param name="logLimit">How many log entries a partition keeps.</param>
internal sealed class SqliteStorage(string path, TimeProvider time, TimeSpan? busyTimeout = null, int logLimit = StorageLimits.LogEntries) : IStorage
{
    private readonly SqliteFile _file = new(path, busyTimeout ?? TimeSpan.FromSeconds(5));
    private SqliteReaders? _readers;
    private SqliteWriter? _writer;

    public string Description => $"SQLite file {_file.Path}";

    private SqliteReaders Readers => _readers ?? throw NotOpen();

    private SqliteWriter Writer => _writer ?? throw NotOpen();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task OpenAsync(CancellationToken cancellationToken)
    {
        _file.Prepare(SqliteSchema.Steps);
        _readers = new SqliteReaders(_file, count: 4);
        _writer = new SqliteWriter(_file);
        return Task.CompletedTask;
    }

    public async Task<StorageStatus> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            _file.CheckThere();
            await Readers.ReadAsync(db => db.Scalar("SELECT last FROM logs LIMIT 1"), cancellationToken);
            // A write that failed is tried again here, so that the check notices when there is room again.
            if (Writer.Trouble is not null) await Writer.WriteAsync(Probe, cancellationToken);
            return new StorageStatus(true, true, $"{Description} answers; each write is on the disk before it is confirmed.");
        }
        catch (StorageUnavailableException exception)
        {
            return new StorageStatus(false, true, exception.Message);
        }
    }

    public Task<StoredDocument?> GetAsync(string partition, string kind, string id, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(kind);
        StorageLimits.CheckName(id);
        return Readers.ReadAsync(db => SqliteReads.Get(db, partition, kind, id), cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        string partition, string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(kind);
        foreach (var id in ids) StorageLimits.CheckName(id);
        return Readers.ReadAsync<IReadOnlyList<StoredDocument>>(
            db => [.. ids.Select(id => SqliteReads.Get(db, partition, kind, id)).OfType<StoredDocument>()], cancellationToken);
    }

    public async IAsyncEnumerable<StoredDocument> ListAsync(
        string partition, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(kind);
        var after = "";
        while (true)
        {
            var page = await Readers.ReadAsync(db => SqliteReads.Page(db, partition, kind, after), cancellationToken);
            if (page.Count == 0) yield break;
            foreach (var document in page) yield return document;
            after = page[^1].Id;
        }
    }

    public async Task<IReadOnlyList<RankedMember>> ReadRankedAsync(
        string partition, string set, int limit, RankedMember? after, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(set);
        if (after is { } behind) StorageLimits.CheckName(behind.Member, nameof(after));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await Readers.ReadAsync(db => SqliteReads.Ranked(db, partition, set, limit, after), cancellationToken);
    }

    public Task<LogPage> ReadLogAsync(string partition, long after, int limit, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return Readers.ReadAsync(db => SqliteReads.Log(db, partition, after, limit), cancellationToken);
    }

    public Task<CommitResult> CommitAsync(StorageBatch batch, CancellationToken cancellationToken) =>
        Writer.WriteAsync(db => SqliteWrites.Commit(db, batch, logLimit), cancellationToken);

    public Task<Lease?> TryAcquireLeaseAsync(
        string partition, string name, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(name);
        StorageLimits.CheckName(owner);
        var milliseconds = StorageLimits.CheckDuration(duration);
        return Writer.WriteAsync(db => SqliteWrites.AcquireLease(db, partition, name, owner, Now, milliseconds), cancellationToken);
    }

    public Task<bool> RenewLeaseAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        var milliseconds = StorageLimits.CheckDuration(duration);
        return Writer.WriteAsync(db => SqliteWrites.RenewLease(db, lease, Now, milliseconds), cancellationToken);
    }

    public Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken) =>
        Writer.WriteAsync(db => SqliteWrites.ReleaseLease(db, lease), cancellationToken);

    public Task ForgetLeaseAsync(string partition, string name, CancellationToken cancellationToken) =>
        Writer.WriteAsync(db => SqliteWrites.ForgetLease(db, partition, name), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_writer is null || _readers is null) return;
        await _readers.DisposeAsync();
        // The last connection to close moves the write-ahead log into the file and removes it.
        await _writer.DisposeAsync();
    }

    /// <summary>A real write that changes nothing.</summary>
    private static (bool Result, bool Keep) Probe(SqliteStatements db)
    {
        db.Execute(SqliteSchema.SetApplicationId);
        return (true, true);
    }

    private static InvalidOperationException NotOpen() => new("The store was not opened.");
}
