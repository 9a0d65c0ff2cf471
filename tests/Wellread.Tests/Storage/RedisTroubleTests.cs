using Microsoft.Extensions.Time.Testing;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

/// <summary>A Redis that is away, hangs, refuses or comes back. Each test has its own server, because it kills or changes it.</summary>
public sealed class RedisTroubleTests : IAsyncLifetime
{
    private const string P = "library";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly RecordingLogger<RedisStorage> _log = new();
    private RedisServer _server = null!;

    public async Task InitializeAsync() => _server = await RedisServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [SkippableFact]
    public async Task A_killed_server_is_unavailable_and_then_back_with_everything_it_acknowledged()
    {
        await using var storage = await OpenAsync();
        for (var i = 0; i < 50; i++) await storage.CommitAsync(Batch($"before-{i}"), None);
        var lost = _log.NextAsync("Lost Redis");
        await _server.KillAsync();
        await lost;

        await AssertUnavailableAsync(storage, "can't be reached");

        var back = _log.NextAsync("Reached Redis");
        await _server.RestartAsync();
        await back;
        Assert.Equal(new CommitResult.Committed(51), await storage.CommitAsync(Batch("after"), None));
        var found = await storage.GetManyAsync(P, "article", [.. Enumerable.Range(0, 50).Select(i => $"before-{i}"), "after"], None);
        Assert.Equal(51, found.Count);
        Assert.True((await storage.CheckAsync(None)).Available);
    }

    [SkippableFact]
    public async Task A_server_that_is_away_at_the_start_is_reported_and_used_once_it_is_there()
    {
        await _server.KillAsync();
        // All of it passes at the start, for there is nobody to answer.
        await using var storage = await OpenAsync(patience: TimeSpan.FromSeconds(4));
        await AssertUnavailableAsync(storage, "can't be reached");

        var back = _log.NextAsync("Reached Redis");
        await _server.RestartAsync();
        await back;
        Assert.IsType<CommitResult.Committed>(await storage.CommitAsync(Batch("a"), None));
    }

    [SkippableFact]
    public async Task A_server_that_comes_back_able_to_lose_data_takes_no_writes()
    {
        await using var storage = await OpenAsync();
        await storage.CommitAsync(Batch("a"), None);
        var lost = _log.NextAsync("Lost Redis");
        await _server.KillAsync();
        await lost;
        var back = _log.NextAsync("Reached Redis");
        await _server.RestartAsync("--appendonly", "no");
        await back;

        await AssertUnavailableAsync(storage, "has its append-only file off", isReadable: true);
    }

    [SkippableFact]
    public async Task A_server_that_hangs_is_unavailable_and_soon_no_longer_waited_for()
    {
        var time = new FakeTimeProvider();
        await using var storage = RedisStorageTests.Create(_server.Connection, logger: _log, time: time);
        await storage.OpenAsync(None);
        await _server.SignalAsync("STOP");

        var waiting = Enumerable.Range(0, 5).Select(i => storage.GetAsync(P, "article", $"{i}", None)).ToList();
        time.Advance(RedisStorageTests.Patience);
        foreach (var call in waiting)
            Assert.EndsWith("does not answer in time.", (await Assert.ThrowsAsync<StorageUnavailableException>(() => call)).Message);

        // The first call after the pause is the trial; nobody else waits for its end.
        time.Advance(TimeSpan.FromSeconds(2));
        var trial = storage.GetAsync(P, "article", "trial", None);
        Assert.False(trial.IsCompleted);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.GetAsync(P, "article", "next", None));

        await _server.SignalAsync("CONT");
        Assert.Null(await trial);
        Assert.IsType<CommitResult.Committed>(await storage.CommitAsync(Batch("a"), None));
    }

    [SkippableFact]
    public async Task A_server_without_memory_takes_no_writes_and_nothing_of_a_batch()
    {
        await using var storage = await OpenAsync();
        await storage.CommitAsync(Batch("a"), None);
        await _server.CommandAsync("CONFIG", "SET", "maxmemory", "1");

        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.CommitAsync(Batch("b"), None));
        Assert.EndsWith("is out of memory.", refusal.Message, StringComparison.Ordinal);

        await _server.CommandAsync("CONFIG", "SET", "maxmemory", "0");
        Assert.Null(await storage.GetAsync(P, "article", "b", None));
        Assert.Equal(new CommitResult.Committed(2), await storage.CommitAsync(Batch("b"), None));
    }

    [SkippableFact]
    public async Task A_server_that_became_a_replica_takes_no_writes()
    {
        await using var storage = await OpenAsync();
        await storage.CommitAsync(Batch("a"), None);
        await _server.CommandAsync("REPLICAOF", "127.0.0.1", "1");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.CommitAsync(Batch("b"), None));

        await _server.CommandAsync("REPLICAOF", "NO", "ONE");
        Assert.IsType<CommitResult.Committed>(await storage.CommitAsync(Batch("b"), None));
    }

    [SkippableTheory]
    [InlineData("wellread:{library}:ranked:r")]
    [InlineData("wellread:{library}:log")]
    [InlineData("wellread:{library}:documents:article")]
    public async Task A_key_that_holds_something_else_leaves_nothing_of_a_batch(string key)
    {
        await using var storage = await OpenAsync();
        await _server.CommandAsync("SET", key, "something else");
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => storage.CommitAsync(Batch("a").Put("other", "o", new byte[1]).Rank("r", "a", 1), None));
        Assert.EndsWith("holds something else under one of Wellread's keys.", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await storage.GetAsync(P, "other", "o", None));
        Assert.Equal(":1", await _server.CommandAsync("DBSIZE"));
    }

    [SkippableFact]
    public async Task A_script_cache_that_was_emptied_is_filled_again()
    {
        await using var storage = await OpenAsync();
        await storage.CommitAsync(Batch("a"), None);
        await _server.CommandAsync("SCRIPT", "FLUSH");
        Assert.Equal(new CommitResult.Committed(2), await storage.CommitAsync(Batch("b"), None));
    }

    private static StorageBatch Batch(string id) => new StorageBatch(P).Put("article", id, new byte[10]).Log("article", id);

    private static async Task AssertUnavailableAsync(RedisStorage storage, string reason, bool isReadable = false)
    {
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.CommitAsync(Batch("refused"), None));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.TryAcquireLeaseAsync(P, "l", "me", TimeSpan.FromMinutes(1), None));
        if (isReadable) Assert.Null(await storage.GetAsync(P, "article", "refused", None));
        else await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.GetAsync(P, "article", "refused", None));
        var status = await storage.CheckAsync(None);
        Assert.False(status.Available);
        Assert.Contains(reason, status.Detail, StringComparison.Ordinal);
    }

    private async Task<RedisStorage> OpenAsync(TimeSpan? patience = null)
    {
        var storage = RedisStorageTests.Create(_server.Connection, logger: _log, patience: patience);
        await storage.OpenAsync(None);
        return storage;
    }
}
