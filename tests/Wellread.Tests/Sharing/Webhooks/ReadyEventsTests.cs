using System.Net.Http.Json;
using System.Text;
using Wellread.Articles;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>What is ready to be posted: when it is told, and with what.</summary>
public sealed class ReadyEventsTests : WebhookStage
{
    private WellreadHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync();
    }

    [Fact]
    public async Task What_is_approved_is_sent_with_all_that_it_takes_to_post_it()
    {
        var (_, secret) = await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();

        var message = Assert.Single(Receiver.All);
        Assert.Equal(("POST", "application/json", "suggestion.ready"), (message.Method, message.ContentType, message.Type));
        Assert.True(message.IsSignedBy(secret));
        Assert.Equal(_host.Time.GetUtcNow(), message.SentAt);
        Assert.Equal(["type", "timestamp", "data"], message.Json.AsObject().Select(member => member.Key));
        Assert.Equal("2026-11-23T08:00:00Z", (string?)message.Json["timestamp"]);
        var (data, id) = (message.Data, Make.Article("lunch").Id);
        Assert.Equal(
            ("default", "Our practice", SuggestionId.Of(id), id, "lunch", "Eat fruit each day. It tastes good.", "https://news.example/lunch", "Source feed_a", "en", "facebook"),
            ((string)data["practice"]!, (string)data["practiceName"]!, (string)data["suggestionId"]!, (string)data["articleId"]!, (string)data["title"]!, (string)data["summary"]!,
                (string)data["url"]!, (string)data["source"]!, (string)data["language"]!, (string)data["channel"]!));
        Assert.Equal(["facebook"], data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Equal((string?)data["texts"]!["facebook"], (string?)data["text"]);
        Assert.Equal($"http://localhost/api/v1/articles/{id}/share?channel=facebook&practice=default", (string?)data["links"]!["share"]!["facebook"]);
        await _host.CreateClient().GetJsonAsync(new Uri((string)data["links"]!["share"]!["facebook"]!).PathAndQuery);
        await _host.CreateClient().GetJsonAsync(new Uri((string)data["links"]!["decisions"]!).PathAndQuery);
        Assert.DoesNotContain("Ann", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_approval_is_sent_once()
    {
        await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.DecideAsync("lunch", new { action = "reject", reason = "offTopic" });
        await _host.DecideAsync("lunch", new { action = "undo" });
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        await _host.DecideAsync("lunch", new { action = "undo" });
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.ApproveAsync("lunch");
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.DecideAsync("lunch", new { action = "approve", by = "Somebody else" });
        await _host.TickAsync();
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task What_is_out_is_not_sent_again_because_it_is_approved_for_another_time()
    {
        await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        _host.Time.Advance(TimeSpan.FromHours(5));
        await _host.DecideAsync("lunch", new { action = "approve", channel = "facebook" });
        await _host.DecideAsync("lunch", new { action = "approve", channel = "facebook", sharedAt = Make.Morning.AddDays(2) });
        await _host.TickAsync();
        _host.Time.Advance(TimeSpan.FromDays(3));
        await _host.TickAsync();
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task What_was_taken_back_before_it_got_through_is_not_sent_and_comes_when_it_is_approved_again()
    {
        var (id, _) = await _host.HookAsync(Receiver.Url);
        Receiver.Status = 500;
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.DecideAsync("lunch", new { action = "undo" });
        Receiver.Status = 200;
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        var dropped = Assert.Single(await _host.DeliveriesAsync(id))!;
        Assert.Equal(("dropped", "no-longer"), ((string?)dropped["status"], (string?)dropped["attempts"]![1]!["code"]));
        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
        Assert.Equal("delivered", (string?)Assert.Single(await _host.DeliveriesAsync(id))!["status"]);
    }

    [Fact]
    public async Task What_changed_before_it_got_through_comes_in_its_new_words_once_they_are_approved()
    {
        var (id, _) = await _host.HookAsync(Receiver.Url);
        Receiver.Status = 500;
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.StoreAsync(Make.Article("lunch") with { Summary = "Do not eat fruit each day. It tastes good." });
        Receiver.Status = 200;
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        await _host.TickAsync();
        Assert.Equal("dropped", (string?)(await _host.DeliveriesAsync(id)).Single(one => (string?)one!["type"] == "suggestion.ready")!["status"]);
        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Equal("delivered", (string?)(await _host.DeliveriesAsync(id)).Single(one => (string?)one!["type"] == "suggestion.ready")!["status"]);
        Assert.StartsWith("Do not eat fruit", (string?)Receiver.All.Last(message => message.Type == "suggestion.ready").Data["summary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shared_on_one_channel_meanwhile_is_sent_for_the_others_alone()
    {
        await _host.LimitAsync(Unlimited.Channels("facebook", "x"));
        await _host.HookAsync(Receiver.Url);
        Receiver.Status = 500;
        await _host.DecideAsync("lunch", new { action = "approve", sharedAt = Make.Morning });
        await _host.TickAsync();
        await _host.DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        Receiver.Status = 200;
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        await _host.TickAsync();
        Assert.Equal(["facebook", "x"], Receiver.All[0].Data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Equal(["x"], Receiver.All[1].Data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Equal(Receiver.All[0].Id, Receiver.All[1].Id);
    }

    [Fact]
    public async Task Without_a_channel_that_is_on_nothing_is_sent()
    {
        await _host.HookAsync(Receiver.Url);
        var channels = new { facebook = new { enabled = false }, x = new { enabled = false }, linkedin = new { enabled = false } };
        await _host.CreateClient().PutAsJsonAsync("/api/v1/practices/default", new { channels });
        await _host.StoreAsync(Make.Article("trial", audience: ArticleAudience.Colleagues));
        await _host.ApproveAsync("lunch");
        await _host.ApproveAsync("trial");
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        await _host.DecideAsync("trial", new { action = "approve", channel = "linkedin" });
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        // What names its network waits for it; what does not has been told that it goes nowhere.
        await _host.LimitAsync(Unlimited.Channels("facebook", "linkedin"));
        await _host.TickAsync();
        Assert.Equal("linkedin", (string?)Assert.Single(Receiver.All).Data["channel"]);
    }

    [Fact]
    public async Task What_could_not_go_out_when_it_was_approved_comes_when_it_can()
    {
        await _host.HookAsync(Receiver.Url, events: ["suggestion.ready"]);
        await _host.StoreAsync(Walk("walk") with { Page = new PageCheck(Make.Morning, PageState.Login) { Since = Make.Morning } });
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        await _host.StoreAsync(Walk("walk") with { Page = new PageCheck(Make.Morning.AddHours(1), PageState.Ok) });
        await _host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(Receiver.All).Data["title"]);
    }

    [Fact]
    public async Task Approvals_for_two_channels_are_two_events_and_a_yes_before_theWebhook_is_none()
    {
        await _host.LimitAsync(Unlimited.Channels("facebook", "email", "x", "bluesky"));
        await _host.DecideAsync("lunch", new { action = "approve", channel = "email" });
        await _host.HookAsync(Receiver.Url);
        await _host.DecideAsync("lunch", new { action = "approve", channel = "x" });
        await _host.DecideAsync("lunch", new { action = "approve", channel = "bluesky" });
        await _host.DecideAsync("walk", new { action = "approve", channel = "facebook" });
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        await _host.TickAsync();
        Assert.Equal(
            ["lunch bluesky", "lunch x", "walk facebook"],
            Receiver.All.Select(message => $"{message.Data["title"]} {string.Join(' ', message.Data["texts"]!.AsObject().Select(text => text.Key))}").Order());
        Assert.Equal(3, Receiver.All.Select(message => message.Id).Distinct().Count());
        await _host.DecideAsync("lunch", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        Assert.Equal(3, Receiver.All.Count);
    }

    [Fact]
    public async Task What_is_not_ready_to_post_is_not_sent()
    {
        await _host.HookAsync(Receiver.Url);
        await _host.DecideAsync("lunch", new { action = "reject", reason = "offTopic" });
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        await _host.ApproveAsync("sleep");
        await _host.DecideAsync("sleep", new { action = "undo" });
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
    }

    [Fact]
    public async Task What_is_meant_for_later_says_when_and_a_yes_that_only_lets_through_is_not_sent()
    {
        await _host.LimitAsync(Unlimited.Channels("x"));
        await _host.HookAsync(Receiver.Url);
        await _host.StoreAsync(Make.Article("signs", sensitive: ["suicide"]));
        await _host.ApproveAsync("signs");
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        await _host.DecideAsync("signs", new { action = "approve", channel = "x", sharedAt = Make.Morning.AddDays(1) });
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.TickAsync();
        var data = Assert.Single(Receiver.All).Data;
        Assert.Equal(Make.Morning.AddDays(1), (DateTimeOffset)data["postAt"]!);
        Assert.Equal(["x"], data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Contains("988", (string?)data["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_of_an_approval_is_kept_nowhere()
    {
        await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("lunch");
        await _host.Get<EventPump>().RunAsync(CancellationToken.None);
        await NotKeptAsync();
        await _host.SendAsync();
        await NotKeptAsync();
        Assert.Contains("Eat fruit each day.", Assert.Single(Receiver.All).Body, StringComparison.Ordinal);

        async Task NotKeptAsync()
        {
            await foreach (var document in _host.Get<IStorage>().ListAsync(Partitions.Webhooks, DeliveryStore.Kind, CancellationToken.None))
                Assert.DoesNotContain("Eat fruit", Encoding.UTF8.GetString(document.Body.Span), StringComparison.Ordinal);
        }
    }

    private static Article Walk(string title) => Make.Article("walk", feed: "feed_b", topics: ["exercise"]) with { Title = title };
}
