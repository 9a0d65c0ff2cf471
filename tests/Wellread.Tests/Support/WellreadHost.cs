using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Wellread.Tests.Support;

/// <summary>
/// The whole service with a real store in a folder of its own, a clock that only the test moves, and no refresh but the ones it asks for.
/// </summary>
internal sealed class WellreadHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings = new()
    {
        ["environment"] = "Production",
        ["Refresh:Enabled"] = "false",
    };

    private readonly List<Action<IServiceCollection>> _services = [];
    private readonly TempFolder _folder = new();

    public WellreadHost() => _settings["Storage:Connection"] = $"sqlite:{_folder.File("wellread.db")}";

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

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

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            foreach (var configure in _services) configure(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
