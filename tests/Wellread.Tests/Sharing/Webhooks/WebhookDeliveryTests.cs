using System.Net;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>How events get through, on each engine, with whole hosts that share a store and a receiver on loopback.</summary>
public abstract class WebhookDeliveryTests : IAsyncLifetime
{
    private const string Address = "https://hooks.example.org/wellread";
    private readonly List<WellreadHost> _hosts = [];
    private FakeWeb _web = null!;
    private Receiver _receiver = null!;

    private protected abstract string Connection { get; }

    /// <summary>Lets the time of a lease run out.</summary>
    private protected abstract Task ExpireAsync(WellreadHost host, string lease);

    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected virtual WellreadHost Prepare(WellreadHost host) => host;

    public async Task InitializeAsync()
    {
        await PrepareAsync();
        _web = await FakeWeb.StartAsync();
        _receiver = new Receiver(_web, Address);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        if (_web is not null) await _web.DisposeAsync();
    }

    [SkippableFact]
    public async Task An_event_that_does_not_get_through_is_sent_again_under_the_same_id_until_it_does()
    {
        var host = await HostAsync();
        var (id, secret) = await host.HookAsync(Address);
        _receiver.Status = 500;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await host.TickAsync();
        Assert.Single(_receiver.All);
        var waiting = Assert.Single(await host.DeliveriesAsync(id))!;
        Assert.Equal(("waiting", 500), ((string?)waiting["status"], (int?)waiting["attempts"]![0]!["status"]));
        Assert.InRange((DateTimeOffset)waiting["nextAttemptAt"]!, Make.Morning.AddSeconds(5), Make.Morning.AddSeconds(5.5));
        Assert.Equal(("failing", 1), ((string?)(await host.ShowAsync(id))["state"], (int?)(await host.ShowAsync(id))["waiting"]));

        host.Time.Advance(TimeSpan.FromSeconds(6));
        await host.SendAsync();
        _receiver.Status = 200;
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.SendAsync();
        host.Time.Advance(TimeSpan.FromDays(3));
        await host.TickAsync();

        Assert.Equal(3, _receiver.All.Count);
        Assert.Single(_receiver.All.Select(message => (message.Id, message.Body)).Distinct());
        Assert.Equal(3, _receiver.All.Select(message => message.Timestamp).Distinct().Count());
        Assert.All(_receiver.All, message => Assert.True(message.IsSignedBy(secret)));
        var done = Assert.Single(await host.DeliveriesAsync(id))!;
        Assert.Equal(("delivered", null, _receiver.All[0].Id), ((string?)done["status"], (string?)done["nextAttemptAt"], (string?)done["id"]));
        Assert.Equal([500, 500, 200], done["attempts"]!.AsArray().Select(attempt => (int?)attempt!["status"]));
        Assert.Equal(("on", 0), ((string?)(await host.ShowAsync(id))["state"], (int?)(await host.ShowAsync(id))["waiting"]));
    }

    [SkippableFact]
    public async Task After_ten_attempts_over_three_days_it_has_failed_and_can_be_sent_again()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        _receiver.Status = 404;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await ToTheEndAsync(host, id);
        Assert.InRange((host.Time.GetUtcNow() - Make.Morning).TotalHours, 75, 84);

        Assert.Equal(10, _receiver.All.Count);
        var failed = Assert.Single(await host.DeliveriesAsync(id))!;
        Assert.Equal(("failed", null, 10), ((string?)failed["status"], (string?)failed["nextAttemptAt"], failed["attempts"]!.AsArray().Count));
        _receiver.Status = 200;
        var again = await host.CreateClient().PostJsonAsync($"/api/v1/webhooks/{id}/deliveries/{failed["id"]}/resend", null, HttpStatusCode.Accepted);
        Assert.Equal("waiting", (string?)again["status"]);
        await host.SendAsync();
        Assert.Equal(11, _receiver.All.Count);
        Assert.Single(_receiver.All.Select(message => message.Id).Distinct());
        Assert.Equal("delivered", (string?)Assert.Single(await host.DeliveriesAsync(id))!["status"]);
    }

    [SkippableFact]
    public async Task What_was_approved_before_an_end_is_sent_after_it()
    {
        var host = await HostAsync();
        await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await EndAsync(host);
        Assert.Empty(_receiver.All);

        var next = await HostAsync();
        await next.TickAsync();
        Assert.Equal("lunch", (string?)Assert.Single(_receiver.All).Data["title"]);
        await EndAsync(next);
        await (await HostAsync()).TickAsync();
        Assert.Single(_receiver.All);
    }

    [SkippableFact]
    public async Task What_an_instance_was_sending_when_it_died_is_sent_by_another_once_its_lease_has_run_out()
    {
        var (dying, other) = (await HostAsync(), await HostAsync());
        var (id, _) = await dying.HookAsync(Address);
        await dying.ApproveAsync("lunch");
        await dying.Get<EventPump>().RunAsync(CancellationToken.None);
        var storage = dying.Get<IStorage>();
        Assert.NotNull(await storage.TryAcquireLeaseAsync(Partitions.Webhooks, DeliveryLane.LeaseOf(id), "dead", TimeSpan.FromMinutes(2), CancellationToken.None));
        await other.TickAsync();
        Assert.Empty(_receiver.All);

        other.Time.Advance(TimeSpan.FromMinutes(3));
        await ExpireAsync(other, DeliveryLane.LeaseOf(id));
        await other.TickAsync();
        Assert.Single(_receiver.All);
    }

    [SkippableFact]
    public async Task An_attempt_that_is_cut_off_by_an_end_is_made_again()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        var (arrived, never) = (new Signal(), new Signal());
        _receiver.OnMessage = _ =>
        {
            arrived.Set();
            return never.WaitAsync();
        };
        await host.Get<DeliveryLanes>().StartAsync(CancellationToken.None);
        await arrived.WaitAsync();
        await EndAsync(host);
        never.Set();
        _receiver.OnMessage = null;

        var next = await HostAsync();
        Assert.Equal("waiting", (string?)Assert.Single(await next.DeliveriesAsync(id))!["status"]);
        await next.TickAsync();
        Assert.Equal(2, _receiver.All.Count);
        Assert.Single(_receiver.All.Select(message => message.Id).Distinct());
    }

    [SkippableFact]
    public async Task Of_several_instances_one_sends()
    {
        var (first, second) = (await HostAsync(), await HostAsync());
        await first.HookAsync(Address);
        foreach (var name in new[] { "lunch", "walk", "sleep" }) await first.ApproveAsync(name);
        await Task.WhenAll(first.TickAsync(), second.TickAsync());
        await first.TickAsync();
        await second.TickAsync();
        Assert.Equal(["lunch", "sleep", "walk"], _receiver.All.Select(message => (string?)message.Data["title"]).Order());
    }

    [SkippableFact]
    public async Task A_writer_that_was_overtaken_changes_nothing()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        _receiver.OnMessage = async _ =>
        {
            host.Time.Advance(TimeSpan.FromMinutes(3));
            await ExpireAsync(host, DeliveryLane.LeaseOf(id));
            Assert.NotNull(await host.Get<IStorage>().TryAcquireLeaseAsync(Partitions.Webhooks, DeliveryLane.LeaseOf(id), "another", TimeSpan.FromMinutes(2), CancellationToken.None));
        };
        await host.SendAsync();
        Assert.Single(_receiver.All);
        Assert.Empty(Assert.Single(await host.DeliveriesAsync(id))!["attempts"]!.AsArray());
    }

    [SkippableFact]
    public async Task While_a_secret_changes_both_sign_for_a_day()
    {
        var host = await HostAsync();
        var (id, old) = await host.HookAsync(Address);
        var rotated = await host.CreateClient().PostJsonAsync($"/api/v1/webhooks/{id}/secret", null, HttpStatusCode.OK);
        var secret = (string)rotated["secret"]!;
        Assert.NotEqual(old, secret);
        Assert.Equal(Make.Morning.AddDays(1), (DateTimeOffset)rotated["webhook"]!["oldSecretUntil"]!);
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        Assert.True(_receiver.All[0].IsSignedBy(old) && _receiver.All[0].IsSignedBy(secret));
        host.Time.Advance(TimeSpan.FromHours(24));
        await host.ApproveAsync("walk");
        await host.TickAsync();
        Assert.True(!_receiver.All[1].IsSignedBy(old) && _receiver.All[1].IsSignedBy(secret));
        Assert.Null((string?)(await host.ShowAsync(id))["oldSecretUntil"]);
    }

    [SkippableFact]
    public async Task A_receiver_that_is_gone_gets_nothing_more_until_the_webhook_is_saved_again()
    {
        var host = await HostAsync();
        var (id, secret) = await host.HookAsync(Address);
        _receiver.Status = 410;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        var stopped = await host.ShowAsync(id);
        Assert.Equal(("stopped", true), ((string?)stopped["state"], (bool?)stopped["enabled"]));
        Assert.StartsWith("The receiver says that it is gone for good (410)", (string)stopped["summary"]!, StringComparison.Ordinal);
        Assert.Equal("failed", (string?)Assert.Single(await host.DeliveriesAsync(id))!["status"]);
        await host.ApproveAsync("walk");
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.TickAsync();
        Assert.Single(_receiver.All);
        using var refused = await host.CreateClient().PostAsync($"/api/v1/webhooks/{id}/deliveries/{_receiver.All[0].Id}/resend", null);
        await Api.ProblemAsync(refused, HttpStatusCode.Conflict, "webhook-off");

        _receiver.Status = 200;
        await host.PutHookAsync(id, new { url = Address });
        Assert.Equal("on", (string?)(await host.ShowAsync(id))["state"]);
        await host.ApproveAsync("sleep");
        await host.TickAsync();
        Assert.Equal("sleep", (string?)_receiver.All[1].Data["title"]);
        Assert.True(_receiver.All[1].IsSignedBy(secret));
    }

    [SkippableFact]
    public async Task A_receiver_that_asks_for_patience_is_left_alone_with_all_that_waits()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        (_receiver.Status, _receiver.RetryAfter) = (429, "1800");
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await host.ApproveAsync("walk");
        host.Time.Advance(TimeSpan.FromMinutes(29));
        await host.TickAsync();
        Assert.Single(_receiver.All);
        Assert.Equal("resting", (string?)(await host.ShowAsync(id))["state"]);
        (_receiver.Status, _receiver.RetryAfter) = (200, null);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.TickAsync();
        Assert.Equal(3, _receiver.All.Count);
        Assert.Equal("on", (string?)(await host.ShowAsync(id))["state"]);
    }

    [SkippableFact]
    public async Task A_break_that_a_receiver_asks_for_stays_though_another_event_got_through()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        _receiver.RetryAfter = "1800";
        _receiver.StatusOf = message => (string?)message.Data["title"] == "lunch" ? 429 : 200;
        await host.ApproveAsync("lunch");
        await host.ApproveAsync("walk");
        await host.TickAsync();
        await host.ApproveAsync("sleep");
        await host.TickAsync();
        Assert.Equal(2, _receiver.All.Count);
        Assert.Equal("resting", (string?)(await host.ShowAsync(id))["state"]);
    }

    [SkippableFact]
    public async Task What_the_old_address_answers_says_nothing_of_the_new_one()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        var next = new Receiver(_web, "https://new.example.org/");
        _receiver.Status = 410;
        _receiver.OnMessage = _ => host.PutHookAsync(id, new { url = next.Url });
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        Assert.Equal("on", (string?)(await host.ShowAsync(id))["state"]);
        await host.ApproveAsync("walk");
        await host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(next.All).Data["title"]);
    }

    [SkippableFact]
    public async Task An_event_that_is_given_up_and_a_quiet_week_do_not_switch_a_webhook_off()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        _receiver.Status = 400;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await ToTheEndAsync(host, id);
        Assert.Equal(10, _receiver.All.Count);
        host.Time.Advance(TimeSpan.FromDays(5));
        await host.ApproveAsync("walk");
        await host.TickAsync();
        Assert.Equal("failing", (string?)(await host.ShowAsync(id))["state"]);
        Assert.Equal(["failed", "waiting"], (await host.DeliveriesAsync(id)).Select(one => (string?)one!["status"]).Order());
    }

    [SkippableFact]
    public async Task A_redirect_is_not_followed()
    {
        var host = await HostAsync();
        _web.Redirect("https://moved.example.org/", Address, 307);
        var (id, _) = await host.HookAsync("https://moved.example.org/");
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        Assert.Empty(_receiver.All);
        var attempt = Assert.Single(await host.DeliveriesAsync(id))!["attempts"]![0]!;
        Assert.Equal(307, (int?)attempt["status"]);
        Assert.EndsWith("redirects are not followed.", (string)attempt["message"]!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_name_that_leads_into_a_private_network_later_is_never_dialled()
    {
        var host = await HostAsync();
        _web.Resolve("hooks.example.org", ["104.16.1.1"], ["10.0.0.7"]);
        var (id, _) = await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        Assert.Empty(_receiver.All);
        Assert.Empty(_web.Dialled);
        Assert.Equal("blocked-address", (string?)Assert.Single(await host.DeliveriesAsync(id))!["attempts"]![0]!["code"]);
    }

    [SkippableFact]
    public async Task A_receiver_that_never_answers_holds_up_no_other()
    {
        var host = await HostAsync();
        var (arrived, never) = (new Signal(), new Signal());
        var slow = new Receiver(_web, "https://slow.example.org/")
        {
            OnMessage = _ =>
            {
                arrived.Set();
                return never.WaitAsync();
            },
        };
        await host.HookAsync(slow.Url);
        await host.HookAsync(Address);
        var got = new Signal();
        _receiver.OnMessage = _ =>
        {
            got.Set();
            return Task.CompletedTask;
        };
        await host.ApproveAsync("lunch");
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        await host.Get<DeliveryLanes>().StartAsync(CancellationToken.None);
        await arrived.WaitAsync();
        await got.WaitAsync();
        never.Set();
        await host.Get<DeliveryLanes>().WaitAsync();
    }

    [SkippableFact]
    public async Task An_event_is_made_again_neither_when_the_log_no_longer_reaches_back_nor_when_it_is_read_twice()
    {
        var host = await HostAsync();
        await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await host.ApproveAsync("walk");
        // A place that the log has not: as where it was cut, or the store was put back.
        var (cursor, version) = (await EventCursor.FindAsync(host.Get<IStorage>(), CancellationToken.None))!.Value;
        var lost = new EventCursor(new LogPositions(long.MaxValue / 2, long.MaxValue / 2), cursor.At).PutIn(new StorageBatch(Partitions.Webhooks), version);
        Assert.IsType<CommitResult.Committed>(await host.Get<IStorage>().CommitAsync(lost, CancellationToken.None));
        await host.TickAsync();
        await host.TickAsync();
        Assert.Equal(["lunch", "walk"], _receiver.All.Select(message => (string?)message.Data["title"]));
    }

    /// <summary>Lets time pass from attempt to attempt until there is none left.</summary>
    private static async Task ToTheEndAsync(WellreadHost host, string id)
    {
        while (Assert.Single(await host.DeliveriesAsync(id))!["nextAttemptAt"] is { } next)
        {
            host.Time.Advance((DateTimeOffset)next - host.Time.GetUtcNow() + TimeSpan.FromMilliseconds(1));
            await host.SendAsync();
        }
    }

    private async Task<WellreadHost> HostAsync()
    {
        var host = Prepare(WebhookWorld.Host(_web, Connection));
        _hosts.Add(host);
        host.CreateClient().Dispose();
        if (host.Get<SuggestionState>().Current.Live.Count == 0)
            await host.StoreAsync(Make.Article("lunch"), Make.Article("walk", topics: ["exercise"]), Make.Article("sleep", topics: ["sleep"]));
        return host;
    }

    private async Task EndAsync(WellreadHost host)
    {
        _hosts.Remove(host);
        await host.DisposeAsync();
    }
}
