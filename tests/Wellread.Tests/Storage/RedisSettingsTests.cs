using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

/// <summary>What a Redis must be set to, and that a password stays a secret.</summary>
public sealed class RedisSettingsTests
{
    private const string Secret = "c4n4ry-p@ss:w/rd";
    private static readonly CancellationToken None = CancellationToken.None;

    [SkippableTheory]
    [InlineData("--appendonly no", "has its append-only file off")]
    [InlineData("--appendfsync no", "leaves flushing its append-only file to the system")]
    [InlineData("--maxmemory 100mb --maxmemory-policy allkeys-lru", "drops keys when its memory is full ('allkeys-lru')")]
    [InlineData("--rename-command CONFIG nobody", "its durability can't be checked; Storage:AssumeDurable=true states that it is durable")]
    public async Task A_server_that_can_lose_data_is_refused_where_durability_is_required(string settings, string reason)
    {
        await using var server = await RedisServer.StartAsync(settings.Split(' '));
        await using var strict = RedisStorageTests.Create(server.Connection, require: true);
        var refusal = await Assert.ThrowsAsync<StorageRefusedException>(() => strict.OpenAsync(None));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);

        await using var lenient = RedisStorageTests.Create(server.Connection, require: false);
        await lenient.OpenAsync(None);
        Assert.IsType<CommitResult.Committed>(await lenient.CommitAsync(new StorageBatch("library").Log("article", "a"), None));
        var status = await lenient.CheckAsync(None);
        Assert.Equal((true, false), (status.Available, status.Durable));
        Assert.Contains(reason, status.Detail, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("--appendfsync everysec", "a power cut can cost the last second")]
    [InlineData("--appendfsync always", "flushed before each answer")]
    [InlineData("--rename-command CONFIG nobody", "its durability can't be checked; Storage:AssumeDurable states it")]
    [InlineData("--maxmemory 100mb --maxmemory-policy noeviction", "flushed before each answer")]
    public async Task A_durable_server_says_how_durable(string settings, string detail)
    {
        await using var server = await RedisServer.StartAsync(settings.Split(' '));
        await using var storage = RedisStorageTests.Create(server.Connection, require: true, assume: true);
        await storage.OpenAsync(None);
        var status = await storage.CheckAsync(None);
        Assert.Equal((true, true), (status.Available, status.Durable));
        Assert.Contains(detail, status.Detail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_user_that_may_not_read_settings_is_enough_when_durability_is_assumed()
    {
        await using var server = await RedisServer.StartAsync("--user", "editor", "on", $">{Secret}", "~wellread:*", "+@all", "-@admin", "-config");
        var connection = $"redis://editor:{Uri.EscapeDataString(Secret)}@127.0.0.1:{server.Port}";
        await using var strict = RedisStorageTests.Create(connection);
        await Assert.ThrowsAsync<StorageRefusedException>(() => strict.OpenAsync(None));

        await using var storage = RedisStorageTests.Create(connection, assume: true);
        await storage.OpenAsync(None);
        Assert.IsType<CommitResult.Committed>(
            await storage.CommitAsync(new StorageBatch("library").Put("article", "a", new byte[1]).Rank("r", "a", 1).Log("article", "a"), None));
    }

    [SkippableFact]
    public async Task A_password_never_shows()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Secret);
        var log = new RecordingLogger<RedisStorage>();
        var shown = new List<string>();
        var right = $"redis://:{Uri.EscapeDataString(Secret)}@127.0.0.1:{server.Port}";

        await using (var wrong = RedisStorageTests.Create(right.Replace("@127", "wrong@127", StringComparison.Ordinal), logger: log))
        {
            var refusal = await Assert.ThrowsAsync<StorageRefusedException>(() => wrong.OpenAsync(None));
            Assert.Equal($"Redis at 127.0.0.1:{server.Port} refuses the user name or password. Check Storage:Connection.", refusal.Message);
            shown.Add($"{refusal}");
        }
        await using (var none = RedisStorageTests.Create(server.Connection, logger: log))
            shown.Add($"{await Assert.ThrowsAsync<StorageRefusedException>(() => none.OpenAsync(None))}");

        await using var storage = RedisStorageTests.Create(right, logger: log);
        await storage.OpenAsync(None);
        await storage.CommitAsync(new StorageBatch("library").Log("article", "a"), None);
        shown.AddRange([storage.Description, $"{storage}", $"{await storage.CheckAsync(None)}"]);
        var lost = log.NextAsync("Lost Redis");
        await server.KillAsync();
        await lost;
        shown.Add($"{await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.GetAsync("library", "article", "a", None))}");
        shown.Add($"{await storage.CheckAsync(None)}");

        Assert.NotEmpty(log.Lines);
        foreach (var text in shown.Concat(log.Lines))
        {
            Assert.DoesNotContain("c4n4ry", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("w/rd", text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
