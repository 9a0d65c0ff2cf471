using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

public sealed class StorageFeatureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_settings_the_store_is_a_file_under_the_home_folder()
    {
        using var host = Host();
        await host.StartAsync();
        Assert.Equal($"SQLite file {_folder.Path("data/wellread.db")}", host.Services.GetRequiredService<IStorage>().Description);
        Assert.True(File.Exists(_folder.Path("data/wellread.db")));
        await host.StopAsync();
    }

    [Fact]
    public async Task An_absolute_path_is_taken_as_it_is()
    {
        using var host = Host($"Storage:Connection=sqlite:{_folder.Path("elsewhere/my store.db")}");
        await host.StartAsync();
        Assert.True(File.Exists(_folder.Path("elsewhere/my store.db")));
    }

    [Theory]
    [InlineData("", "must be 'sqlite:PATH'")]
    [InlineData("mongodb://user:c4n4ry@host", "must be 'sqlite:PATH'")]
    [InlineData("redis://", "must be 'sqlite:PATH'")]
    [InlineData("sqlite:", "names no file")]
    [InlineData("sqlite::memory:", "must name a file")]
    [InlineData("redis://c4n4ry@host", "has a user without a password")]
    [InlineData("redis://:c4n4ry@host/library", "ends with a database that is not a number")]
    [InlineData("redis://:c4n4ry?x@host", "must be 'sqlite:PATH'")]
    [InlineData("redis://:c4n4ry@host?password=c4n4ry", "has a '?' or '#'")]
    public async Task A_connection_that_can_not_be_read_stops_the_start_and_names_the_key(string connection, string reason)
    {
        using var host = Host($"Storage:Connection={connection}");
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.StartsWith($"Storage:Connection {reason}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("00:01:01")]
    public async Task A_timeout_that_can_not_be_meant_stops_the_start_and_names_the_key(string timeout)
    {
        using var host = Host($"Storage:Timeout={timeout}");
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal("Storage:Timeout is from 0.1 to 60 seconds, written as 00:00:05.", refusal.Message);
    }

    [Theory]
    [InlineData("redis://localhost", "Redis at localhost:6379")]
    [InlineData("rediss://user:p%40ss@redis.example.org:6380/3", "Redis at redis.example.org:6380 (database 3, TLS)")]
    [InlineData("rediss://localhost", "Redis at localhost:6379 (TLS)")]
    [InlineData("redis://:secret@localhost/1", "Redis at localhost:6379 (database 1)")]
    [InlineData("redis://:secret@[::1]:7000/", "Redis at [::1]:7000")]
    public void A_redis_address_is_told_without_credentials(string connection, string description)
    {
        Assert.True(StorageConnection.TryParse(connection, out var parsed, out _));
        Assert.Equal(description, parsed.ToString());
    }

    [Fact]
    public void A_user_and_password_are_decoded()
    {
        Assert.True(StorageConnection.TryParse("redis://ed%3Aitor:p%40s%2Fs@host", out var parsed, out _));
        var redis = Assert.IsType<StorageConnection.Redis>(parsed);
        Assert.Equal(("ed:itor", "p@s/s", 0, false), (redis.User, redis.Password, redis.Database, redis.Tls));
    }

    [Fact]
    public async Task The_store_is_open_before_any_hosted_service_starts()
    {
        using var host = Host(services => services.AddSingleton<IHostedService, EarlyReader>());
        await host.StartAsync();
        Assert.True(host.Services.GetServices<IHostedService>().OfType<EarlyReader>().Single().HasRead);
    }

    [Fact]
    public async Task A_store_that_must_not_be_used_stops_the_start()
    {
        await File.WriteAllTextAsync(_folder.Path("letter.txt"), "Dear practice");
        using var host = Host("Storage:Connection=sqlite:letter.txt");
        await Assert.ThrowsAsync<StorageRefusedException>(() => host.StartAsync());
    }

    [SkippableTheory]
    [InlineData("Development", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Development", "true", false)]
    [InlineData("Production", "false", true)]
    public async Task Durability_is_required_outside_development_unless_said_otherwise(string environment, string? required, bool starts)
    {
        await using var server = await RedisServer.StartAsync("--appendonly", "no");
        using var host = Host($"Storage:Connection={server.Connection}", $"Environment={environment}", $"Storage:RequireDurable={required}");
        if (starts) await host.StartAsync();
        else await Assert.ThrowsAsync<StorageRefusedException>(() => host.StartAsync());
    }

    [SkippableFact]
    public async Task Health_says_in_words_how_the_store_is()
    {
        await using var server = await RedisServer.StartAsync();
        using var host = Host($"Storage:Connection={server.Connection}");
        await host.StartAsync();
        var healthy = await HealthAsync(host);
        Assert.Equal(HealthStatus.Healthy, healthy.Status);
        Assert.Contains("ready", healthy.Tags);

        await server.KillAsync();
        var away = await HealthAsync(host);
        Assert.Equal(HealthStatus.Degraded, away.Status);
        Assert.StartsWith($"Redis at 127.0.0.1:{server.Port} ", away.Description, StringComparison.Ordinal);
        Assert.EndsWith("Nothing can be saved until it is back.", away.Description, StringComparison.Ordinal);
    }

    private static async Task<HealthReportEntry> HealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["storage"];

    private IHost Host(params string[] settings) => Host(_ => { }, settings);

    private IHost Host(Action<IServiceCollection> configure, params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = _folder.Root,
            EnvironmentName = settings.Select(setting => setting.Split('=')).FirstOrDefault(setting => setting[0] == "Environment")?[1],
            Args = ["--Storage:Timeout=00:00:30", .. settings.Select(setting => $"--{setting}")],
        });
        builder.Services.AddSingleton(new HomeFolder(_folder.Root));
        configure(builder.Services);
        builder.AddStorage();
        return builder.Build();
    }

    private sealed class EarlyReader(IStorage storage) : IHostedService
    {
        public bool HasRead { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await storage.GetAsync(Partitions.Library, "article", "a", cancellationToken);
            HasRead = true;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
