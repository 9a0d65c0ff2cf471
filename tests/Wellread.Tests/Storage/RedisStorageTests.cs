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

    internal static RedisStorage Create(
        string connection, bool require = true, bool assume = false, int logLimit = StorageLimits.LogEntries,
        ILogger<RedisStorage>? logger = null)
    {
        Assert.True(StorageConnection.TryParse(connection, out var parsed, out var problem), problem);
        return new RedisStorage(
            (StorageConnection.Redis)parsed, new RedisDurabilityRule(require, assume), logger ?? NullLogger<RedisStorage>.Instance,
            TimeProvider.System, logLimit);
    }
}
