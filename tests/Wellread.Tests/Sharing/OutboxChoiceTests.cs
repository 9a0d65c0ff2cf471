using System.Net;
using System.Text;
using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What goes out with nobody looking, and what does not.</summary>
public sealed class OutboxChoiceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_for_colleagues_goes_to_the_colleagues_channel_only_even_when_the_article_has_gone(bool isGone)
    {
        await using var desk = await OutboxDesk.OpenAsync(
            Make.Article("lunch"), Make.Article("trial", audience: ArticleAudience.Colleagues), Make.Article("dosing", audience: ArticleAudience.Colleagues));
        foreach (var name in new[] { "lunch", "trial" }) await desk.ApproveAsync(name);
        await desk.DecideAsync("dosing", new { action = "approve", channel = "x" });
        desk.Wait(TimeSpan.FromMinutes(5));
        if (isGone) foreach (var name in new[] { "lunch", "trial", "dosing" }) await desk.RemoveAsync(name);
        Assert.Equal(["lunch"], await desk.TitlesAsync());
        Assert.Equal(["trial"], await desk.TitlesAsync("&channel=linkedin"));
        Assert.Equal(["dosing", "lunch"], (await desk.TitlesAsync("&channel=x")).Order());
    }

    [Fact]
    public async Task A_yes_to_what_waits_for_one_does_not_post_it()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("signs", sensitive: ["suicide"]));
        var released = await desk.ApproveAsync("signs");
        Assert.False((bool)released["standing"]!["outbox"]!);
        Assert.Empty(await desk.TitlesAsync());
        // The same request sent again is no second yes.
        await desk.ApproveAsync("signs");
        Assert.Empty(await desk.TitlesAsync());
        Assert.Contains("signs", await SuggestedAsync(desk));

        desk.Wait(TimeSpan.FromMinutes(10));
        Assert.True((bool)(await desk.ApproveAsync("signs"))["standing"]!["outbox"]!);
        Assert.Equal(["signs"], await desk.TitlesAsync());
        Assert.DoesNotContain("signs", await SuggestedAsync(desk));
    }

    [Fact]
    public async Task One_yes_is_enough_where_it_says_that_it_is_meant_to_go_out()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("signs", sensitive: ["suicide"]), Make.Article("help", sensitive: ["abuse"]), Make.Article("lunch"));
        await desk.DecideAsync("signs", new { action = "approve", outbox = true });
        await desk.DecideAsync("help", new { action = "approve", channel = "x" });
        await desk.DecideAsync("lunch", new { action = "approve", outbox = false });
        desk.Wait(TimeSpan.FromMinutes(5));
        Assert.Equal(["signs"], await desk.TitlesAsync());
        Assert.Equal(["help", "signs"], (await desk.TitlesAsync("&channel=x")).Order());
        Assert.Empty(await SuggestedAsync(desk));
        // At once, and not only after the minutes in which the same request counts once.
        await desk.DecideAsync("lunch", new { action = "approve", outbox = true });
        Assert.Contains("lunch", await desk.TitlesAsync());
    }

    [Fact]
    public async Task An_approval_of_an_older_version_that_let_a_held_article_through_posts_nothing()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("signs", sensitive: ["suicide"]), Make.Article("lunch"));
        Decision Approved(string name, string? subjects, int minute) => new(DecisionAction.Approve, Make.Morning.AddMinutes(minute), null, null, null, "test")
        {
            Article = new DecidedArticle(name, "", $"https://news.example/{name}", "Source feed_a"),
            SensitiveTopics = subjects,
        };
        async Task SaveAsync(string name, params Decision[] decisions)
        {
            await desk.Host.Get<DecisionStore>().ChangeAsync("default", Make.Article(name).Id, known => known with { Decisions = [.. decisions] }, CancellationToken.None);
            await desk.Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        }

        desk.Wait(TimeSpan.FromHours(1));
        await SaveAsync("lunch", Approved("lunch", null, 0));
        await SaveAsync("signs", Approved("signs", "suicide", 1));
        Assert.Equal(["lunch"], await desk.TitlesAsync());
        await SaveAsync("signs", Approved("signs", "suicide", 1), Approved("signs", "suicide", 20));
        Assert.Equal(["signs", "lunch"], await desk.TitlesAsync());
    }

    [Fact]
    public async Task What_waits_for_a_yes_again_is_taken_out()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"));
        await desk.ApproveAsync("lunch");
        Assert.Equal(["lunch"], await desk.TitlesAsync());
        await desk.StoreAsync(Make.Article("lunch", sensitive: ["eating-disorders"]));
        Assert.Empty(await desk.TitlesAsync());
    }

    [Fact]
    public async Task What_the_practice_blocks_afterwards_is_taken_out()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"), Make.Article("walk", feed: "feed_b"), Make.Article("sleep"));
        foreach (var name in new[] { "lunch", "walk", "sleep" }) await desk.ApproveAsync(name);
        desk.Wait(TimeSpan.FromMinutes(5));
        await desk.RemoveAsync("sleep");
        await desk.ChangePracticeAsync(new { blockedWords = new[] { "lunch" } });
        Assert.Equal(["sleep", "walk"], (await desk.TitlesAsync()).Order());
        await desk.ChangePracticeAsync(new { blockedWords = new[] { "sleep" }, blockedSources = new[] { "feed_b" } });
        Assert.Equal(["lunch"], await desk.TitlesAsync());
    }

    [Fact]
    public async Task A_post_on_a_sensitive_subject_carries_its_help_line_or_does_not_go_out()
    {
        var title = string.Join(' ', Enumerable.Repeat("What to say when a friend is low", 8));
        var link = $"https://news.example.org/{new string('a', 400)}";
        await using var desk = await OutboxDesk.OpenAsync(
            Make.Article("signs", sensitive: ["suicide"]) with { Title = title, Link = "https://news.example.org/signs" },
            Make.Article("far", sensitive: ["suicide"]) with { Link = link });
        await desk.SwitchOnAsync("mastodon", "threads", "bluesky", "x");
        foreach (var name in new[] { "signs", "far" }) await desk.DecideAsync(name, new { action = "approve", outbox = true });
        desk.Wait(TimeSpan.FromMinutes(5));
        foreach (var channel in new[] { "x", "facebook", "mastodon", "threads" })
            Assert.All((await desk.FeedAsync($"&channel={channel}")).Entries, entry => Assert.Contains("988", entry.Content ?? entry.Summary!, StringComparison.Ordinal));
        Assert.Equal(2, (await desk.FeedAsync("&channel=x")).Entries.Length);
        // Bluesky counts the whole link: no text has room beside it.
        Assert.Equal([title], await desk.TitlesAsync("&channel=bluesky"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_its_network_is_left_out()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("far") with { Link = $"https://news.example.org/{new string('a', 350)}" });
        await desk.SwitchOnAsync("x", "bluesky");
        await desk.ApproveAsync("far");
        Assert.Equal(["far"], await desk.TitlesAsync("&channel=x"));
        Assert.Empty(await desk.TitlesAsync("&channel=bluesky"));
    }

    [Fact]
    public async Task Shared_on_one_network_it_still_goes_out_on_the_others()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"));
        await desk.ApproveAsync("lunch");
        await desk.DecideAsync("lunch", new { action = "shared", channel = "x" });
        Assert.Empty(await desk.TitlesAsync("&channel=x"));
        Assert.Equal(["lunch"], await desk.TitlesAsync("&channel=facebook"));
        await desk.DecideAsync("lunch", new { action = "takenDown", channel = "x" });
        Assert.Empty(await desk.TitlesAsync("&channel=facebook"));
        Assert.Empty(await desk.TitlesAsync("&channel=x"));
    }

    [Fact]
    public async Task An_approval_that_settles_a_change_of_a_post_does_not_post_it_again()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"), Make.Article("walk"));
        await desk.ApproveAsync("lunch");
        await desk.ApproveAsync("walk");
        desk.Wait(TimeSpan.FromMinutes(1));
        await desk.DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        desk.Wait(TimeSpan.FromHours(1));
        var id = Assert.Single((await desk.FeedAsync()).Entries).Id;
        foreach (var name in new[] { "lunch", "walk" }) await desk.StoreAsync(Make.Article(name) with { Title = $"Nobody should {name} at all", Updated = Make.Morning.AddHours(1) });
        Assert.Equal(2, (await desk.Client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray().Count);
        Assert.Empty((await desk.FeedAsync()).Entries);
        Assert.False((bool)(await desk.ApproveAsync("lunch"))["standing"]!["outbox"]!);
        await desk.ApproveAsync("walk");
        var walk = Assert.Single((await desk.FeedAsync()).Entries);
        Assert.Equal((id, "Nobody should walk at all"), (walk.Id, walk.Title));
        desk.Wait(TimeSpan.FromMinutes(10));
        await desk.DecideAsync("lunch", new { action = "approve", outbox = true });
        Assert.Equal(2, (await desk.FeedAsync()).Entries.Length);
    }

    [Fact]
    public async Task What_is_approved_for_later_goes_out_then_and_where_it_is_meant_for()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"), Make.Article("walk"));
        await desk.DecideAsync("lunch", new { action = "approve", channel = "x", sharedAt = "2026-11-24T09:00:00-06:00" });
        await desk.DecideAsync("walk", new { action = "approve", sharedAt = Make.Morning.AddHours(2) });
        Assert.Empty(await desk.TitlesAsync("&channel=x"));
        desk.Wait(TimeSpan.FromHours(2));
        Assert.Equal(["walk"], await desk.TitlesAsync("&channel=x"));
        desk.Wait(TimeSpan.FromDays(2));
        var feed = await desk.FeedAsync("&channel=x");
        Assert.Equal(["lunch", "walk"], feed.Entries.Select(entry => entry.Title));
        Assert.Equal([new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero), Make.Morning.AddHours(2)], feed.Entries.Select(entry => entry.Published!.Value));
        Assert.Equal(["walk"], await desk.TitlesAsync("&channel=facebook"));
    }

    [Theory]
    [InlineData("""{ "action": "approve", "sharedAt": "2026-11-23T07:00:00Z" }""", "sharedAt")]
    [InlineData("""{ "action": "approve", "sharedAt": "2028-01-01T07:00:00Z" }""", "sharedAt")]
    [InlineData("""{ "action": "snooze", "sharedAt": "2026-12-01T07:00:00Z" }""", "sharedAt")]
    [InlineData("""{ "action": "shared", "channel": "x", "outbox": true }""", "outbox")]
    [InlineData("""{ "action": "approve", "channel": "x", "outbox": false }""", "outbox")]
    public async Task A_plan_that_makes_no_sense_is_refused(string decision, string field)
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"));
        using var content = new StringContent(decision, Encoding.UTF8, "application/json");
        using var response = await desk.Client.PostAsync($"/api/v1/suggestions/{SuggestionId.Of(Make.Article("lunch").Id)}/decisions", content);
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
        Assert.NotNull(problem["errors"]![field]);
    }

    private static async Task<string[]> SuggestedAsync(OutboxDesk desk) =>
        [.. (await desk.Client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}
