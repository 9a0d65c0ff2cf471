using System.Net;
using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Refresh;
using Wellread.Scoring;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh;

public sealed class StoriesFlowTests : IAsyncLifetime
{
    private const string Herald = "https://herald.example.org/feed";
    private const string Post = "https://post.example.org/feed";

    private static readonly Item Recall = new(
        "Hartwell Foods recalls peanut butter over salmonella risk",
        "Hartwell Foods is recalling 40,000 jars of peanut butter sold in nine states after a test found salmonella. Throw the jar away and wash your hands.",
        "https://herald.example.org/recall");

    private static readonly Item Retold = new(
        "Peanut butter recalled: Hartwell Foods finds salmonella",
        "After a test found salmonella, Hartwell Foods is recalling 40,000 jars of its peanut butter in nine states. Do not eat it; wash your hands.",
        "https://post.example.org/peanut-butter");

    private static readonly Item Sleep = new(
        "Five easy ways to sleep better tonight",
        "Go to bed at the same time each night. Keep your room dark and cool, and put your phone away.",
        "https://herald.example.org/sleep");

    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = new WellreadHost().WithFeeds(
            _web,
            $"text=\"Herald\" xmlUrl=\"{Herald}\" publisher=\"news\" audience=\"consumer\" language=\"en\"",
            $"text=\"Post\" xmlUrl=\"{Post}\" publisher=\"news\" audience=\"consumer\" language=\"en\"");
        _web.Respond(Herald, Rss(Recall, Sleep));
        _web.Respond(Post, Rss(Retold));
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task The_same_story_from_two_outlets_is_one_suggestion_with_two_sources()
    {
        await _host.RefreshAsync();
        var shown = await ShownAsync();
        Assert.Equal(2, shown.Count);
        var story = shown.Single(item => item["sources"]!.AsArray().Count == 2);
        Assert.Equal(["Herald", "Post"], story["sources"]!.AsArray().Select(source => (string)source!["name"]!).Order());
        Assert.Contains(story["reasons"]!.AsArray(), reason => (string?)reason!["code"] == "several-sources");

        var other = (string)story["sources"]![1]!["articleId"]!;
        await _client.PostJsonAsync($"/api/v1/suggestions/sug_{other[4..]}/decisions", new { action = "shared", channel = "facebook" }, HttpStatusCode.Created);
        Assert.Equal(Sleep.Title, (string?)Assert.Single(await ShownAsync())["title"]);
    }

    [Fact]
    public async Task A_story_that_another_instance_stored_is_known_after_a_restart()
    {
        _web.Respond(Post, Rss());
        await _host.RefreshAsync();
        _web.Respond(Post, Rss(Retold));
        await using var next = new WellreadHost().WithFeeds(
            _web, $"text=\"Herald\" xmlUrl=\"{Herald}\" enabled=\"false\"", $"text=\"Post\" xmlUrl=\"{Post}\" audience=\"consumer\" language=\"en\"")
            .With("Storage:Connection", _host.Get<Microsoft.Extensions.Configuration.IConfiguration>()["Storage:Connection"]!);
        next.Time.Advance(TimeSpan.FromDays(1));
        using var client = next.CreateClient();
        await next.RefreshAsync();
        var items = (await client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray();
        Assert.Contains(items, item => item!["sources"]!.AsArray().Count == 2);
        Assert.Equal(2, items.Count);
    }

    [Theory]
    [InlineData("http://www.herald.example.org/recall")]
    [InlineData("https://herald.example.org/recall?utm_source=rss&utm_medium=feed")]
    [InlineData("https://amp.herald.example.org/recall")]
    [InlineData("https://herald.example.org/amp/recall")]
    [InlineData("https://m.herald.example.org/recall")]
    [InlineData("https://www.google.com/url?q=https://herald.example.org/recall")]
    public async Task The_same_page_by_another_address_is_the_same_article_with_two_sources(string link)
    {
        _web.Respond(Post, Rss(new Item("A short walk each day is good for your heart", "Walk for half an hour on most days. It helps your heart and your blood pressure.", link)));
        await _host.RefreshAsync();
        var shown = await ShownAsync();
        Assert.Equal(2, shown.Count);
        Assert.Equal(2, shown.Max(item => item["sources"]!.AsArray().Count));
    }

    [Fact]
    public async Task Topics_that_were_found_by_other_rules_are_found_anew_after_another_feed_has_touched_the_article()
    {
        var old = Make.Article("recall", feed: "feed_gone", topics: ["dental"]) with
        {
            Id = CanonicalLink.ArticleIdOf(CanonicalLink.From(Recall.Link)!),
            Link = Recall.Link,
            Title = Recall.Title,
            Summary = Recall.Text,
        };
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, old);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.RefreshAsync();
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        while (await _host.Get<Rescorer>().StepAsync(CancellationToken.None) == RescoringStep.Rescored) await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);

        var article = (await _host.Get<ArticleStore>().GetAsync(old.Id, CancellationToken.None))!;
        Assert.Equal("Herald", Assert.Single(article.AlsoFrom).Name);
        Assert.DoesNotContain("dental", article.Topics);
        Assert.Equal(ScoringRules.Version, article.Assessment!.RulesVersion);
    }

    [Fact]
    public async Task What_changed_since_it_was_shared_is_told_until_it_is_shared_again_or_taken_down()
    {
        await _host.RefreshAsync();
        await DecideAsync(Sleep, "shared");
        Assert.Empty(await ChangedAsync());

        var changed = Assert.Single(await ChangeAsync(Sleep with { Title = "Six easy ways to sleep better tonight" }))["change"]!;
        Assert.Equal(("headline", Sleep.Title), ((string?)changed["kind"], (string?)changed["titleThen"]));
        Assert.Contains("since you shared it", (string?)changed["message"]);
        Assert.DoesNotContain(await ShownAsync(), item => ((string)item["title"]!).Contains("sleep", StringComparison.Ordinal));

        await DecideAsync(Sleep, "shared");
        Assert.Empty(await ChangedAsync());
        var back = Assert.Single(await ChangeAsync(Sleep with { Title = "Retracted: Six easy ways to sleep better tonight" }))["change"]!;
        Assert.Equal("retracted", (string?)back["kind"]);
        await DecideAsync(Sleep, "reject");
        Assert.Single(await ChangedAsync());
        await DecideAsync(Sleep, "takenDown");
        Assert.Empty(await ChangedAsync());
    }

    [Fact]
    public async Task A_story_brought_out_again_at_a_new_address_stays_away_and_is_told()
    {
        await _host.RefreshAsync();
        await DecideAsync(Sleep, "approve");
        var again = Assert.Single(await ChangeAsync(Sleep with { Link = "https://herald.example.org/sleep-better-tonight" }));
        Assert.Equal("republished", (string?)again["change"]!["kind"]);
        Assert.DoesNotContain(await ShownAsync(), item => (string?)item["title"] == Sleep.Title);
    }

    [Fact]
    public async Task What_was_shared_stays_when_its_feed_goes_and_the_rest_is_dropped_in_time()
    {
        await _host.RefreshAsync();
        await DecideAsync(Recall, "shared");
        using (var gone = await _client.DeleteAsync($"/api/v1/feeds/{FeedId.Of(new Uri(Herald))}")) Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        _host.Time.Advance(TimeSpan.FromDays(22));
        await _host.RefreshAsync();

        Assert.Equal([Recall.Title, Retold.Title], (await _host.Get<ArticleStore>().AllAsync()).Select(article => article.Title).Order());
        var id = SuggestionOf(Recall);
        Assert.Equal(Recall.Title, (string?)(await _client.GetJsonAsync($"/api/v1/suggestions/{id}"))["title"]);
        Assert.Equal("shared", (string?)Assert.Single((await _client.GetJsonAsync($"/api/v1/suggestions/{id}/decisions"))["items"]!.AsArray())!["action"]);
    }

    [Fact]
    public async Task An_article_that_its_feed_lists_is_kept_and_one_that_left_is_dropped()
    {
        await _host.RefreshAsync();
        _web.Respond(Herald, Rss(Sleep));
        for (var month = 0; month < 8; month++)
        {
            _host.Time.Advance(TimeSpan.FromDays(30));
            await _host.RefreshAsync();
        }

        await _host.RefreshAsync();
        Assert.Equal([Sleep.Title, Retold.Title], (await ShownAsync()).Select(item => (string)item["title"]!).OrderDescending().Reverse());
    }

    private static string SuggestionOf(Item item) => $"sug_{CanonicalLink.ArticleIdOf(CanonicalLink.From(item.Link)!)[4..]}";

    private static string Rss(params Item[] items) =>
        $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(items.Select(item => $"<item><title>{item.Title}</title><link>{item.Link.Replace("&", "&amp;", StringComparison.Ordinal)}</link><description>{item.Text}</description><pubDate>{Make.Morning.AddHours(-5):R}</pubDate></item>"))}</channel></rss>";

    private async Task<IReadOnlyList<JsonNode>> ShownAsync() => [.. (await _client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray()!];

    private async Task<IReadOnlyList<JsonNode>> ChangedAsync() => [.. (await _client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray()!];

    private Task<JsonNode> DecideAsync(Item item, string action) => _client.PostJsonAsync(
        $"/api/v1/suggestions/{SuggestionOf(item)}/decisions", new { action, channel = "facebook", reason = action == "reject" ? "other" : null }, HttpStatusCode.Created);

    private async Task<IReadOnlyList<JsonNode>> ChangeAsync(Item item)
    {
        _web.Respond(Herald, Rss(item, Recall));
        _host.Time.Advance(TimeSpan.FromDays(2));
        await _host.RefreshAsync();
        return await ChangedAsync();
    }

    private sealed record Item(string Title, string Text, string Link);
}
