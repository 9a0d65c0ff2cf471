using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Sharing.Webhooks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>Who changed what a practice's approvals depend on, or the ways by which they leave, can be read in the audit: with which settings, and without what was written.</summary>
public sealed class SettingsAuditTests : IAsyncLifetime
{
    private const string Address = "https://hooks.example.org/T0/very-secret";
    private readonly RecordedTelemetry _telemetry = new();
    private readonly TemporaryFolder _folder = new();
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;
    private WatchedStorage _storage = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        foreach (var name in new[] { "hooks.example.org", "other.example.org" }) _web.Name(name);
        _host = WebhookWorld.Host(_web);
        _storage = new WatchedStorage(new SqliteStorage(_folder.Path("wellread.db"), _host.Time));
        _host.With(services => services.AddSingleton<IStorage>(_storage).AddLogging(logging => logging.AddProvider(_telemetry)));
        _client = _host.CreateClient();
        await _host.StoreAsync(Make.Article("lunch"));
        await PutAsync("/api/v1/practices/kids", new { name = "Kids", timeZone = "America/Chicago" }, HttpStatusCode.Created);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
        _telemetry.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_change_of_a_webhook_leaves_an_entry_and_a_line_in_the_log()
    {
        var (id, _) = await _host.HookAsync(Address, practice: "kids");
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.PutHookAsync(id, new { url = "https://other.example.org/T1/very-secret", events = new[] { "feed.failing" }, practice = "kids", name = "Tool" });
        await _client.PostJsonAsync($"/api/v1/webhooks/{id}/secret", null, HttpStatusCode.OK);
        await _client.DeleteAsync($"/api/v1/webhooks/{id}");

        var items = await AuditedAsync("practice=kids&about=settings");
        Assert.Equal(
            ["practiceAdded", "webhookAdded hooks.example.org", "webhookChanged other.example.org: url name events", "webhookRemoved other.example.org", "webhookSecretRenewed other.example.org"],
            items.Select(Words).Order(StringComparer.Ordinal));
        Assert.All(items.Skip(1), item => Assert.Equal((id, "kids", null), ((string?)item!["webhookId"], (string?)item["practice"], (string?)item["articleId"])));
        Assert.Equal("2026-11-23T02:01:00-06:00", (string?)items[1]!["at"]);
        Assert.All(items, item => Assert.StartsWith("00-", (string)item!["traceId"]!, StringComparison.Ordinal));
        Assert.Empty(await AuditedAsync("practice=default&about=settings"));

        await _host.DisposeAsync();
        foreach (var said in new[] { $"Webhook {id} to hooks.example.org was set up", $"{id} to other.example.org was changed, WebhookChanged: url, name, events", $"{id} to other.example.org was removed" })
            Assert.Contains(_telemetry.Lines, line => line.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(_telemetry.Lines, line => line.Contains("very-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_is_switched_on_again_leaves_an_entry_though_no_setting_is_another()
    {
        _ = new Receiver(_web, Address) { Status = 410 };
        var (id, _) = await _host.HookAsync(Address, practice: "default");
        await _host.DecideAsync("lunch", new { action = "approve" });
        await _host.TickAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.PutHookAsync(id, new { url = Address, practice = "default" });
        Assert.Equal(["webhookAdded hooks.example.org", "webhookChanged hooks.example.org: state"], (await AuditedAsync("about=settings")).Select(Words));
    }

    [Fact]
    public async Task A_webhook_of_all_practices_is_in_the_audit_of_each_and_one_that_moves_in_those_of_both()
    {
        var (id, _) = await _host.HookAsync(Address);
        Assert.Equal((null, "webhookAdded hooks.example.org"), Assert.Single((await AuditedAsync("about=settings")).Select(item => ((string?)item!["practice"], Words(item)))));
        await _host.PutHookAsync(id, new { url = Address, practice = "kids" });
        await _host.PutHookAsync(id, new { url = Address, practice = "default" });
        await _host.PutHookAsync(id, new { url = Address, practice = "default" });
        var told = (await AuditedAsync("practice=kids&about=settings")).Select(item => $"{Words(item)} {item!["practice"]}").ToList();
        Assert.Equal(4, told.Count);
        Assert.Contains("webhookChanged hooks.example.org: practice kids", told);
        Assert.Contains("webhookChanged hooks.example.org: practice default", told);
    }

    [Fact]
    public async Task Each_change_of_a_practice_leaves_the_names_of_its_settings_and_nothing_else()
    {
        var settings = new { name = "Mrs Jones' clinic", timeZone = "America/Chicago", blockedWords = new[] { "wordy" }, topicWeights = new { sleep = 2 }, channels = new { facebook = new { weeklyBudget = 2 } } };
        await PutAsync("/api/v1/practices/kids", settings, HttpStatusCode.OK);
        await PutAsync("/api/v1/practices/kids", settings, HttpStatusCode.OK);
        using var patch = new StringContent("""{ "channels": { "facebook": { "weeklyBudget": 4 } }, "topicWeights": { "sleep": null } }""", null, "application/merge-patch+json");
        using (await _client.PatchAsync("/api/v1/practices/kids", patch)) { }
        await _client.DeleteAsync("/api/v1/practices/kids");
        await PutAsync("/api/v1/practices/kids", new { }, HttpStatusCode.Created);

        var items = await AuditedAsync("practice=kids&about=settings");
        Assert.Equal(
            ["practiceAdded", "practiceAdded", "practiceChanged", "practiceChanged", "practiceRemoved"],
            items.Select(item => (string)item!["action"]!).Order(StringComparer.Ordinal));
        var changed = items.Where(item => (string?)item!["action"] == "practiceChanged").Select(Words).ToList();
        Assert.Equal(
            ["practiceChanged : blockedWords channels.facebook.weeklyBudget name topicWeights.sleep", "practiceChanged : channels.facebook.weeklyBudget topicWeights.sleep"],
            changed.Order(StringComparer.Ordinal));
        foreach (var written in new[] { "Jones", "wordy" }) Assert.DoesNotContain(written, items.ToJsonString(), StringComparison.Ordinal);
        await _host.DisposeAsync();
        Assert.DoesNotContain(_telemetry.Lines, line => line.Contains("Jones", StringComparison.Ordinal));
        Assert.Contains(_telemetry.Lines, line => line.Contains("Settings of practice kids were written, PracticeRemoved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outbox_that_is_opened_or_closed_leaves_an_entry()
    {
        await _client.DeleteAsync("/api/v1/practices/default/outbox-token");
        var token = (string)(await _client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK))["token"]!;
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _client.DeleteAsync("/api/v1/practices/default/outbox-token");
        var items = await AuditedAsync("");
        Assert.Equal(["outboxOpened", "outboxClosed"], items.Select(item => (string)item!["action"]!));
        Assert.DoesNotContain(token, items.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_and_settings_are_one_list_in_pages_and_in_the_file()
    {
        await _host.DecideAsync("lunch", new { action = "approve", by = "Ann" });
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.HookAsync(Address);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.DecideAsync("lunch", new { action = "undo" });
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await _client.GetJsonAsync($"/api/v1/audit?limit=1{cursor}");
            seen.Add((string)Assert.Single(page["items"]!.AsArray())!["action"]!);
            cursor = page["nextCursor"] is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);
        Assert.Equal(["approve", "webhookAdded", "undo"], seen);
        Assert.Equal(["approve", "undo"], (await AuditedAsync("about=decisions")).Select(item => (string)item!["action"]!));
        Assert.Equal(["undo", "webhookAdded", "approve"], (await AuditedAsync("order=newest")).Select(item => (string)item!["action"]!));

        var lines = Encoding.UTF8.GetString(await _client.GetByteArrayAsync("/api/v1/audit?format=csv")).Split("\r\n");
        Assert.Matches("^2026-11-23T08:02:00\\+00:00,,webhookAdded,(,){12}wh_[0-9a-f]{16},hooks\\.example\\.org,,,00-", lines[2]);
        Assert.All(lines[..4], line => Assert.Equal(19, line.Count(c => c == ',')));
    }

    [Fact]
    public async Task What_is_not_in_the_audit_is_not_done()
    {
        // Both are one batch: whoever takes the entry out of it takes the change with it.
        Assert.Equal(["change", "health", "webhook", "webhooks"], await WrittenWithAsync("webhook", () => _host.HookAsync(Address)));
        Assert.Equal(["change", "outbox-token"], await WrittenWithAsync("outbox-token", () => _client.PostJsonAsync("/api/v1/practices/kids/outbox-token", null, HttpStatusCode.OK)));
        Assert.Equal(["change", "practice"], await WrittenWithAsync("practice", () => PutAsync("/api/v1/practices/kids", new { name = "Other" }, HttpStatusCode.OK)));
    }

    [Fact]
    public async Task An_entry_that_can_not_be_read_is_left_out_and_the_rest_is_told()
    {
        await _host.HookAsync(Address);
        var batch = new StorageBatch(Partitions.Webhooks).Put("change", "chg_0", Encoding.UTF8.GetBytes("""{"id":"chg_0","at":"now"}""")).Rank("changes:*", "chg_0", 1);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        Assert.Equal("webhookAdded hooks.example.org", Words(Assert.Single(await AuditedAsync(""))));
    }

    [Fact]
    public async Task While_the_store_does_not_answer_decisions_are_told_and_a_page_is_not_gone_on_from_without_the_rest()
    {
        await _host.DecideAsync("lunch", new { action = "approve" });
        await _host.DecideAsync("lunch", new { action = "undo" });
        var state = _host.Get<SuggestionState>();
        state.Change(current => current with { Stale = true });
        var page = await _client.GetJsonAsync("/api/v1/audit?limit=1");
        Assert.Equal((true, "approve"), ((bool)page["stale"]!, (string?)page["items"]![0]!["action"]));
        Assert.Single((await _client.GetJsonAsync($"/api/v1/audit?limit=1&cursor={page["nextCursor"]}"))["items"]!.AsArray());
        state.Change(current => current with { Stale = false });
        using var later = await _client.GetAsync($"/api/v1/audit?limit=1&cursor={page["nextCursor"]}");
        await Api.ProblemAsync(later, HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public void Every_action_has_its_word()
    {
        foreach (var action in Enum.GetValues<DecisionAction>()) Assert.Equal(action.ToString(), AuditItem.Of(action).ToString());
        foreach (var action in Enum.GetValues<SettingsAction>()) Assert.Equal(action.ToString(), AuditItem.Of(action).ToString());
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2::7", "2001:db8:1::/48")]
    [InlineData("::1", "::/48")]
    public void Of_an_address_its_network_is_kept(string address, string network) => Assert.Equal(network, Caller.NetworkOf(IPAddress.Parse(address)));

    /// <summary>The kinds of all documents in the batch that writes one of this kind.</summary>
    private async Task<IEnumerable<string>> WrittenWithAsync(string kind, Func<Task> work)
    {
        IReadOnlyList<string> written = [];
        _storage.BeforeCommit = LookAsync;
        await work();
        return written.Order();

        Task LookAsync(StorageBatch batch)
        {
            IReadOnlyList<string> kinds = [.. batch.Writes.OfType<StorageWrite.Put>().Select(put => put.Kind)];
            if (kinds.Contains(kind)) written = kinds;
            else _storage.BeforeCommit = LookAsync;
            return Task.CompletedTask;
        }
    }

    private static string Words(JsonNode? item)
    {
        var changed = string.Join(' ', item!["changed"]!.AsArray());
        var words = $"{item["action"]} {item["host"]}{(changed.Length == 0 ? "" : $": {changed}")}";
        return (string?)item["action"] == "practiceAdded" ? "practiceAdded" : words;
    }

    private async Task<JsonArray> AuditedAsync(string query) => (await _client.GetJsonAsync($"/api/v1/audit?{query}"))["items"]!.AsArray();

    private async Task PutAsync(string path, object settings, HttpStatusCode expected)
    {
        using var response = await _client.PutAsJsonAsync(path, settings);
        Assert.Equal(expected, response.StatusCode);
    }
}
