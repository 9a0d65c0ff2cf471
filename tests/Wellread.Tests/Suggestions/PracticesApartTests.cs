using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>Each practice decides for itself, and what an older version knew is still known.</summary>
public sealed class PracticesApartTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services =>
        services.AddSingleton(Make.Catalog([.. new[] { "feed_a", "feed_b" }.Select(id => (id, FeedRules.None))])));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await SaveAsync("kids", new PracticeSettings { Name = "Kids first", BlockedSources = ["feed_b"] });
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in new[] { Make.Article("lunch"), Make.Article("walk", feed: "feed_b") }) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await FollowAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_one_practice_decides_or_blocks_is_nothing_to_another()
    {
        Assert.Equal(["lunch", "walk"], await SuggestedAsync(""));
        Assert.Equal(["lunch"], await SuggestedAsync("?practice=kids"));
        var lunch = SuggestionId.Of(Make.Article("lunch").Id);
        await _client.PostJsonAsync($"/api/v1/suggestions/{lunch}/decisions?practice=kids", new { action = "approve" }, HttpStatusCode.Created);
        Assert.Equal(["lunch", "walk"], await SuggestedAsync(""));
        Assert.Empty(await SuggestedAsync("?practice=kids"));
        Assert.Empty((await _client.GetJsonAsync($"/api/v1/suggestions/{lunch}/decisions"))["items"]!.AsArray());
        Assert.Single((await _client.GetJsonAsync($"/api/v1/suggestions/{lunch}/decisions?practice=kids"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Links_lead_on_for_the_same_practice()
    {
        var links = (await _client.GetJsonAsync("/api/v1/suggestions?practice=kids"))["items"]![0]!["links"]!;
        Assert.EndsWith("share?channel=x&practice=kids", (string?)links["share"]!["x"], StringComparison.Ordinal);
        await _client.GetJsonAsync((string)links["share"]!["x"]!);
        await _client.PostJsonAsync((string)links["decisions"]!, new { action = "approve" }, HttpStatusCode.Created);
        Assert.Empty(await SuggestedAsync("?practice=kids"));
    }

    [Fact]
    public async Task What_another_instance_sets_up_and_decides_is_followed()
    {
        await SaveAsync("eyes", new PracticeSettings { Specialty = "eyes" });
        await _host.Get<DecisionStore>().ChangeAsync("eyes", Make.Article("walk").Id, known => known with { Decisions = [Approved(Make.Morning)] }, CancellationToken.None);
        await FollowAsync();
        Assert.Equal(3, _host.Get<CurrentPractices>().Find("eyes")!.TopicWeight("eyes"));
        Assert.Equal(["lunch"], await SuggestedAsync("?practice=eyes"));
    }

    [Theory]
    [InlineData("/api/v1/suggestions?practice=none")]
    [InlineData("/api/v1/suggestions/held?practice=none")]
    [InlineData("/api/v1/suggestions/changed?practice=none")]
    [InlineData("/api/v1/suggestions/sug_x?practice=none")]
    [InlineData("/api/v1/suggestions/sug_x/decisions?practice=none")]
    [InlineData("/api/v1/articles/art_x/share?channel=x&practice=none")]
    public async Task A_practice_that_there_is_not_is_told_so(string path)
    {
        using var response = await _client.GetAsync(path);
        var problem = await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-practice");
        Assert.NotNull(problem["errors"]!["practice"]);
    }

    [Fact]
    public async Task A_page_of_one_practice_is_not_continued_for_another()
    {
        var cursor = (string)(await _client.GetJsonAsync("/api/v1/suggestions?limit=1"))["nextCursor"]!;
        using var response = await _client.GetAsync($"/api/v1/suggestions?limit=1&practice=kids&cursor={cursor}");
        await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task Decisions_of_an_older_version_are_taken_over_whole_and_once()
    {
        var (storage, takeover) = (_host.Get<IStorage>(), _host.Get<DecisionTakeover>());
        var (lunch, walk) = (Make.Article("lunch").Id, Make.Article("walk").Id);
        await SaveOldAsync(lunch, Approved(Make.Morning.AddDays(-2)), Approved(Make.Morning) with { By = "Ann" });
        await SaveOldAsync(walk, Approved(Make.Morning.AddDays(-1)));
        await _host.Get<DecisionStore>().ChangeAsync("default", lunch, known => known with { Decisions = [Approved(Make.Morning.AddDays(-1))] }, CancellationToken.None);

        for (var i = 0; i < 2; i++) await takeover.RunAsync(CancellationToken.None);
        await FollowAsync();
        var board = _host.Get<SuggestionState>().Current.Decisions.Of("default");
        Assert.Equal([-2, -1, 0], board.Find(lunch)!.Decisions.Select(decision => (decision.At - Make.Morning).Days));
        Assert.Single(board.Find(walk)!.Decisions);
        Assert.Empty(await SuggestedAsync(""));
        Assert.Null(await storage.GetAsync(Partitions.PracticeBefore, DecisionStore.Kind, lunch, CancellationToken.None));

        async Task SaveOldAsync(string id, params Decision[] decisions) => await storage.CommitAsync(
            new StorageBatch(Partitions.PracticeBefore).Put(DecisionStore.Kind, id, new DecisionHistory(id, [.. decisions]).ToJson()).Log(DecisionStore.Kind, id),
            CancellationToken.None);
    }

    private static Decision Approved(DateTimeOffset at) => new(DecisionAction.Approve, at, null, null, null, "test");

    private async Task SaveAsync(string id, PracticeSettings settings) => await _host.Get<IStorage>().CommitAsync(
        new StorageBatch(Partitions.Practices).Put(PracticeStore.Kind, id, settings.ToJson()).Log(PracticeStore.Kind, id), CancellationToken.None);

    private Task<bool> FollowAsync() => _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);

    private async Task<IEnumerable<string>> SuggestedAsync(string query) =>
        (await _client.GetJsonAsync($"/api/v1/suggestions{query}"))["items"]!.AsArray().Select((JsonNode? item) => (string)item!["title"]!).Order();
}
