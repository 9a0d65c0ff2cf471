using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Practices;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;
using TemporaryFolder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>One document that can not be read, one event that breaks or one busy lane stops none of the others.</summary>
public sealed class WebhookStandstillTests : WebhookStage
{
    private readonly TemporaryFolder _folder = new();
    private WatchedStorage _storage = null!;
    private WellreadHost _host = null!;
    private string _id = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync(host =>
        {
            _storage = new WatchedStorage(new SqliteStorage(_folder.Path("wellread.db"), host.Time));
            host.With(services => services.AddSingleton<IStorage>(_ => _storage));
        });
        (_id, _) = await _host.HookAsync(Address);
        await _host.TickAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Deliveries_that_can_not_be_read_hold_up_none_behind_them_and_are_looked_at_again_later()
    {
        var batch = new StorageBatch(Partitions.Webhooks);
        for (var number = 0; number < 6; number++)
        {
            var json = number % 2 == 0 ? "{" : """{"id":"msg_bad","webhookId":"wh","type":"x","createdAt":"2026-11-23T08:00:00Z","body":"","attempts":null}""";
            batch.Put(DeliveryStore.Kind, $"{_id}:msg_bad{number}", Encoding.UTF8.GetBytes(json)).Rank($"waiting:{_id}", $"msg_bad{number}", -number).Rank($"recent:{_id}", $"msg_bad{number}", number);
        }

        await _storage.CommitAsync(batch, CancellationToken.None);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        Assert.False(await _host.Get<DeliveryStore>().IsDueAsync(_id, _host.Time.GetUtcNow(), CancellationToken.None));
        _host.Time.Advance(TimeSpan.FromHours(2));
        Assert.True(await _host.Get<DeliveryStore>().IsDueAsync(_id, _host.Time.GetUtcNow(), CancellationToken.None));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
        Assert.Equal(2, (await _host.DeliveriesAsync(_id)).Count);
    }

    [Fact]
    public async Task An_event_whose_delivery_can_not_be_read_stops_none_when_it_is_made_again()
    {
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await WriteAsync(DeliveryStore.Kind, $"{_id}:{Receiver.All[0].Id}", "{");
        var version = (await EventCursor.FindAsync(_storage, CancellationToken.None))!.Value.Version;
        await _storage.CommitAsync(EventCursor.Lost(Make.Morning.AddDays(-1)).PutIn(new StorageBatch(Partitions.Webhooks), version), CancellationToken.None);
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Equal(["lunch", "walk"], Receiver.All.Select(message => (string?)message.Data["title"]));
    }

    [Theory]
    [InlineData("cursor", "events", "{")]
    [InlineData("cursor", "events", "{}")]
    [InlineData("told-feeds", "all", "[")]
    [InlineData("told-feeds", "all", "{}")]
    [InlineData("told", "default:ID", "7")]
    [InlineData("health", "HOOK", "{")]
    public async Task What_can_not_be_read_of_what_is_remembered_stops_no_event_and_is_written_anew(string kind, string id, string json)
    {
        await _host.ApproveAsync("lunch");
        await _host.DecideAsync("sleep", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        id = id.Replace("ID", Make.Article("sleep").Id, StringComparison.Ordinal).Replace("HOOK", _id, StringComparison.Ordinal);
        await WriteAsync(kind, id, json);
        await _host.ApproveAsync("walk");
        await _host.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" });
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        await _host.TickAsync();
        Assert.Equal(["Retracted: sleep", "lunch", "walk"], Receiver.All.Select(message => (string?)message.Data["title"]).Order(StringComparer.Ordinal));
        Assert.NotEqual(json, Encoding.UTF8.GetString((await _storage.GetAsync(Partitions.Webhooks, kind, id, CancellationToken.None))!.Body.Span));
        Assert.Equal("on", (string?)(await _host.ShowAsync(_id))["state"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"id":"wh_bad","url":"nowhere","events":["suggestion.ready"],"service":"","createdAt":"2026-11-23T08:00:00Z","since":{"practices":0,"library":0},"secrets":[{"value":"","madeAt":"2026-11-23T08:00:00Z"}]}""")]
    [InlineData("""{"id":"wh_bad","url":"https://a.example.org/","events":["suggestion.ready"],"service":"","createdAt":"2026-11-23T08:00:00Z","since":{"practices":0,"library":0},"secrets":[]}""")]
    public async Task A_webhook_that_can_not_be_read_stops_no_other(string json)
    {
        await WriteAsync("webhook", "wh_bad", json);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        Assert.Equal(_id, (string?)Assert.Single((await _host.CreateClient().GetJsonAsync("/api/v1/webhooks"))["items"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task A_change_that_breaks_is_told_to_nobody_and_all_others_are()
    {
        // A network that this version does not know, as a newer one may have written it.
        await _host.Get<DecisionStore>().ChangeAsync("default", Make.Article("sleep").Id, known => known with { Decisions = [Shared("sleep", (Channel)99)] }, CancellationToken.None);
        await _host.DecideAsync("lunch", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        await _host.StoreAsync(
            Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" },
            Make.Article("lunch") with { Title = "Retracted: lunch", Summary = "Eat fruit each day. It tastes good." });
        await _host.TickAsync();
        Assert.Equal("Retracted: lunch", (string?)Assert.Single(Receiver.All).Data["title"]);
        Assert.Null(await _storage.GetAsync(Partitions.Webhooks, "told", $"default:{Make.Article("sleep").Id}", CancellationToken.None));
    }

    [Fact]
    public async Task What_is_approved_is_noticed_though_a_lane_writes_at_the_same_time()
    {
        await _host.ApproveAsync("lunch");
        _storage.BeforeCommit = WriteHealthAsync;
        Assert.Equal(1, await _host.Get<EventPump>().RunAsync(CancellationToken.None));

        async Task WriteHealthAsync(StorageBatch batch)
        {
            if (!batch.Writes.OfType<StorageWrite.Put>().Any(put => put.Kind == DeliveryStore.Kind))
            {
                _storage.BeforeCommit = WriteHealthAsync;
                return;
            }

            var stored = (await _host.Get<WebhookStore>().FindAsync(_id, CancellationToken.None))!;
            var health = WebhookStore.PutHealth(new StorageBatch(Partitions.Webhooks), stored, stored.Health with { LastDelivered = Make.Morning });
            Assert.IsType<CommitResult.Committed>(await _storage.CommitAsync(health, CancellationToken.None));
        }
    }

    private static Decision Shared(string name, Channel channel) =>
        new(DecisionAction.Shared, Make.Morning, null, null, channel, null) { Article = DecidedArticle.Of(Make.Article(name)) };

    private async Task WriteAsync(string kind, string id, string json) => Assert.IsType<CommitResult.Committed>(
        await _storage.CommitAsync(new StorageBatch(Partitions.Webhooks).Put(kind, id, Encoding.UTF8.GetBytes(json)), CancellationToken.None));
}
