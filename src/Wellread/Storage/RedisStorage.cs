using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace Wellread.Storage;

/// <summary>
/// The engine for many instances, which share one Redis 6.2 or later. A batch is one Lua script, so it happens alone and reaches the
/// append-only file as one piece. The keys are explained in <c>RedisKeys.cs</c>.
/// </summary>
internal sealed class RedisStorage : IStorage
{
    // Few enough that a page of long documents still arrives in time.
    private const int PageDocuments = 100;

    private readonly StorageConnection.Redis _address;
    private readonly RedisDurabilityRule _rule;
    private readonly RedisLink _link;
    private readonly int _logLimit;

    // Known to be durable since the connection was last made; anything else is asked again.
    private volatile bool _isDurable;

    public RedisStorage(
        StorageConnection.Redis address, RedisDurabilityRule rule, ILogger<RedisStorage> logger, TimeProvider time,
        int logLimit = StorageLimits.LogEntries, TimeSpan? patience = null)
    {
        (_address, _rule, _logLimit) = (address, rule, logLimit);
        _link = new RedisLink(address, logger, time, patience);
        _link.Changed += () => _isDurable = false;
    }

    public string Description => _address.ToString();

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _link.OpenAsync(cancellationToken);
        RedisDurability durability;
        try
        {
            durability = await ReadDurabilityAsync(cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            if (!RedisErrors.IsRefusal(exception.InnerException!)) return;
            throw new StorageRefusedException($"{exception.Message} Check Storage:Connection.", exception);
        }
        if (!durability.Durable && _rule.Require)
            throw new StorageRefusedException($"{Description} {durability.Detail} (or Storage:RequireDurable=false here, to accept losing data).");
    }

    public async Task<StorageStatus> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var durability = await ReadDurabilityAsync(cancellationToken);
            return new StorageStatus(durability.Durable || !_rule.Require, durability.Durable, $"{Description} {durability.Detail}.");
        }
        catch (StorageUnavailableException exception)
        {
            return new StorageStatus(false, _isDurable, exception.Message);
        }
    }

    public Task<StoredDocument?> GetAsync(string partition, string kind, string id, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(kind);
        StorageLimits.CheckName(id);
        return _link.AskAsync(
            async redis => RedisAnswers.Document(kind, id, await redis.HashGetAsync(RedisKeys.Documents(partition, kind), id)), cancellationToken);
    }

    public async Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        string partition, string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(kind);
        foreach (var id in ids) StorageLimits.CheckName(id);
        var found = new List<StoredDocument>(ids.Count);
        foreach (var page in ids.Chunk(PageDocuments))
        {
            var values = await _link.AskAsync(
                redis => redis.HashGetAsync(RedisKeys.Documents(partition, kind), [.. page.Select(id => (RedisValue)id)]), cancellationToken);
            found.AddRange(page.Zip(values, (id, value) => RedisAnswers.Document(kind, id, value)).OfType<StoredDocument>());
        }
        return found;
    }

    public async IAsyncEnumerable<StoredDocument> ListAsync(
        string partition, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(kind);
        // While Redis resizes a hash, a scan can give a field twice.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cursor = "0";
        do
        {
            var at = cursor;
            (cursor, var page) = await _link.AskAsync(
                async redis => RedisAnswers.Read(
                    await redis.ExecuteAsync("HSCAN", RedisKeys.Documents(partition, kind), at, "COUNT", PageDocuments),
                    answer => RedisAnswers.Page(kind, answer)),
                cancellationToken);
            foreach (var document in page)
                if (seen.Add(document.Id)) yield return document;
        }
        while (cursor != "0");
    }

    public Task<IReadOnlyList<RankedMember>> ReadRankedAsync(
        string partition, string set, int limit, RankedMember? after, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(set);
        if (after is { } behind) StorageLimits.CheckName(behind.Member, nameof(after));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return RunAsync(
            RedisScripts.ReadRanked,
            [RedisKeys.Ranked(partition, set)],
            [limit, after is { } last ? RedisWrites.Score(last.Rank) : "", after?.Member ?? ""],
            RedisAnswers.Ranked,
            cancellationToken);
    }

    public Task<LogPage> ReadLogAsync(string partition, long after, int limit, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return RunAsync(
            RedisScripts.ReadLog, [RedisKeys.Log(partition)], [after, limit], answer => RedisAnswers.Log(answer, after), cancellationToken);
    }

    public async Task<CommitResult> CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        await RequireDurableAsync(cancellationToken);
        var writes = new RedisWrites(batch, _logLimit);
        return await RunAsync(
            RedisScripts.Commit, writes.Keys, writes.Values, answer => RedisAnswers.Commit(batch, answer), cancellationToken);
    }

    public async Task<Lease?> TryAcquireLeaseAsync(
        string partition, string name, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        StorageLimits.CheckName(partition);
        StorageLimits.CheckName(name);
        StorageLimits.CheckName(owner);
        var milliseconds = StorageLimits.CheckDuration(duration);
        await RequireDurableAsync(cancellationToken);
        return await RunAsync(
            RedisScripts.AcquireLease,
            [RedisKeys.Lease(partition, name), RedisKeys.Tokens(partition)],
            [name, owner, milliseconds],
            token => token.IsNull ? null : new Lease(partition, name, owner, (long)token),
            cancellationToken);
    }

    public Task<bool> RenewLeaseAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        RunAsync(
            RedisScripts.RenewLease,
            [RedisKeys.Lease(lease.Partition, lease.Name)],
            [Grant(lease), StorageLimits.CheckDuration(duration)],
            answer => (int)answer == 1,
            cancellationToken);

    public Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken) =>
        RunAsync(
            RedisScripts.ReleaseLease, [RedisKeys.Lease(lease.Partition, lease.Name)], [Grant(lease)], answer => (int)answer == 1, cancellationToken);

    public Task ForgetLeaseAsync(string partition, string name, CancellationToken cancellationToken) =>
        RunAsync(
            RedisScripts.ForgetLease, [RedisKeys.Lease(partition, name), RedisKeys.Tokens(partition)], [name], answer => (int)answer == 1, cancellationToken);

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private static RedisValue Grant(Lease lease) => $"{lease.Token} {lease.Owner}";

    /// <summary>The client sends a script's hash, and the script itself when Redis doesn't know the hash.</summary>
    private Task<T> RunAsync<T>(
        string script, RedisKey[] keys, RedisValue[] values, Func<RedisResult, T> read, CancellationToken cancellationToken) =>
        _link.AskAsync(async redis => RedisAnswers.Read(await redis.ScriptEvaluateAsync(script, keys, values), read), cancellationToken);

    /// <summary>A Redis that was away at the start, or came back with other settings, is held to the same rule.</summary>
    private async Task RequireDurableAsync(CancellationToken cancellationToken)
    {
        if (!_rule.Require || _isDurable) return;
        var durability = await ReadDurabilityAsync(cancellationToken);
        if (!durability.Durable) throw new StorageUnavailableException($"{Description} {durability.Detail}.");
    }

    private async Task<RedisDurability> ReadDurabilityAsync(CancellationToken cancellationToken)
    {
        var durability = await _link.AskServersAsync(redis => RedisDurability.ReadAsync(redis, _rule.Assume), cancellationToken);
        _isDurable = durability.Durable;
        return durability;
    }
}
