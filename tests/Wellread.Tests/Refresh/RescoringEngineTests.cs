using Wellread.Tests.Storage;
using Wellread.Tests.Support;
using TemporaryFolder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Refresh;

/// <summary>Rescoring on SQLite, where leases run out by the host's clock.</summary>
public sealed class SqliteRescoringTests : RescoringTests
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

/// <summary>Rescoring on Redis, where leases run out by the server's clock.</summary>
public sealed class RedisRescoringTests(RedisFixture fixture) : RescoringTests, IClassFixture<RedisFixture>
{
    private RedisServer Server { get; set; } = null!;

    private protected override string Connection => Server.Connection;

    private protected override async Task PrepareAsync() => Server = await fixture.EmptyServerAsync();

    private protected override async Task ExpireAsync(WellreadHost host, string lease) =>
        Assert.Equal(":1", await Server.CommandAsync("PEXPIRE", $"wellread:{{library}}:lease:{lease}", "0"));
}
