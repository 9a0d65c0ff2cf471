using System.Net;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>What becomes of events that do not get through, on each engine.</summary>
public abstract class WebhookRetryTests : WebhookStage
{
    private protected WebhookRetryTests(WebhookEngine engine) : base(engine) { }

    [SkippableFact]
    public async Task An_event_that_does_not_get_through_is_sent_again_under_the_same_id_until_it_does()
    {
        var host = await HostAsync();
        var (id, secret) = await host.HookAsync(Address);
        Receiver.Status = 500;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await host.TickAsync();
        Assert.Single(Receiver.All);
        var waiting = Assert.Single(await host.DeliveriesAsync(id))!;
        Assert.Equal(("waiting", 500), ((string?)waiting["status"], (int?)waiting["attempts"]![0]!["status"]));
        Assert.InRange((DateTimeOffset)waiting["nextAttemptAt"]!, Make.Morning.AddSeconds(5), Make.Morning.AddSeconds(5.5));
        Assert.Equal(("failing", 1), ((string?)(await host.ShowAsync(id))["state"], (int?)(await host.ShowAsync(id))["waiting"]));

        host.Time.Advance(TimeSpan.FromSeconds(6));
        await host.SendAsync();
        Receiver.Status = 200;
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.SendAsync();
        host.Time.Advance(TimeSpan.FromDays(3));
        await host.TickAsync();

        Assert.Equal(3, Receiver.All.Count);
        Assert.Single(Receiver.All.Select(message => (message.Id, message.Body)).Distinct());
        Assert.Equal(3, Receiver.All.Select(message => message.Timestamp).Distinct().Count());
        Assert.All(Receiver.All, message => Assert.True(message.IsSignedBy(secret)));
        var done = Assert.Single(await host.DeliveriesAsync(id))!;
        Assert.Equal(("delivered", null, Receiver.All[0].Id), ((string?)done["status"], (string?)done["nextAttemptAt"], (string?)done["id"]));
        Assert.Equal([500, 500, 200], done["attempts"]!.AsArray().Select(attempt => (int?)attempt!["status"]));
        Assert.Equal(("on", 0), ((string?)(await host.ShowAsync(id))["state"], (int?)(await host.ShowAsync(id))["waiting"]));
    }

    [SkippableFact]
    public async Task After_ten_attempts_over_three_days_it_has_failed_and_can_be_sent_again()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        Receiver.Status = 404;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await ToTheEndAsync(host, id);
        Assert.InRange((host.Time.GetUtcNow() - Make.Morning).TotalHours, 75, 84);

        Assert.Equal(10, Receiver.All.Count);
        var failed = Assert.Single(await host.DeliveriesAsync(id))!;
        Assert.Equal(("failed", null, 10), ((string?)failed["status"], (string?)failed["nextAttemptAt"], failed["attempts"]!.AsArray().Count));
        Receiver.Status = 200;
        var again = await host.CreateClient().PostJsonAsync($"/api/v1/webhooks/{id}/deliveries/{failed["id"]}/resend", null, HttpStatusCode.Accepted);
        Assert.Equal("waiting", (string?)again["status"]);
        await host.SendAsync();
        Assert.Equal(11, Receiver.All.Count);
        Assert.Single(Receiver.All.Select(message => message.Id).Distinct());
        Assert.Equal("delivered", (string?)Assert.Single(await host.DeliveriesAsync(id))!["status"]);
    }

    [SkippableFact]
    public async Task AReceiver_that_asks_for_patience_is_left_alone_with_all_that_waits()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        (Receiver.Status, Receiver.RetryAfter) = (429, "1800");
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await host.ApproveAsync("walk");
        host.Time.Advance(TimeSpan.FromMinutes(29));
        await host.TickAsync();
        Assert.Single(Receiver.All);
        Assert.Equal("resting", (string?)(await host.ShowAsync(id))["state"]);
        (Receiver.Status, Receiver.RetryAfter) = (200, null);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.TickAsync();
        Assert.Equal(3, Receiver.All.Count);
        Assert.Equal("on", (string?)(await host.ShowAsync(id))["state"]);
    }

    [SkippableFact]
    public async Task A_break_that_aReceiver_asks_for_stays_though_another_event_got_through()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        Receiver.RetryAfter = "1800";
        Receiver.StatusOf = message => (string?)message.Data["title"] == "lunch" ? 429 : 200;
        await host.ApproveAsync("lunch");
        await host.ApproveAsync("walk");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.TickAsync();
        await host.ApproveAsync("sleep");
        await host.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
        Assert.Equal("resting", (string?)(await host.ShowAsync(id))["state"]);
    }

    [SkippableFact]
    public async Task AReceiver_that_is_gone_gets_nothing_more_until_theWebhook_is_saved_again()
    {
        var host = await HostAsync();
        var (id, secret) = await host.HookAsync(Address);
        Receiver.Status = 410;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        var stopped = await host.ShowAsync(id);
        Assert.Equal(("stopped", true), ((string?)stopped["state"], (bool?)stopped["enabled"]));
        Assert.StartsWith("The receiver says that it is gone for good (410)", (string)stopped["summary"]!, StringComparison.Ordinal);
        Assert.Equal("failed", (string?)Assert.Single(await host.DeliveriesAsync(id))!["status"]);
        await host.ApproveAsync("walk");
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.TickAsync();
        Assert.Single(Receiver.All);
        using var refused = await host.CreateClient().PostAsync($"/api/v1/webhooks/{id}/deliveries/{Receiver.All[0].Id}/resend", null);
        await Api.ProblemAsync(refused, HttpStatusCode.Conflict, "webhook-off");

        Receiver.Status = 200;
        await host.PutHookAsync(id, new { url = Address });
        Assert.Equal("on", (string?)(await host.ShowAsync(id))["state"]);
        await host.ApproveAsync("sleep");
        await host.TickAsync();
        Assert.Equal("sleep", (string?)Receiver.All[1].Data["title"]);
        Assert.True(Receiver.All[1].IsSignedBy(secret));
    }

    [SkippableFact]
    public async Task What_the_old_address_answers_says_nothing_of_the_new_one()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        var next = new Receiver(Web, "https://new.example.org/");
        Receiver.Status = 410;
        Receiver.OnMessage = _ => host.PutHookAsync(id, new { url = next.Url });
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        Assert.Equal("on", (string?)(await host.ShowAsync(id))["state"]);
        await host.ApproveAsync("walk");
        await host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(next.All).Data["title"]);
    }

    [SkippableFact]
    public async Task An_event_that_is_given_up_and_a_quiet_week_do_not_switch_aWebhook_off()
    {
        var host = await HostAsync();
        var (id, _) = await host.HookAsync(Address);
        Receiver.Status = 400;
        await host.ApproveAsync("lunch");
        await host.TickAsync();
        await ToTheEndAsync(host, id);
        Assert.Equal(10, Receiver.All.Count);
        // That nothing is tried at the moment does not make it well.
        var idle = await host.ShowAsync(id);
        Assert.Equal(("failing", "http-status", 0), ((string?)idle["state"], (string?)idle["lastProblem"]!["code"], (int?)idle["waiting"]));
        Assert.Contains("Nothing is on its way now", (string?)idle["summary"], StringComparison.Ordinal);
        host.Time.Advance(TimeSpan.FromDays(5));
        await host.ApproveAsync("walk");
        await host.TickAsync();
        Assert.Equal("failing", (string?)(await host.ShowAsync(id))["state"]);
        Assert.Equal(["failed", "waiting"], (await host.DeliveriesAsync(id)).Select(one => (string?)one!["status"]).Order());
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
}
