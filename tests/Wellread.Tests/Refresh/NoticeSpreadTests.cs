using System.Net;
using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh;

/// <summary>A retraction that comes as an item of its own reaches everybody, as one on the article's page does.</summary>
public sealed class NoticeSpreadTests : IAsyncLifetime
{
    private const string Feed = "https://news.example.org/feed";
    private const string Page = "https://news.example.org/walking";
    private const string Title = "Walk 20 minutes a day for a healthier heart";
    private static readonly string Id = CanonicalLink.ArticleIdOf(Page);

    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = new WellreadHost().WithFeeds(_web, $"text=\"News\" xmlUrl=\"{Feed}\" publisher=\"news\" audience=\"consumer\" language=\"en\"");
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Theory]
    [InlineData("Retraction: ", "Its publisher has taken this back. Do not share it.")]
    [InlineData("Expression of concern: ", "Its publisher warns that this may not be right. Do not share it until that is settled.")]
    public async Task A_practice_that_decided_nothing_is_told_wherever_it_meets_the_article(string notice, string words)
    {
        await RefreshAsync(Article);
        Assert.Single(await SuggestedAsync(), Title);
        await RefreshAsync(Article, Notice(notice));
        Assert.DoesNotContain(Title, await SuggestedAsync());
        var one = await _client.GetJsonAsync($"/api/v1/suggestions/sug_{Id[4..]}");
        Assert.Contains(words, one["reasons"]!.AsArray().Select(reason => (string?)reason!["text"]));
        Assert.Contains(words, (await _client.GetJsonAsync($"/api/v1/articles/{Id}/share?channel=facebook"))["warnings"]!.AsArray().Select(warning => (string?)warning));
        var decided = await DecideAsync(new { action = "shared", channel = "facebook" });
        Assert.Contains(decided["notes"]!.AsArray(), note => (string?)note!["code"] == "do-not-share" && (string?)note["text"] == words);
    }

    [Fact]
    public async Task An_item_and_its_article_may_come_in_either_order_and_what_was_said_stays_said()
    {
        await RefreshAsync(Notice("Retraction: "));
        await RefreshAsync(Article);
        Assert.DoesNotContain(Title, await SuggestedAsync());
        await RefreshAsync(Article with { Summary = "Walking is still good for you. Start with ten minutes after lunch and add a little each week." });
        Assert.DoesNotContain(Title, await SuggestedAsync());
    }

    [Theory]
    [InlineData("Retraction: ", "retracted", "takeDown")]
    [InlineData("Correction: ", "corrected", "check")]
    public async Task A_practice_that_shared_it_hears_what_to_do(string notice, string kind, string advice)
    {
        await RefreshAsync(Article);
        await DecideAsync(new { action = "shared", channel = "facebook" });
        await RefreshAsync(Article, Notice(notice));
        var change = Assert.Single((await _client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray())!["change"]!;
        Assert.Equal((kind, advice), ((string)change["kind"]!, (string)change["advice"]!));
    }

    [Fact]
    public async Task A_correction_leaves_the_article_where_it_is_and_one_of_another_title_too()
    {
        await RefreshAsync(Article, Notice("Correction: "), Notice("Retraction: More on how to "));
        Assert.Contains(Title, await SuggestedAsync());
    }

    private static Item Article => new(Title, "Walking is good for you. Start with ten minutes after lunch.", Page);

    private static Item Notice(string words) => new(words + Title, "", $"https://news.example.org/{words.Length}-notice");

    private async Task RefreshAsync(params Item[] items)
    {
        _web.Respond(Feed, $"<rss><channel>{string.Concat(items.Select(item =>
            $"<item><title>{item.Title}</title><description>{item.Summary}</description><link>{item.Link}</link></item>"))}</channel></rss>");
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.RefreshAsync();
    }

    private async Task<List<string?>> SuggestedAsync() =>
        [.. (await _client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Select(item => (string?)item!["title"])];

    private Task<JsonNode> DecideAsync(object decision) => _client.PostJsonAsync($"/api/v1/suggestions/sug_{Id[4..]}/decisions", decision, HttpStatusCode.Created);

    private sealed record Item(string Title, string Summary, string Link);
}
