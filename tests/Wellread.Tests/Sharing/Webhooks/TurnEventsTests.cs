using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>What comes in its turn is told in its turn, one message for each network. It is 8:00 on Monday, and posts are four hours apart.</summary>
public sealed class TurnEventsTests : WebhookStage
{
    private static readonly object Apart = new { enabled = true, weeklyBudget = 50, leastGapHours = 4, quietHours = new { from = "00:00", to = "00:00" } };

    private WellreadHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync();
        await _host.LimitAsync(new { facebook = Apart });
    }

    [Fact]
    public async Task Each_network_has_a_message_of_its_own_at_its_own_time()
    {
        await _host.LimitAsync(new { facebook = Apart, x = Apart });
        await _host.HookAsync(Receiver.Url);
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Equal(("facebook", null), ((string?)Assert.Single(Receiver.All).Data["channel"], (string?)Receiver.All[0].Data["postAt"]));
        Assert.Equal(["facebook"], Receiver.All[0].Data["texts"]!.AsObject().Select(text => text.Key));
        _host.Time.Advance(TimeSpan.FromHours(4));
        await _host.TickAsync();
        Assert.Equal(("x", Make.Morning.AddHours(4)), ((string?)Receiver.All[1].Data["channel"], (DateTimeOffset)Receiver.All[1].Data["postAt"]!));
        Assert.Equal(2, Receiver.All.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_waits_for_its_turn_is_planned_and_names_its_post()
    {
        var (id, _) = await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("lunch");
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Equal("lunch", (string?)Assert.Single(Receiver.All).Data["title"]);
        var waits = (await _host.DeliveriesAsync(id)).Single(one => (string?)one!["status"] == "planned")!;
        Assert.Equal(
            ("walk", Make.Article("walk").Id, Wellread.Suggestions.SuggestionId.Of(Make.Article("walk").Id), "default", "facebook"),
            ((string?)waits["title"], (string?)waits["articleId"], (string?)waits["suggestionId"], (string?)waits["practice"], (string?)waits["channels"]![0]));
        Assert.Equal(Make.Morning.AddHours(4), (DateTimeOffset)waits["nextAttemptAt"]!);
        var shown = await _host.ShowAsync(id);
        Assert.Equal((0, 1, "on"), ((int)shown["waiting"]!, (int)shown["planned"]!, (string?)shown["state"]));
    }

    [Fact]
    public async Task A_turn_that_comes_earlier_or_later_is_followed()
    {
        var (id, _) = await _host.HookAsync(Receiver.Url);
        foreach (var name in new[] { "lunch", "walk", "sleep" })
        {
            await _host.ApproveAsync(name);
            _host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await _host.TickAsync();
        Assert.Equal(["08", "12", "16"], await HoursAsync(id));
        // Walk is taken back, so sleep comes in its place.
        await _host.DecideAsync("walk", new { action = "undo" });
        await _host.TickAsync();
        _host.Time.Advance(TimeSpan.FromHours(4));
        await _host.TickAsync();
        Assert.Equal(["lunch", "sleep"], Receiver.All.Select(message => (string?)message.Data["title"]));
        // One by hand puts off what comes next, also where nothing looks before its old time.
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        _host.Time.Advance(TimeSpan.FromHours(3));
        await _host.DecideAsync("lunch", new { action = "shared", channel = "facebook", sharedAt = Make.Morning.AddHours(6) });
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.SendAsync();
        Assert.Equal(2, Receiver.All.Count);
        _host.Time.Advance(TimeSpan.FromHours(4));
        await _host.TickAsync();
        Assert.Equal("walk", (string?)Receiver.All[2].Data["title"]);
        Assert.Equal(3, Receiver.All.Count);
    }

    [Fact]
    public async Task A_network_that_is_switched_off_gets_nothing_and_what_waits_comes_once_it_is_on()
    {
        await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("lunch");
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        await _host.LimitAsync(new { facebook = new { enabled = false } });
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        await _host.LimitAsync(new { facebook = Apart });
        await _host.TickAsync();
        Assert.Equal(["lunch", "walk"], Receiver.All.Select(message => (string?)message.Data["title"]));
        // New limits tell nobody once more of what came out long ago, whatever is known of it.
        _host.Time.Advance(TimeSpan.FromDays(30));
        await _host.DecideAsync("sleep", new { action = "reject", reason = "other" });
        await _host.TickAsync();
        await foreach (var document in _host.Get<IStorage>().ListAsync(Partitions.Webhooks, DeliveryStore.Kind, CancellationToken.None))
            await _host.Get<IStorage>().CommitAsync(new StorageBatch(Partitions.Webhooks).Delete(DeliveryStore.Kind, document.Id), CancellationToken.None);
        await _host.LimitAsync(Unlimited.Channels("facebook"));
        await _host.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
    }

    private async Task<string[]> HoursAsync(string id) =>
        [.. (await _host.DeliveriesAsync(id)).Select(one => (DateTimeOffset?)one!["nextAttemptAt"] ?? (DateTimeOffset)one["createdAt"]!).Order().Select(at => at.ToString("HH", System.Globalization.CultureInfo.InvariantCulture))];
}
