using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Webhooks as who manages them sees them.</summary>
public sealed class WebhooksEndpointsTests : IAsyncLifetime
{
    private const string Address = "https://hooks.example.org/wellread?token=very-secret";
    private readonly RecordedTelemetry _telemetry = new();
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;
    private Receiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = WebhookWorld.Host(_web).With(services => services.AddLogging(logging => logging.AddProvider(_telemetry)));
        foreach (var category in new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "System" }) _host.With($"Logging:LogLevel:{category}", "Trace");
        _receiver = new Receiver(_web, Address);
        _client = _host.CreateClient();
        await _host.LimitAsync(Unlimited.Channels("facebook").Append(new("x", new { enabled = false })).ToDictionary());
        await _host.StoreAsync(Make.Article("lunch"), Make.Article("walk", topics: ["exercise"]));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
        _telemetry.Dispose();
    }

    [Fact]
    public async Task A_webhook_is_shown_as_it_was_made_and_its_secret_only_once()
    {
        using var response = await _client.PostAsJsonAsync("/api/v1/webhooks", new { url = Address, name = " Our  tool ", events = new[] { "feed.failing" }, practice = "default" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var made = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var (id, secret) = ((string)made["webhook"]!["id"]!, (string)made["secret"]!);
        Assert.Matches("^wh_[0-9a-f]{16}$", id);
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.Equal($"/api/v1/webhooks/{id}", response.Headers.Location?.ToString());

        var shown = await _host.ShowAsync(id);
        Assert.Equal(
            ("Our tool", Address, "default", true, "on", 0),
            ((string)shown["name"]!, (string)shown["url"]!, (string)shown["practice"]!, (bool)shown["enabled"]!, (string)shown["state"]!, (int)shown["waiting"]!));
        Assert.Equal(["feed.failing"], shown["events"]!.AsArray().Select(one => (string?)one));
        Assert.Equal(shown.ToJsonString(), Assert.Single((await _client.GetJsonAsync("/api/v1/webhooks"))["items"]!.AsArray())!.ToJsonString());
        Assert.DoesNotContain(secret, (await _client.GetStringAsync("/api/v1/webhooks")) + shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://hooks.example.org/")]
    [InlineData("http://hooks.example.org/")]
    [InlineData("hooks.example.org")]
    public async Task An_address_without_tls_is_told_at_once_how_it_has_to_start(string url)
    {
        var problem = await _client.PostJsonAsync("/api/v1/webhooks", new { url }, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("The address must start with https://, so that", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://hooks.example.org/", 422, "blocked-address")]
    [InlineData("https://10.0.0.1/", 422, "blocked-address")]
    [InlineData("https://localhost/", 422, "blocked-address")]
    [InlineData("https://169.254.169.254/latest", 422, "blocked-address")]
    [InlineData("https://user:pass@hooks.example.org/", 422, "blocked-address")]
    [InlineData("https://hooks.example.org:25/", 422, "blocked-address")]
    [InlineData("https://inside.example.org/", 422, "blocked-address")]
    [InlineData("https://nowhere.example.org/", 502, "source-unreachable")]
    [InlineData("https://hooks.example.org/#part", 400, "validation")]
    [InlineData("ftp://hooks.example.org/", 422, "blocked-address")]
    [InlineData("", 400, "validation")]
    public async Task An_address_that_is_not_safe_or_leads_nowhere_is_refused(string url, int status, string code)
    {
        _web.Resolve("inside.example.org", ["192.168.1.7"]);
        using var response = await _client.PostAsJsonAsync("/api/v1/webhooks", new { url });
        var problem = await Api.ProblemAsync(response, (HttpStatusCode)status, code);
        Assert.NotNull(problem["errors"]!["url"]);
        Assert.Empty((await _client.GetJsonAsync("/api/v1/webhooks"))["items"]!.AsArray());
        Assert.Empty(_web.Dialled);
    }

    [Fact]
    public async Task Events_and_practices_that_there_are_not_are_refused()
    {
        using var noEvent = await _client.PostAsJsonAsync("/api/v1/webhooks", new { url = Address, events = new[] { "suggestion.gone" } });
        await Api.ProblemAsync(noEvent, HttpStatusCode.BadRequest, "validation");
        using var noEvents = await _client.PostAsJsonAsync("/api/v1/webhooks", new { url = Address, events = Array.Empty<string>() });
        await Api.ProblemAsync(noEvents, HttpStatusCode.BadRequest, "validation");
        using var noPractice = await _client.PostAsJsonAsync("/api/v1/webhooks", new { url = Address, practice = "nobody" });
        await Api.ProblemAsync(noPractice, HttpStatusCode.NotFound, "unknown-practice");
        foreach (var id in new[] { "wh_0000000000000000", "a%7Bb%7D", new string('x', 300) })
        {
            using var unknown = await _client.GetAsync($"/api/v1/webhooks/{id}");
            await Api.ProblemAsync(unknown, HttpStatusCode.NotFound, "unknown-webhook");
        }
    }

    [Fact]
    public async Task What_is_taken_away_leaves_no_lease_behind()
    {
        var (id, _) = await _host.HookAsync(Address);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        using var tested = await _client.PostAsync($"/api/v1/webhooks/{id}/test", null);
        Assert.Equal(HttpStatusCode.OK, tested.StatusCode);
        using var gone = await _client.DeleteAsync($"/api/v1/webhooks/{id}");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        foreach (var lease in new[] { DeliveryLane.LeaseOf(id), WebhookTrials.LeaseOf(id) })
            Assert.Equal(1, (await _host.Get<IStorage>().TryAcquireLeaseAsync(Partitions.Webhooks, lease, "a", TimeSpan.FromMinutes(1), CancellationToken.None))!.Token);
    }

    [Fact]
    public async Task One_that_can_not_be_read_can_be_taken_away()
    {
        var (id, _) = await _host.HookAsync(Address);
        await _host.Get<IStorage>().CommitAsync(new StorageBatch(Partitions.Webhooks).Put("webhook", id, "{\"id\":1}"u8.ToArray()), CancellationToken.None);
        using var unread = await _client.GetAsync($"/api/v1/webhooks/{id}");
        await Api.ProblemAsync(unread, HttpStatusCode.NotFound, "unknown-webhook");
        using var gone = await _client.DeleteAsync($"/api/v1/webhooks/{id}");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Null(await _host.Get<IStorage>().GetAsync(Partitions.Webhooks, "webhook", id, CancellationToken.None));
        var told = await _client.GetJsonAsync("/api/v1/audit?about=settings");
        Assert.Contains(told["items"]!.AsArray(), item => ((string?)item!["webhookId"], (string?)item["action"]) == (id, "webhookRemoved"));
        using var again = await _client.DeleteAsync($"/api/v1/webhooks/{id}");
        await Api.ProblemAsync(again, HttpStatusCode.NotFound, "unknown-webhook");
    }

    [Fact]
    public async Task An_operator_can_allow_a_program_of_the_practices_own()
    {
        await using var host = WebhookWorld.Host(_web).With("Webhooks:AllowedPrivateEndpoints:0", "127.0.0.1:5678").With("Service:Address", "https://wellread.example/");
        using var response = await host.CreateClient().PostAsJsonAsync("/api/v1/webhooks", new { url = "http://127.0.0.1:5678/hook" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var other = await host.CreateClient().PostAsJsonAsync("/api/v1/webhooks", new { url = "http://127.0.0.1:5679/hook" });
        await Api.ProblemAsync(other, HttpStatusCode.UnprocessableEntity, "blocked-address");
        await host.HookAsync(Address);
        await host.StoreAsync(Make.Article("lunch"));
        await host.DecideAsync("lunch", new { action = "approve", channel = "facebook" });
        await host.TickAsync();
        Assert.StartsWith("https://wellread.example/api/v1/", (string)Assert.Single(_receiver.All).Data["links"]!["decisions"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_changed_only_as_it_was_seen()
    {
        var (id, secret) = await _host.HookAsync(Address);
        using var seen = await _client.GetAsync($"/api/v1/webhooks/{id}");
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/webhooks/{id}") { Content = JsonContent.Create(new { url = Address, name = "New", enabled = false }) };
        put.Headers.IfMatch.Add(seen.Headers.ETag!);
        using var changed = await _client.SendAsync(put);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(seen.Headers.ETag, changed.Headers.ETag);
        Assert.Equal(("New", "off"), ((string?)(await _host.ShowAsync(id))["name"], (string?)(await _host.ShowAsync(id))["state"]));
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
        {
            using var late = new HttpRequestMessage(method, $"/api/v1/webhooks/{id}") { Content = method == HttpMethod.Put ? JsonContent.Create(new { url = Address }) : null };
            late.Headers.IfMatch.Add(seen.Headers.ETag!);
            using var stale = await _client.SendAsync(late);
            await Api.ProblemAsync(stale, HttpStatusCode.PreconditionFailed, "stale-etag");
        }

        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.PutHookAsync(id, new { url = Address });
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(_receiver.All).Data["title"]);
        Assert.True(_receiver.All[0].IsSignedBy(secret));
    }

    [Fact]
    public async Task What_is_taken_away_leaves_nothing_behind()
    {
        var (id, _) = await _host.HookAsync(Address);
        _receiver.Status = 500;
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        using var removed = await _client.DeleteAsync($"/api/v1/webhooks/{id}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var again = await _client.DeleteAsync($"/api/v1/webhooks/{id}");
        await Api.ProblemAsync(again, HttpStatusCode.NotFound, "unknown-webhook");
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.TickAsync();
        Assert.Single(_receiver.All);
        foreach (var kind in new[] { "webhook", "health", "delivery", "cursor", "told", "told-feeds" })
        {
            await foreach (var left in _host.Get<IStorage>().ListAsync(Partitions.Webhooks, kind, CancellationToken.None)) Assert.Fail($"{left.Kind}/{left.Id} is left");
        }
    }

    [Fact]
    public async Task There_are_a_hundred_webhooks_at_most_and_four_secrets_side_by_side()
    {
        var (id, _) = await _host.HookAsync(Address);
        for (var more = 1; more < Webhook.MaxSecrets; more++) await _client.PostJsonAsync($"/api/v1/webhooks/{id}/secret", null, HttpStatusCode.OK);
        using var fifth = await _client.PostAsync($"/api/v1/webhooks/{id}/secret", null);
        await Api.ProblemAsync(fifth, HttpStatusCode.TooManyRequests, "too-soon");
        var (store, first) = (_host.Get<WebhookStore>(), (await _host.Get<WebhookStore>().FindAsync(id, CancellationToken.None))!.Webhook);
        for (var more = 2; more < WebhookEditing.MaxWebhooks; more++) Assert.True(await store.AddAsync(first with { Id = WebhookId.Make() }, Change(), await store.ListVersionAsync(CancellationToken.None), CancellationToken.None));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OneMoreAsync()));
        Assert.Equal(WebhookEditing.MaxWebhooks, (await store.LoadAsync(CancellationToken.None)).Count);

        // However many ask at once, only one has room.
        async Task OneMoreAsync()
        {
            using var response = await _client.PostAsJsonAsync("/api/v1/webhooks", new { url = Address });
            if (response.StatusCode != HttpStatusCode.Created) await Api.ProblemAsync(response, HttpStatusCode.Conflict, "too-many-webhooks");
        }
    }

    [Fact]
    public async Task Neither_a_secret_nor_an_address_nor_what_is_sent_is_logged()
    {
        var (id, secret) = await _host.HookAsync(Address);
        var second = (string)(await _client.PostJsonAsync($"/api/v1/webhooks/{id}/secret", null, HttpStatusCode.OK))["secret"]!;
        _receiver.Status = 500;
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.DisposeAsync();
        var failures = _telemetry.Lines.Where(line => line.Contains("failed, attempt 1", StringComparison.Ordinal)).ToList();
        Assert.Contains("hooks.example.org", Assert.Single(failures), StringComparison.Ordinal);
        foreach (var hidden in new[] { secret, second, "very-secret", _receiver.All[0].Signature, "\"practiceName\"" })
            Assert.DoesNotContain(_telemetry.Lines, line => line.Contains(hidden, StringComparison.Ordinal));
    }

    private static SettingsChange Change() => SettingsChange.Of(SettingsAction.WebhookAdded, practice: null, new Caller(null, null), Make.Morning);
}
