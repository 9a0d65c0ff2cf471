using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

/// <summary>The contract on Redis, and what its keys look like.</summary>
public sealed class RedisStorageTests(RedisFixture fixture) : StorageContractTests, IClassFixture<RedisFixture>
{
    private RedisServer Server { get; set; } = null!;

    private protected override async Task PrepareAsync() => Server = await fixture.EmptyServerAsync();

    private protected override IStorage Create(int logLimit) => Create(Server.Connection, logLimit: logLimit);

    private protected override async Task ExpireAsync(Lease lease) =>
        Assert.Equal(":1", await Server.CommandAsync("PEXPIRE", $"wellread:{{{lease.Partition}}}:lease:{lease.Name}", "0"));

    [SkippableFact]
    public async Task Every_key_carries_its_partition_as_the_hash_tag()
    {
        await CommitAsync(Batch().Put("article", "a", Bytes("1")).Rank("r", "a", 1).Log("article", "a"));
        await Store.TryAcquireLeaseAsync(P, "refresh", "me", TimeSpan.FromMinutes(1), None);

        Assert.Equal(":5", await Server.CommandAsync("DBSIZE"));
        Assert.Equal(":5", await Server.CommandAsync("EVAL", "return #redis.call('KEYS', 'wellread:{library}:*')", "0"));
    }

    [SkippableFact]
    public async Task A_lease_runs_out_by_itself_and_its_token_stays()
    {
        var lease = await Store.TryAcquireLeaseAsync(P, "refresh", "me", TimeSpan.FromMinutes(1), None);
        Assert.True(await Store.RenewLeaseAsync(lease!, TimeSpan.FromMinutes(5), None));

        var left = int.Parse((await Server.CommandAsync("PTTL", "wellread:{library}:lease:refresh"))[1..], CultureInfo.InvariantCulture);
        Assert.InRange(left, 60_001, 300_000);
        Assert.Equal(":-1", await Server.CommandAsync("PTTL", "wellread:{library}:tokens"));
    }

    /// <summary>Long enough for any answer on a busy machine, which must not look like a server that does not answer.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static RedisStorage Create(
        string connection, bool require = true, bool assume = false, int logLimit = StorageLimits.LogEntries,
        ILogger<RedisStorage>? logger = null, TimeProvider? time = null, TimeSpan? patience = null)
    {
        Assert.True(StorageConnection.TryParse(connection, out var parsed, out var problem), problem);
        return new RedisStorage(
            (StorageConnection.Redis)parsed, new RedisDurabilityRule(require, assume), logger ?? NullLogger<RedisStorage>.Instance,
            time ?? TimeProvider.System, logLimit, patience ?? Patience);
    }
}
