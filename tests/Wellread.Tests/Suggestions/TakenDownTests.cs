using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What was shared stays shared, whatever is decided later, until an editor says that the post is down. Over the whole service.</summary>
public sealed class TakenDownTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog([.. new[] { "feed_a", "feed_b" }.Select(id => (id, FeedRules.None))])));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync(Lunch, Make.Article("walk", feed: "feed_b", topics: ["exercise"], daysOld: 2));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("""{ "action": "snooze" }""")]
    [InlineData("""{ "action": "reject", "reason": "offTopic" }""")]
    [InlineData("""{ "action": "approve" }""")]
    public async Task A_post_that_is_up_is_told_whatever_was_decided_later(string later)
    {
        await DecideAsync("""{ "action": "shared", "channel": "facebook" }""");
        await DecideAsync(later);
        Assert.Contains(Lunch.Id, Endorsed().Keys);
        Assert.Empty(await ChangedAsync());
        await TakeBackAsync();
        var change = Assert.Single(await ChangedAsync())!["change"]!;
        Assert.Equal(("retracted", "facebook"), ((string?)change["kind"], (string?)change["channels"]![0]));
    }

    [Fact]
    public async Task What_was_shared_does_not_come_back_after_a_snooze_nor_does_its_retelling()
    {
        await DecideAsync("""{ "action": "shared", "channel": "facebook" }""");
        await DecideAsync("""{ "action": "snooze" }""");
        _host.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(["walk"], await SuggestedAsync());
        var board = _host.Get<SuggestionState>().Current.Decisions.Of("default");
        var learned = board.Learned(_host.Get<CurrentPractices>().Default, new RankingOptions(), _host.Time.GetUtcNow());
        Assert.Equal("lunch", Assert.Single(learned.Shared.Shared).Title);
    }

    [Fact]
    public async Task What_is_taken_down_leaves_the_list_still_counts_as_shared_and_says_nothing_about_taste()
    {
        await DecideAsync("""{ "action": "shared", "channel": "facebook" }""");
        await DecideAsync("""{ "action": "shared", "channel": "x" }""");
        var tasteBefore = Taste();
        await TakeBackAsync();

        await DecideAsync("""{ "action": "takenDown", "channel": "facebook" }""");
        Assert.Equal("x", (string?)Assert.Single(Assert.Single(await ChangedAsync())!["change"]!["channels"]!.AsArray()));
        var list = await DecideAsync("""{ "action": "takenDown", "by": "Ann" }""");
        Assert.Equal(("takenDown", null, "Ann"), ((string?)list["standing"]!["action"], (string?)list["standing"]!["channel"], (string?)list["standing"]!["by"]));
        Assert.Equal(4, (await DecideAsync("""{ "action": "takenDown" }"""))["items"]!.AsArray().Count);
        Assert.Empty(await ChangedAsync());
        Assert.Empty(Endorsed());
        Assert.Equal(tasteBefore, Taste());
        Assert.Equal(1, (int)(await _client.GetJsonAsync("/api/v1/suggestions/today?channel=facebook"))["budget"]!["used"]!);
        await StoreAsync(Lunch);
        Assert.Equal(["walk"], await SuggestedAsync());
        Assert.Equal(["shared", "shared", "takenDown", "takenDown"], (await _client.GetJsonAsync("/api/v1/audit"))["items"]!.AsArray().Select(item => (string)item!["action"]!));

        await TakeBackAsync();
        await DecideAsync("""{ "action": "undo" }""");
        Assert.Single(await ChangedAsync());
    }

    [Fact]
    public async Task An_article_that_is_no_longer_kept_can_be_taken_down()
    {
        await DecideAsync("""{ "action": "shared", "channel": "facebook" }""");
        _host.Get<SuggestionState>().Change(current => current with { Live = current.Live.With([], [Lunch.Id]) });
        Assert.Equal("takenDown", (string?)(await DecideAsync("""{ "action": "takenDown" }"""))["standing"]!["action"]);
    }

    [Fact]
    public async Task Only_what_was_shared_can_be_taken_down()
    {
        await DecideAsync("""{ "action": "shared", "channel": "x" }""");
        using var response = await _client.PostAsync(Path, Json("""{ "action": "takenDown", "channel": "facebook" }"""));
        await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
    }

    private static readonly Article Lunch = Make.Article("lunch");

    private static readonly string Path = $"/api/v1/suggestions/{SuggestionId.Of(Lunch.Id)}/decisions";

    private IReadOnlyDictionary<string, DateTimeOffset> Endorsed() =>
        _host.Get<SuggestionState>().Current.Decisions.EndorsedArticles(_host.Get<CurrentPractices>().All, DateTimeOffset.MinValue);

    private string Taste()
    {
        var practice = _host.Get<CurrentPractices>().Default;
        var taste = _host.Get<SuggestionState>().Current.Decisions.Of("default").Learned(practice, new RankingOptions(), _host.Time.GetUtcNow()).Taste;
        return string.Join(' ', Enumerable.Range(0, TopicCatalog.All.Length).Select(taste.Topic));
    }

    private Task TakeBackAsync() => StoreAsync(Lunch with { Title = "Retracted: lunch" });

    private async Task<JsonArray> ChangedAsync() => (await _client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray();

    private async Task<IEnumerable<string>> SuggestedAsync() => (await _client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Select(item => (string)item!["title"]!);

    private async Task<JsonNode> DecideAsync(string decision)
    {
        using var response = await _client.PostAsync(Path, Json(decision));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static StringContent Json(string text) => new(text, null, "application/json");

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
