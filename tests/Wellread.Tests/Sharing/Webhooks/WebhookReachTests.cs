using System.Net;
using Wellread.Sharing.Webhooks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Where messages go, by whom they are signed, and how many are on their way.</summary>
public sealed class WebhookReachTests : WebhookStage
{
    private WellreadHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync();
    }

    [Fact]
    public async Task While_a_secret_changes_both_sign_for_a_day()
    {
        var (id, old) = await _host.HookAsync(Address);
        var rotated = await _host.CreateClient().PostJsonAsync($"/api/v1/webhooks/{id}/secret", null, HttpStatusCode.OK);
        var secret = (string)rotated["secret"]!;
        Assert.NotEqual(old, secret);
        Assert.Equal(Make.Morning.AddDays(1), (DateTimeOffset)rotated["webhook"]!["oldSecretUntil"]!);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.True(Receiver.All[0].IsSignedBy(old) && Receiver.All[0].IsSignedBy(secret));
        _host.Time.Advance(TimeSpan.FromHours(24));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.True(!Receiver.All[1].IsSignedBy(old) && Receiver.All[1].IsSignedBy(secret));
        Assert.Null((string?)(await _host.ShowAsync(id))["oldSecretUntil"]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Web.Redirect("https://moved.example.org/", Address, 307);
        var (id, _) = await _host.HookAsync("https://moved.example.org/");
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        var attempt = Assert.Single(await _host.DeliveriesAsync(id))!["attempts"]![0]!;
        Assert.Equal(307, (int?)attempt["status"]);
        Assert.EndsWith("redirects are not followed.", (string)attempt["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_later_is_never_dialled()
    {
        Web.Resolve("hooks.example.org", ["104.16.1.1"], ["10.0.0.7"]);
        var (id, _) = await _host.HookAsync(Address);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        Assert.Empty(Web.Dialled);
        Assert.Equal("blocked-address", (string?)Assert.Single(await _host.DeliveriesAsync(id))!["attempts"]![0]!["code"]);
    }

    [Fact]
    public async Task AReceiver_that_never_answers_holds_up_no_other()
    {
        var (arrived, never) = (new Signal(), new Signal());
        var slow = new Receiver(Web, "https://slow.example.org/")
        {
            OnMessage = _ =>
            {
                arrived.Set();
                return never.WaitAsync();
            },
        };
        await _host.HookAsync(slow.Url);
        await _host.HookAsync(Address);
        var got = new Signal();
        Receiver.OnMessage = _ =>
        {
            got.Set();
            return Task.CompletedTask;
        };
        await _host.ApproveAsync("lunch");
        await _host.Get<EventPump>().RunAsync(CancellationToken.None);
        await _host.Get<DeliveryLanes>().StartAsync(CancellationToken.None);
        await arrived.WaitAsync();
        await got.WaitAsync();
        never.Set();
        await _host.Get<DeliveryLanes>().WaitAsync();
    }

    [Fact]
    public async Task Only_so_many_messages_are_on_their_way_as_are_set_however_many_webhooks_there_are()
    {
        var host = await HostAsync(one => one.With("Webhooks:Concurrency", "2"));
        var (client, open, most, two) = (host.CreateClient(), 0, 0, new Signal());
        foreach (var receiver in new[] { Receiver, new Receiver(Web, "https://second.example.org/"), new Receiver(Web, "https://third.example.org/") })
        {
            await host.HookAsync(receiver.Url);
            receiver.OnMessage = async _ =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref open));
                if (Volatile.Read(ref open) == 2)
                {
                    // Time enough for a third to come, if it were sent.
                    for (var call = 0; call < 20; call++) await client.GetStringAsync("/health/live");
                    two.Set();
                }

                await two.WaitAsync();
                Interlocked.Decrement(ref open);
            };
        }

        foreach (var name in new[] { "lunch", "walk", "sleep" }) await host.ApproveAsync(name);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.TickAsync();
        Assert.Equal(9, host.Get<DeliveryLanes>().Attempts);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task One_that_fails_is_sent_one_message_at_a_time_until_it_takes_one()
    {
        var (id, _) = await _host.HookAsync(Address);
        foreach (var name in new[] { "lunch", "walk", "sleep" }) await _host.ApproveAsync(name);
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        Receiver.Status = 500;
        await _host.TickAsync();
        Assert.Equal(3, Receiver.All.Count);
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        var counted = new List<int>();
        // All that a round sent is counted with its results, so a message of the next one sees them.
        Receiver.OnMessage = async _ => counted.Add((await _host.DeliveriesAsync(id)).Sum(one => one!["attempts"]!.AsArray().Count));
        await _host.SendAsync();
        Assert.Equal([3, 4, 5], counted);
    }

    [Fact]
    public async Task Lanes_that_have_ended_are_not_kept()
    {
        await _host.HookAsync(Address);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Equal(1, _host.Get<DeliveryLanes>().Count);
        await _host.SendAsync();
        Assert.Equal(0, _host.Get<DeliveryLanes>().Count);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, value, known);
    }
}
