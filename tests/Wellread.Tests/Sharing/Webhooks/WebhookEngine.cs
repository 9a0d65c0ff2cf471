using Microsoft.Extensions.DependencyInjection;
using Wellread.Storage;
using Wellread.Tests.Storage;
using Wellread.Tests.Support;
using TemporaryFolder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>A store that several hosts share.</summary>
internal abstract class WebhookEngine : IAsyncDisposable
{
    public abstract string Connection { get; }

    public virtual Task PrepareAsync() => Task.CompletedTask;

    public virtual void Configure(WellreadHost host) { }

    /// <summary>Lets the time of a lease run out.</summary>
    public abstract Task ExpireAsync(WellreadHost host, string lease);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>SQLite, where leases run out by the host's clock.</summary>
internal sealed class SqliteEngine : WebhookEngine
{
    private readonly TemporaryFolder _folder = new();

    public override string Connection => $"sqlite:{_folder.Path("wellread.db")}";

    public override Task ExpireAsync(WellreadHost host, string lease) => Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>Redis, where leases run out by the server's clock.</summary>
internal sealed class RedisEngine(RedisFixture fixture) : WebhookEngine
{
    private RedisServer _server = null!;

    public override string Connection => _server.Connection;

    public override async Task PrepareAsync() => _server = await fixture.EmptyServerAsync();

    /// <summary>A busy machine is no Redis that is away.</summary>
    public override void Configure(WellreadHost host) =>
        host.With(services => services.AddSingleton<IStorage>(_ => RedisStorageTests.Create(_server.Connection, patience: Signal.Patience)));

    public override async Task ExpireAsync(WellreadHost host, string lease) =>
        Assert.Equal(":1", await _server.CommandAsync("PEXPIRE", $"wellread:{{webhooks}}:lease:{lease}", "0"));
}
