using System.Net;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>What was sent, and what is sent because somebody asks for it.</summary>
public sealed class DeliveriesEndpointsTests : WebhookStage
{
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync();
        _client = _host.CreateClient();
    }

    [Fact]
    public async Task A_test_says_at_once_what_theReceiver_answered()
    {
        var (id, secret) = await _host.HookAsync(Address);
        var good = await _client.PostJsonAsync($"/api/v1/webhooks/{id}/test", null, HttpStatusCode.OK);
        Assert.Equal(("webhook.test", "delivered", 204), ((string?)good["type"], (string?)good["status"], (int?)good["attempts"]![0]!["status"]));
        Assert.Equal(("webhook.test", id), (Receiver.All[0].Type, (string?)Receiver.All[0].Data["webhookId"]));
        Assert.True(Receiver.All[0].IsSignedBy(secret));
        Assert.Equal((string?)good["id"], Receiver.All[0].Id);
        Receiver.Status = 500;
        var bad = await _client.PostJsonAsync($"/api/v1/webhooks/{id}/test", null, HttpStatusCode.OK);
        Assert.Equal(("failed", null), ((string?)bad["status"], (string?)bad["nextAttemptAt"]));
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
        Assert.Equal(["failed", "delivered"], (await _host.DeliveriesAsync(id)).OrderByDescending(test => (string?)test!["status"]).Select(test => (string?)test!["status"]));
    }

    [Fact]
    public async Task Two_tests_at_once_are_one_too_many()
    {
        var (id, _) = await _host.HookAsync(Address);
        Receiver.OnMessage = async _ =>
        {
            using var second = await _client.PostAsync($"/api/v1/webhooks/{id}/test", null);
            await Api.ProblemAsync(second, HttpStatusCode.TooManyRequests, "too-soon");
            Assert.Equal(TimeSpan.FromSeconds(5), second.Headers.RetryAfter?.Delta);
        };
        var test = await _client.PostJsonAsync($"/api/v1/webhooks/{id}/test", null, HttpStatusCode.OK);
        Assert.Equal("delivered", (string?)test["status"]);
    }

    [Fact]
    public async Task Deliveries_come_in_pages_the_newest_first_and_only_the_latest_are_kept()
    {
        var (id, _) = await _host.HookAsync(Address);
        var batch = new StorageBatch(Partitions.Webhooks);
        for (var number = 0; number < DeliveryStore.MaxKept; number++) DeliveryStore.Put(batch, Old(id, number, waits: number is 0 or 1), 0);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.ApproveAsync("lunch");
        await _host.ApproveAsync("walk");
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        await _host.TickAsync();

        var seen = new List<string>();
        for (var path = $"/api/v1/webhooks/{id}/deliveries?limit=100"; path is not null;)
        {
            var page = await _client.GetJsonAsync(path);
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            path = (string?)page["nextCursor"] is { } cursor ? $"/api/v1/webhooks/{id}/deliveries?limit=100&cursor={cursor}" : null;
        }

        Assert.Equal(DeliveryStore.MaxKept, seen.Distinct().Count());
        Assert.Equal(Receiver.All.Select(message => message.Id).Order(), seen.Take(2).Order());
        Assert.Equal("msg_499", seen[2]);
        Assert.Equal(["msg_4", "msg_1", "msg_0"], seen[^3..]);
        Assert.Null(await _host.Get<DeliveryStore>().FindAsync(id, "msg_2", CancellationToken.None));
        foreach (var cursor in new[] { "x", "1-a b", "-5-msg_1" })
        {
            using var wrong = await _client.GetAsync($"/api/v1/webhooks/{id}/deliveries?cursor={cursor}");
            await Api.ProblemAsync(wrong, HttpStatusCode.BadRequest, "invalid-cursor");
        }

        using var none = await _client.PostAsync($"/api/v1/webhooks/{id}/deliveries/msg_x/resend", null);
        await Api.ProblemAsync(none, HttpStatusCode.NotFound, "unknown-delivery");
    }

    private static Delivery Old(string id, int number, bool waits) => new()
    {
        Id = $"msg_{number}",
        WebhookId = id,
        Type = EventTypes.Test,
        CreatedAt = Make.Morning.AddDays(-1).AddSeconds(number),
        Body = "{}",
        Status = waits ? DeliveryStatus.Waiting : DeliveryStatus.Delivered,
        NextAttempt = waits ? Make.Morning.AddDays(1) : null,
    };
}
