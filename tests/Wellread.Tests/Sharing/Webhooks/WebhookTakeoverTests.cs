using System.Net;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Ends at any moment, several instances and other writers, on each engine.</summary>
public abstract class WebhookTakeoverTests : WebhookStage
{
    private protected WebhookTakeoverTests(WebhookEngine engine) : base(engine) { }

    [SkippableFact]
    public async Task What_was_approved_before_an_end_is_sent_after_it()
    {
        var host = await HostAsync();
        await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await EndAsync(host);
        Assert.Empty(Receiver.All);

        var next = await HostAsync();
        await next.TickAsync();
        Assert.Equal("lunch", (string?)Assert.Single(Receiver.All).Data["title"]);
        await EndAsync(next);
        await (await HostAsync()).TickAsync();
        Assert.Single(Receiver.All);
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
        Assert.Empty(Receiver.All);

        other.Time.Advance(TimeSpan.FromMinutes(3));
        await ExpireAsync(other, DeliveryLane.LeaseOf(id));
        await other.TickAsync();
        Assert.Single(Receiver.All);
    }

    [SkippableFact]
    public async Task An_attempt_that_is_cut_off_by_an_end_is_made_again()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        var (arrived, never) = (new Signal(), new Signal());
        Receiver.OnMessage = _ =>
        {
            arrived.Set();
            return never.WaitAsync();
        };
        await host.Get<DeliveryLanes>().StartAsync(CancellationToken.None);
        await arrived.WaitAsync();
        await EndAsync(host);
        never.Set();
        Receiver.OnMessage = null;

        var next = await HostAsync();
        Assert.Equal("waiting", (string?)Assert.Single(await next.DeliveriesAsync(id))!["status"]);
        await next.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
        Assert.Single(Receiver.All.Select(message => message.Id).Distinct());
    }

    [SkippableFact]
    public async Task Of_several_instances_one_sends()
    {
        var (first, second) = (await HostAsync(), await HostAsync());
        await first.HookAsync(Address);
        foreach (var name in new[] { "lunch", "walk", "sleep" }) await first.ApproveAsync(name);
        foreach (var host in new[] { first, second }) host.Time.Advance(TimeSpan.FromMinutes(5));
        await Task.WhenAll(first.TickAsync(), second.TickAsync());
        await first.TickAsync();
        await second.TickAsync();
        Assert.Equal(["lunch", "sleep", "walk"], Receiver.All.Select(message => (string?)message.Data["title"]).Order());
    }

    [SkippableFact]
    public async Task A_writer_that_was_overtaken_changes_nothing()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        Receiver.OnMessage = async _ =>
        {
            host.Time.Advance(TimeSpan.FromMinutes(3));
            await ExpireAsync(host, DeliveryLane.LeaseOf(id));
            Assert.NotNull(await host.Get<IStorage>().TryAcquireLeaseAsync(Partitions.Webhooks, DeliveryLane.LeaseOf(id), "another", TimeSpan.FromMinutes(2), CancellationToken.None));
        };
        await host.SendAsync();
        Assert.Single(Receiver.All);
        Assert.Empty(Assert.Single(await host.DeliveriesAsync(id))!["attempts"]!.AsArray());
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
        var lost = EventCursor.Lost(cursor!.At).PutIn(new StorageBatch(Partitions.Webhooks), version);
        Assert.IsType<CommitResult.Committed>(await host.Get<IStorage>().CommitAsync(lost, CancellationToken.None));
        await host.TickAsync();
        await host.TickAsync();
        Assert.Equal(["lunch", "walk"], Receiver.All.Select(message => (string?)message.Data["title"]));
    }

    [SkippableFact]
    public async Task What_somebody_sends_again_while_it_is_tried_costs_no_other_event_its_result()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        await host.ApproveAsync("lunch");
        await host.ApproveAsync("walk");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        var isFirst = 1;
        Receiver.OnMessage = async message =>
        {
            if ((string?)message.Data["title"] != "lunch" || Interlocked.Exchange(ref isFirst, 0) == 0) return;
            await host.CreateClient().PostJsonAsync($"/api/v1/webhooks/{id}/deliveries/{message.Id}/resend", null, HttpStatusCode.Accepted);
        };
        await host.SendAsync();
        await host.SendAsync();
        Assert.Equal(["lunch", "lunch", "walk"], Receiver.All.Select(message => (string?)message.Data["title"]).Order());
        Assert.All(await host.DeliveriesAsync(id), delivery => Assert.Equal(("delivered", 1), ((string?)delivery!["status"], delivery["attempts"]!.AsArray().Count)));
    }
}
