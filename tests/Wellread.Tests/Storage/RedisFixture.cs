using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

/// <summary>One redis-server for a class of tests, started by the first that needs it and emptied for each.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisServer? _server;

    internal async Task<RedisServer> EmptyServerAsync()
    {
        _server ??= await RedisServer.StartAsync();
        await _server.CommandAsync("FLUSHALL");
        await _server.CommandAsync("SCRIPT", "FLUSH");
        return _server;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
