using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>A pretend web with one receiver, and whole hosts: those of one engine share its store, without an engine each has a store of its own.</summary>
public abstract class WebhookStage : IAsyncLifetime
{
    private protected const string Address = "https://hooks.example.org/wellread";
    private readonly List<WellreadHost> _hosts = [];
    private readonly WebhookEngine? _engine;

    private protected WebhookStage(WebhookEngine? engine = null) => _engine = engine;

    private protected FakeWeb Web { get; private set; } = null!;

    private protected Receiver Receiver { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        if (_engine is not null) await _engine.PrepareAsync();
        Web = await FakeWeb.StartAsync();
        Receiver = new Receiver(Web, Address);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        if (Web is not null) await Web.DisposeAsync();
        if (_engine is not null) await _engine.DisposeAsync();
    }

    /// <summary>A further instance, with three articles in store, of a practice that gives out at once and on Facebook alone.</summary>
    private protected async Task<WellreadHost> HostAsync(Action<WellreadHost>? configure = null)
    {
        var host = WebhookWorld.Host(Web, _engine?.Connection);
        _engine?.Configure(host);
        configure?.Invoke(host);
        _hosts.Add(host);
        host.CreateClient().Dispose();
        if (host.Get<SuggestionState>().Current.Live.Count > 0) return host;
        await host.LimitAsync(Unlimited.Channels("facebook", "linkedin").Append(new("x", new { enabled = false })).ToDictionary());
        await host.StoreAsync(
            Make.Article("lunch") with { Summary = "Eat fruit each day. It tastes good." },
            Make.Article("walk", feed: "feed_b", topics: ["exercise"]),
            Make.Article("sleep", topics: ["sleep"]));
        return host;
    }

    private protected async Task EndAsync(WellreadHost host)
    {
        _hosts.Remove(host);
        await host.DisposeAsync();
    }

    /// <summary>Lets the time of a lease run out.</summary>
    private protected Task ExpireAsync(WellreadHost host, string lease) => _engine!.ExpireAsync(host, lease);
}
