using System.Net.Http.Json;
using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>What has become of what was approved or shared: who is told, and of what.</summary>
public sealed class ChangeEventsTests : WebhookStage
{
    private WellreadHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync();
    }

    [Fact]
    public async Task What_happened_before_aWebhook_was_made_is_no_news()
    {
        await _host.ApproveAsync("lunch");
        await _host.DecideAsync("sleep", new { action = "shared", channel = "x" });
        await _host.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" });
        var (first, _) = await _host.HookAsync(Receiver.Url);
        await _host.ApproveAsync("walk");
        var late = new Receiver(Web, "https://late.example.org/");
        await _host.HookAsync(late.Url);
        await _host.TickAsync();
        Assert.Equal("walk", (string?)Assert.Single(Receiver.All).Data["title"]);
        Assert.Empty(late.All);

        await _host.CreateClient().DeleteAsync($"/api/v1/webhooks/{first}");
        await _host.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep", Summary = "Again." });
        await _host.TickAsync();
        Assert.Empty(late.All);
    }

    [Fact]
    public async Task AWebhook_gets_the_events_and_the_practice_that_it_wants()
    {
        await _host.CreateClient().PutAsJsonAsync("/api/v1/practices/other", new { name = "Other" });
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        await _host.HookAsync(Receiver.Url, practice: "other");
        var retractions = new Receiver(Web, "https://second.example.org/");
        await _host.HookAsync(retractions.Url, events: ["article.retracted"]);
        await _host.ApproveAsync("lunch");
        await _host.DecideAsync("walk", new { action = "approve", channel = "x" }, "other");
        await _host.TickAsync();
        Assert.Equal(("walk", "other"), ((string?)Assert.Single(Receiver.All).Data["title"], (string?)Receiver.All[0].Data["practice"]));
        Assert.Empty(retractions.All);
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch" });
        await _host.TickAsync();
        Assert.Equal("article.retracted", Assert.Single(retractions.All).Type);
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task A_retraction_says_where_the_posts_are_and_is_told_once()
    {
        var (_, secret) = await _host.HookAsync(Receiver.Url, events: ["article.retracted", "article.changed"]);
        await _host.DecideAsync("lunch", new { action = "shared", channel = "facebook", by = "Ann B." });
        await _host.DecideAsync("lunch", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch", Summary = "Eat fruit each day. It tastes good." });
        await _host.TickAsync();
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch", Summary = "Eat fruit each day. It tastes good.", Author = "Somebody" });
        await _host.TickAsync();

        var message = Assert.Single(Receiver.All);
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
        await _host.HookAsync(Receiver.Url, events: ["article.changed"]);
        await _host.ApproveAsync("walk");
        await _host.StoreAsync(Walk("Walking is good for your heart"));
        await _host.TickAsync();
        await _host.StoreAsync(Walk("Walking may harm your knees"));
        await _host.TickAsync();
        Assert.Equal(["headline", "headline"], Receiver.All.Select(message => (string?)message.Data["change"]));
        Assert.All(Receiver.All, message => Assert.Equal("check", (string?)message.Data["advice"]));

        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Equal(2, Receiver.All.Count);
        await _host.StoreAsync(Walk("Walking is good for your heart"));
        await _host.TickAsync();
        Assert.Equal(3, Receiver.All.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_page_that_is_gone_is_a_change_to_take_down()
    {
        await _host.HookAsync(Receiver.Url, events: ["article.changed"]);
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        var page = new PageCheck(Make.Morning.AddHours(1), PageState.Gone) { Since = Make.Morning.AddHours(1) };
        await _host.StoreAsync(Walk("walk") with { Page = page });
        await _host.TickAsync();
        var data = Assert.Single(Receiver.All).Data;
        Assert.Equal(("gone", "takeDown", "x"), ((string)data["change"]!, (string)data["advice"]!, (string)Assert.Single(data["sharedOn"]!.AsArray())!));
    }

    [Fact]
    public async Task What_had_come_out_before_it_changed_is_told_with_where()
    {
        await _host.HookAsync(Receiver.Url, events: ["article.changed"]);
        await _host.ApproveAsync("walk");
        await _host.StoreAsync(Walk("Walking is good for your heart"));
        await _host.TickAsync();
        var data = Assert.Single(Receiver.All).Data;
        Assert.Empty(data["sharedOn"]!.AsArray());
        Assert.Equal("facebook", (string?)Assert.Single(data["givenOutOn"]!.AsArray()));
        Assert.EndsWith("Your outbox had given it out. Please check it on Facebook, if it was posted.", (string?)data["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undo", null)]
    [InlineData("reject", "other")]
    [InlineData("snooze", null)]
    public async Task What_had_come_out_and_was_taken_back_is_still_told_of_once_until_it_is_settled(string action, string? reason)
    {
        await _host.HookAsync(Receiver.Url, events: ["article.retracted", "article.changed"]);
        await _host.ApproveAsync("walk");
        await _host.DecideAsync("walk", new { action, reason });
        await _host.DecideAsync("lunch", new { action = "reject", reason = "other" });
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        _host.Time.Advance(TimeSpan.FromMinutes(10));
        await _host.StoreAsync(Make.Article("lunch") with { Title = "Retracted: lunch" });
        await _host.StoreAsync(Walk("Retracted: walk"));
        await _host.TickAsync();
        var message = Assert.Single(Receiver.All);
        Assert.Equal(("article.retracted", "takeDown", "facebook"), (message.Type, (string?)message.Data["advice"], (string?)Assert.Single(message.Data["givenOutOn"]!.AsArray())));
        Assert.EndsWith("Your outbox had given it out. Please take it down from Facebook, if it was posted.", (string?)message.Data["message"], StringComparison.Ordinal);
        await _host.DecideAsync("walk", new { action = "reject", reason = "offTopic" });
        await _host.TickAsync();
        Assert.Single(Receiver.All);
        Assert.Empty((await _host.CreateClient().GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_was_so_when_it_was_approved_is_no_change()
    {
        await _host.HookAsync(Receiver.Url, events: ["article.changed"]);
        await _host.StoreAsync(Walk("walk") with { Page = new PageCheck(Make.Morning, PageState.Paywalled) { Since = Make.Morning } });
        await _host.TickAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.ApproveAsync("walk");
        await _host.TickAsync();
        Assert.Empty(Receiver.All);
        Assert.Empty((await _host.CreateClient().GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_was_taken_back_before_a_webhook_was_made_is_told_to_those_alone_that_were_there()
    {
        await _host.HookAsync(Receiver.Url);
        await _host.DecideAsync("sleep", new { action = "shared", channel = "x" });
        await _host.TickAsync();
        await _host.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" });
        var late = new Receiver(Web, "https://late.example.org/");
        await _host.HookAsync(late.Url);
        _host.Time.Advance(TimeSpan.FromHours(1));
        await _host.TickAsync();
        Assert.Equal("article.retracted", Assert.Single(Receiver.All).Type);
        Assert.Empty(late.All);
        await _host.DecideAsync("walk", new { action = "shared", channel = "x" });
        await _host.StoreAsync(Walk("Retracted: walk"));
        await _host.TickAsync();
        Assert.Equal("Retracted: walk", (string?)Assert.Single(late.All).Data["title"]);
    }

    private static Article Walk(string title) => Make.Article("walk", feed: "feed_b", topics: ["exercise"]) with { Title = title };
}
