using System.Net.Http.Json;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Which events are raised, to whom, and what is in them.</summary>
public sealed class WebhookEventsTests : IAsyncLifetime
{
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private Receiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = WebhookWorld.Host(_web);
        _receiver = new Receiver(_web, "https://hooks.example.org/wellread");
        await _host.StoreAsync(
            Make.Article("lunch") with { Summary = "Eat fruit each day. It tastes good." },
            Make.Article("walk", feed: "feed_b", topics: ["exercise"]),
            Make.Article("sleep", topics: ["sleep"]));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task What_is_approved_is_sent_with_all_that_it_takes_to_post_it()
    {
        var (_, secret) = await _host.HookAsync(_receiver.Url);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();

        var message = Assert.Single(_receiver.All);
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
        Assert.Equal(["facebook", "x"], data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Equal((string?)data["texts"]!["facebook"], (string?)data["text"]);
        Assert.Contains("https://news.example/lunch", (string)data["texts"]!["x"]!, StringComparison.Ordinal);
        Assert.Equal($"http://localhost/api/v1/articles/{id}/share?channel=x&practice=default", (string?)data["links"]!["share"]!["x"]);
        await _host.CreateClient().GetJsonAsync(new Uri((string)data["links"]!["share"]!["x"]!).PathAndQuery);
        await _host.CreateClient().GetJsonAsync(new Uri((string)data["links"]!["decisions"]!).PathAndQuery);
        Assert.DoesNotContain("Ann", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_approval_is_sent_once()
    {
        await _host.HookAsync(_receiver.Url);
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.DecideAsync("lunch", new { action = "reject", reason = "offTopic" });
        await _host.DecideAsync("lunch", new { action = "undo" });
        await _host.TickAsync();
        Assert.Single(_receiver.All);
        await _host.DecideAsync("lunch", new { action = "undo" });
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.ApproveAsync("lunch");
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.DecideAsync("lunch", new { action = "approve", by = "Somebody else" });
        await _host.TickAsync();
        Assert.Single(_receiver.All);
    }

    [Fact]
    public async Task What_was_taken_back_before_it_got_through_is_not_sent_and_comes_when_it_is_approved_again()
    {
        var (id, _) = await _host.HookAsync(_receiver.Url);
        _receiver.Status = 500;
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.DecideAsync("lunch", new { action = "undo" });
        _receiver.Status = 200;
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        await _host.TickAsync();
        Assert.Single(_receiver.All);
        var dropped = Assert.Single(await _host.DeliveriesAsync(id))!;
        Assert.Equal(("dropped", "no-longer"), ((string?)dropped["status"], (string?)dropped["attempts"]![1]!["code"]));
        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        Assert.Equal(2, _receiver.All.Count);
        Assert.Equal("delivered", (string?)Assert.Single(await _host.DeliveriesAsync(id))!["status"]);
    }

    [Fact]
    public async Task What_was_shared_on_one_channel_meanwhile_is_sent_for_the_others_alone()
    {
        await _host.HookAsync(_receiver.Url);
        _receiver.Status = 500;
        await _host.ApproveAsync("lunch");
        await _host.TickAsync();
        await _host.DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        _receiver.Status = 200;
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        await _host.TickAsync();
        Assert.Equal(["facebook", "x"], _receiver.All[0].Data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Equal(["x"], _receiver.All[1].Data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Equal(_receiver.All[0].Id, _receiver.All[1].Id);
    }

    [Fact]
    public async Task Without_a_channel_that_is_on_nothing_is_sent()
    {
        await _host.HookAsync(_receiver.Url);
        var channels = new { facebook = new { enabled = false }, x = new { enabled = false }, linkedin = new { enabled = false } };
        await _host.CreateClient().PutAsJsonAsync("/api/v1/practices/default", new { channels });
        await _host.StoreAsync(Make.Article("trial", audience: ArticleAudience.Colleagues));
        await _host.ApproveAsync("lunch");
        await _host.ApproveAsync("trial");
        await _host.TickAsync();
        Assert.Empty(_receiver.All);
        await _host.DecideAsync("trial", new { action = "approve", channel = "linkedin" });
        await _host.TickAsync();
        Assert.Equal("linkedin", (string?)Assert.Single(_receiver.All).Data["channel"]);
    }

    [Fact]
    public async Task What_could_not_go_out_when_it_was_approved_comes_when_it_can()
    {
        await _host.HookAsync(_receiver.Url, events: ["suggestion.ready"]);
        await _host.StoreAsync(Walk("walk") with { Page = new PageCheck(Make.Morning, PageState.Login) { Since = Make.Morning } });
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Empty(_receiver.All);
        await _host.StoreAsync(Walk("walk") with { Page = new PageCheck(Make.Morning.AddHours(1), PageState.Ok) });
        await _host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(_receiver.All).Data["title"]);
    }

    [Fact]
    public async Task Approvals_for_two_channels_are_two_events_and_a_yes_before_the_webhook_is_none()
    {
        await _host.DecideAsync("lunch", new { action = "approve", channel = "email" });
        await _host.HookAsync(_receiver.Url);
        await _host.DecideAsync("lunch", new { action = "approve", channel = "x" });
        await _host.DecideAsync("lunch", new { action = "approve", channel = "bluesky" });
        await _host.ApproveAsync("walk");
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        Assert.Equal(
            ["lunch bluesky", "lunch x", "walk facebook"],
            _receiver.All.Select(message => $"{message.Data["title"]} {string.Join(' ', message.Data["texts"]!.AsObject().Select(text => text.Key))}").Order());
        Assert.Equal(3, _receiver.All.Select(message => message.Id).Distinct().Count());
        await _host.DecideAsync("lunch", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        Assert.Equal(3, _receiver.All.Count);
    }

    [Fact]
    public async Task What_is_not_ready_to_post_is_not_sent()
    {
        await _host.HookAsync(_receiver.Url);
        await _host.DecideAsync("lunch", new { action = "reject", reason = "offTopic" });
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        await _host.ApproveAsync("sleep");
        await _host.DecideAsync("sleep", new { action = "undo" });
        await _host.TickAsync();
        Assert.Empty(_receiver.All);
    }

    [Fact]
    public async Task What_is_meant_for_later_says_when_and_a_yes_that_only_lets_through_is_not_sent()
    {
        await _host.HookAsync(_receiver.Url);
        await _host.StoreAsync(Make.Article("signs", sensitive: ["suicide"]));
        await _host.ApproveAsync("signs");
        await _host.TickAsync();
        Assert.Empty(_receiver.All);
        await _host.DecideAsync("signs", new { action = "approve", channel = "x", sharedAt = Make.Morning.AddDays(1) });
        await _host.TickAsync();
        Assert.Empty(_receiver.All);
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.TickAsync();
        var data = Assert.Single(_receiver.All).Data;
        Assert.Equal(Make.Morning.AddDays(1), (DateTimeOffset)data["postAt"]!);
        Assert.Equal(["x"], data["texts"]!.AsObject().Select(text => text.Key));
        Assert.Contains("988", (string?)data["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_before_a_webhook_was_made_is_no_news()
    {
        await _host.ApproveAsync("lunch");
        await _host.DecideAsync("sleep", new { action = "shared", channel = "x" });
        await _host.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" });
        var (first, _) = await _host.HookAsync(_receiver.Url);
        await _host.ApproveAsync("walk");
        var late = new Receiver(_web, "https://late.example.org/");
        await _host.HookAsync(late.Url);
        await _host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(_receiver.All).Data["title"]);
        Assert.Empty(late.All);

        await _host.CreateClient().DeleteAsync($"/api/v1/webhooks/{first}");
        await _host.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep", Summary = "Again." });
        await _host.TickAsync();
        Assert.Empty(late.All);
    }

    [Fact]
    public async Task A_webhook_gets_the_events_and_the_practice_that_it_wants()
    {
        await _host.CreateClient().PutAsJsonAsync("/api/v1/practices/other", new { name = "Other" });
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        await _host.HookAsync(_receiver.Url, practice: "other");
        var retractions = new Receiver(_web, "https://second.example.org/");
        await _host.HookAsync(retractions.Url, events: ["article.retracted"]);
        await _host.ApproveAsync("lunch");
        await _host.ApproveAsync("walk", "other");
        await _host.TickAsync();
        Assert.Equal(("walk", "other"), ((string?)Assert.Single(_receiver.All).Data["title"], (string?)_receiver.All[0].Data["practice"]));
        Assert.Empty(retractions.All);
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch" });
        await _host.TickAsync();
        Assert.Equal("article.retracted", Assert.Single(retractions.All).Type);
        Assert.Single(_receiver.All);
    }

    [Fact]
    public async Task A_retraction_says_where_the_posts_are_and_is_told_once()
    {
        var (_, secret) = await _host.HookAsync(_receiver.Url, events: ["article.retracted", "article.changed"]);
        await _host.DecideAsync("lunch", new { action = "shared", channel = "facebook", by = "Ann B." });
        await _host.DecideAsync("lunch", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        Assert.Empty(_receiver.All);
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch", Summary = "Eat fruit each day. It tastes good." });
        await _host.TickAsync();
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch", Summary = "Eat fruit each day. It tastes good.", Author = "Somebody" });
        await _host.TickAsync();

        var message = Assert.Single(_receiver.All);
        Assert.True(message.IsSignedBy(secret));
        var data = message.Data;
        Assert.Equal(
            ("article.retracted", "retracted", "takeDown", "Retracted: lunch", "lunch"),
            (message.Type, (string)data["change"]!, (string)data["advice"]!, (string)data["title"]!, (string)data["titleThen"]!));
        Assert.Equal(["facebook", "x"], data["sharedOn"]!.AsArray().Select(channel => (string?)channel));
        Assert.EndsWith("Please take down your posts on Facebook and X.", (string)data["message"]!, StringComparison.Ordinal);
        Assert.Single((await _host.CreateClient().GetJsonAsync(new Uri((string)data["links"]!["changed"]!).PathAndQuery))["items"]!.AsArray());
        Assert.DoesNotContain("Ann", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_change_is_told_and_one_that_was_looked_at_again_can_come_back()
    {
        await _host.HookAsync(_receiver.Url, events: ["article.changed"]);
        await _host.ApproveAsync("walk");
        await _host.StoreAsync(Walk("Walking is good for your heart"));
        await _host.TickAsync();
        await _host.StoreAsync(Walk("Walking may harm your knees"));
        await _host.TickAsync();
        Assert.Equal(["headline", "headline"], _receiver.All.Select(message => (string?)message.Data["change"]));
        Assert.All(_receiver.All, message => Assert.Equal("check", (string?)message.Data["advice"]));

        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Equal(2, _receiver.All.Count);
        await _host.StoreAsync(Walk("Walking is good for your heart"));
        await _host.TickAsync();
        Assert.Equal(3, _receiver.All.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_page_that_is_gone_is_a_change_to_take_down()
    {
        await _host.HookAsync(_receiver.Url, events: ["article.changed"]);
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        var page = new PageCheck(Make.Morning.AddHours(1), PageState.Gone) { Since = Make.Morning.AddHours(1) };
        await _host.StoreAsync(Walk("walk") with { Page = page });
        await _host.TickAsync();
        var data = Assert.Single(_receiver.All).Data;
        Assert.Equal(("gone", "takeDown", "x"), ((string)data["change"]!, (string)data["advice"]!, (string)Assert.Single(data["sharedOn"]!.AsArray())!));
    }

    [Fact]
    public async Task A_feed_that_fails_for_good_is_told_once_until_it_recovers()
    {
        await _host.VisitedAsync(State("feed_a", 0), State("feed_b", 9));
        await _host.HookAsync(_receiver.Url, practice: "default");
        await MinuteAsync();
        Assert.Empty(_receiver.All);
        await _host.VisitedAsync(State("feed_a", 1), State("feed_b", 0));
        await MinuteAsync();
        Assert.Empty(_receiver.All);

        await _host.VisitedAsync(State("feed_a", 5));
        await MinuteAsync();
        await _host.VisitedAsync(State("feed_a", 6));
        await MinuteAsync();
        var data = Assert.Single(_receiver.All).Data;
        Assert.Equal(
            ("feed_a", "feed_a", "The site took too long to answer.", false, "http://localhost/api/v1/feeds/feed_a"),
            ((string)data["feedId"]!, (string)data["title"]!, (string)data["reason"]!, (bool)data["gone"]!, (string)data["links"]!["feed"]!));
        Assert.Equal(Make.Morning.AddDays(-1), (DateTimeOffset)data["lastReadAt"]!);

        await _host.VisitedAsync(State("feed_a", 0));
        await MinuteAsync();
        await _host.VisitedAsync(State("feed_a", 5));
        await MinuteAsync();
        Assert.Equal(2, _receiver.All.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task Feeds_that_fail_all_at_once_are_our_own_fault_and_told_to_nobody()
    {
        await _host.HookAsync(_receiver.Url);
        await MinuteAsync();
        await _host.VisitedAsync(State("feed_a", 8), State("feed_b", 8));
        await MinuteAsync();
        Assert.Empty(_receiver.All);
        await _host.VisitedAsync(State("feed_b", 0) with { LastVisit = _host.Time.GetUtcNow(), LastSuccess = _host.Time.GetUtcNow() });
        await MinuteAsync();
        Assert.Empty(_receiver.All);
        await _host.VisitedAsync(State("feed_a", 9) with { LastVisit = _host.Time.GetUtcNow() });
        await MinuteAsync();
        Assert.Equal("feed_a", (string?)Assert.Single(_receiver.All).Data["feedId"]);
    }

    private static Article Walk(string title) => Make.Article("walk", feed: "feed_b", topics: ["exercise"]) with { Title = title };

    private static FeedState State(string id, int failures) => new()
    {
        FeedId = id,
        LastVisit = Make.Morning,
        LastSuccess = failures == 0 ? Make.Morning : Make.Morning.AddDays(-1),
        ConsecutiveFailures = failures,
        LastError = failures == 0 ? null : FeedFaults.Timeout.Message,
    };

    private async Task MinuteAsync()
    {
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.TickAsync();
    }
}
