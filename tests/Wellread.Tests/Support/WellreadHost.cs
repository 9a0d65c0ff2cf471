using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wellread.Platform;
using Wellread.Refresh;
using Wellread.Suggestions;

namespace Wellread.Tests.Support;

/// <summary>
/// The whole service with a real store in a folder of its own, a clock that only the test moves, and no refresh but the ones it asks for.
/// </summary>
internal sealed class WellreadHost : WebApplicationFactory<HomeFolder>
{
    private readonly Dictionary<string, string> _settings = new()
    {
        ["environment"] = "Production",
        ["Refresh:Enabled"] = "false",
        ["Practice:TimeZone"] = "UTC",
        // What waits by a real clock, on however busy a machine.
        ["Storage:Timeout"] = "00:01:00",
        ["Feeds:ConnectTimeout"] = "00:01:00",
    };

    private readonly List<Action<IServiceCollection>> _services = [];
    private readonly TemporaryFolder _folder = new();
    private bool _waits = true;
    private EndOfHost? _end;

    public WellreadHost() => _settings["Storage:Connection"] = $"sqlite:{_folder.Path("wellread.db")}";

    public TestClock Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public WellreadHost With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    public WellreadHost With(Action<IServiceCollection> services)
    {
        _services.Add(services);
        return this;
    }

    /// <summary>Makes these the feeds of the catalog, read from the pretend internet. Each line is an outline's attributes.</summary>
    public WellreadHost WithFeeds(FakeWeb web, params string[] outlines)
    {
        var packs = Directory.CreateDirectory(_folder.Path("packs")).FullName;
        var body = string.Concat(outlines.Select(outline => $"<outline type=\"rss\" {outline} />"));
        File.WriteAllText(Path.Combine(packs, "test.opml"), $"<opml version=\"2.0\"><head/><body>{body}</body></opml>");
        return With("Feeds:Packs", packs).With(services => services.AddSingleton(web.Network));
    }

    /// <summary>Does not wait until all that is stored has been read.</summary>
    public WellreadHost WithoutWaiting()
    {
        _waits = false;
        return this;
    }

    /// <summary>Runs a refresh to its end.</summary>
    public async Task<RefreshJob> RefreshAsync(RefreshScope scope = RefreshScope.Due)
    {
        var runner = Get<RefreshRunner>();
        var job = await runner.StartAsync(scope, onlyIfDue: false, CancellationToken.None);
        await runner.WaitAsync(CancellationToken.None);
        return (await runner.FindAsync(job!.Id, CancellationToken.None))!;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<EndOfHost>();
            // Whatever has a clock is disposed before the mark, which was made first.
            services.AddSingleton<TimeProvider>(provider =>
            {
                _end = provider.GetRequiredService<EndOfHost>();
                return Time;
            });
            foreach (var configure in _services) configure(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        // What is stored is read in turns; a second turn begins when the first is over.
        if (_waits) Task.Run(() => host.Services.GetRequiredService<StoreFollower>().CatchUpAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return host;
    }

    /// <summary>
    /// Ends with the store closed. The service's own entry point disposes of its host too, on a thread that the base class does not wait for.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_end is { } end) await end.Reached.WaitAsync(TimeSpan.FromMinutes(1));
        _folder.Dispose();
    }

    private sealed class EndOfHost : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Dispose() => _reached.TrySetResult();
    }
}
