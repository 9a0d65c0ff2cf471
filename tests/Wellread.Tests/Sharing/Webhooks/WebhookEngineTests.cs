using Microsoft.Extensions.DependencyInjection;
using Wellread.Storage;
using Wellread.Tests.Storage;
using Wellread.Tests.Support;
using TemporaryFolder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Deliveries on SQLite, where leases run out by the host's clock.</summary>
public sealed class SqliteWebhookTests : WebhookDeliveryTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override string Connection => $"sqlite:{_folder.Path("wellread.db")}";

    private protected override Task ExpireAsync(WellreadHost host, string lease) => Task.CompletedTask;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>Deliveries on Redis, where leases run out by the server's clock.</summary>
public sealed class RedisWebhookTests(RedisFixture fixture) : WebhookDeliveryTests, IClassFixture<RedisFixture>
{
    private RedisServer Server { get; set; } = null!;

    private protected override string Connection => Server.Connection;

    private protected override async Task PrepareAsync() => Server = await fixture.EmptyServerAsync();

    /// <summary>A busy machine is no Redis that is away.</summary>
    private protected override WellreadHost Prepare(WellreadHost host) =>
        host.With(services => services.AddSingleton<IStorage>(_ => RedisStorageTests.Create(Server.Connection, patience: Signal.Patience)));

    private protected override async Task ExpireAsync(WellreadHost host, string lease) =>
        Assert.Equal(":1", await Server.CommandAsync("PEXPIRE", $"wellread:{{webhooks}}:lease:{lease}", "0"));
}
