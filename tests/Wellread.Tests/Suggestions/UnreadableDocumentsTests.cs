using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Storage;
using Wellread.Tests.Support;
using TemporaryFolder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Suggestions;

/// <summary>
/// While instances are brought up to date one by one, the newer ones write words that the older ones do not know. One such document must stop nobody. On each
/// engine, at a start and while the store is followed.
/// </summary>
public abstract class UnreadableDocumentsTests : IAsyncLifetime
{
    private readonly Article _odd = Make.Article("odd") with { Page = new PageCheck(Make.Morning, PageState.Ok) };
    private readonly Article _plain = Make.Article("plain", feed: "feed_b", topics: ["sleep"]);
    private readonly RecordingLogger<ArticleStore> _articleLog = new();
    private readonly RecordingLogger<DecisionStore> _decisionLog = new();
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    private protected abstract Task<string> ConnectAsync();

    public async Task InitializeAsync()
    {
        _host = new WellreadHost().With("Storage:Connection", await ConnectAsync()).With(services => services
            .AddSingleton<ILogger<ArticleStore>>(_articleLog)
            .AddSingleton<ILogger<DecisionStore>>(_decisionLog)
            .AddSingleton(Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None))));
        _client = _host.CreateClient();
    }

    public virtual async Task DisposeAsync() => await _host.DisposeAsync();

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_article_that_can_not_be_read_is_left_out_and_the_rest_comes(bool isBroken)
    {
        await StoreAsync(_odd);
        Assert.Equal(["odd"], await SuggestedAsync());
        await WriteAsync(Partitions.Library, ArticleStore.Kind, _odd.Id, isBroken ? "{\"id\":" : Encoding.UTF8.GetString(ArticleStore.Write(_odd)).Replace("\"Ok\"", "\"Melted\"", StringComparison.Ordinal));
        await StoreAsync(_plain);
        Assert.Equal(["plain"], await SuggestedAsync());
        Assert.Equal([$"Warning: The document of article {_odd.Id} could not be read and was left out "], _articleLog.Lines);
        Assert.Empty(await _host.Get<ArticleStore>().GetStoredAsync([_odd.Id], CancellationToken.None));

        var state = await StartAnewAsync();
        Assert.Equal((1, false, false), (state.Current.Live.Count, state.Current.Stale, state.Current.Loading));
        await StoreAsync(_odd);
        Assert.Equal(["odd", "plain"], await SuggestedAsync());
    }

    [SkippableTheory]
    [InlineData("{\"articleId\":")]
    [InlineData("{\"articleId\":\"ID\"}")]
    [InlineData("{\"articleId\":\"ID\",\"decisions\":[]}")]
    [InlineData("{\"articleId\":\"ID\",\"decisions\":[{\"action\":\"Pondered\",\"at\":\"2026-11-23T08:00:00Z\"}]}")]
    public async Task Decisions_that_can_not_be_read_keep_their_article_away_and_the_rest_comes(string json)
    {
        await StoreAsync(_odd, _plain);
        await WriteAsync(Partitions.Practices, DecisionStore.Kind, $"default:{_odd.Id}", json.Replace("ID", _odd.Id, StringComparison.Ordinal));
        await FollowAsync();
        Assert.Equal(["plain"], await SuggestedAsync());
        Assert.Equal([$"Warning: The decisions default:{_odd.Id} (practice and article) could not be read; the article is kept away "], _decisionLog.Lines);
        Assert.Contains(_odd.Id, _host.Get<SuggestionState>().Current.Decisions.DecidedArticles());

        var state = await StartAnewAsync();
        Assert.True(state.Current.Hides(state.Current.Find(_odd.Id)!, state.Current.Decisions.Of("default"), Make.Morning));
        Assert.False(state.Current.Hides(state.Current.Find(_plain.Id)!, state.Current.Decisions.Of("default"), Make.Morning));
        Assert.False(state.Current.Stale);

        await DecideAsync(_plain, HttpStatusCode.Created);
        Assert.Empty(await SuggestedAsync());
    }

    [SkippableFact]
    public async Task What_was_known_of_decisions_that_can_not_be_read_any_more_stays_and_nothing_is_written_over_them()
    {
        await StoreAsync(_odd, _plain);
        await DecideAsync(_odd, HttpStatusCode.Created);
        var stored = (await _host.Get<IStorage>().GetAsync(Partitions.Practices, DecisionStore.Kind, $"default:{_odd.Id}", CancellationToken.None))!.Body;
        await WriteAsync(Partitions.Practices, DecisionStore.Kind, $"default:{_odd.Id}", "{\"articleId\":7}");
        await FollowAsync();
        Assert.NotNull(_host.Get<SuggestionState>().Current.Decisions.Of("default").Find(_odd.Id));
        Assert.Equal(["plain"], await SuggestedAsync());
        await DecideAsync(_odd, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("{\"articleId\":7}", Encoding.UTF8.GetString((await _host.Get<IStorage>().GetAsync(Partitions.Practices, DecisionStore.Kind, $"default:{_odd.Id}", CancellationToken.None))!.Body.Span));

        await WriteAsync(Partitions.Practices, DecisionStore.Kind, $"default:{_odd.Id}", Encoding.UTF8.GetString(stored.Span));
        await FollowAsync();
        await _client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(_odd.Id)}/decisions", new { action = "undo" }, HttpStatusCode.Created);
        Assert.Equal(["odd", "plain"], await SuggestedAsync());
    }

    [SkippableFact]
    public async Task Decisions_of_an_older_version_that_can_not_be_read_keep_their_article_away()
    {
        await StoreAsync(_odd, _plain);
        await WriteAsync(Partitions.PracticeBefore, DecisionStore.Kind, _odd.Id, "{");
        var state = await StartAnewAsync();
        Assert.True(state.Current.Hides(state.Current.Find(_odd.Id)!, state.Current.Decisions.Of("default"), Make.Morning));
        Assert.False(state.Current.Stale);
    }

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        Assert.IsType<CommitResult.Committed>(await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None));
        await FollowAsync();
    }

    private async Task WriteAsync(string partition, string kind, string id, string json) => Assert.IsType<CommitResult.Committed>(
        await _host.Get<IStorage>().CommitAsync(new StorageBatch(partition).Put(kind, id, Encoding.UTF8.GetBytes(json)).Log(kind, id), CancellationToken.None));

    private async Task FollowAsync() => Assert.True(await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None));

    /// <summary>What another instance has in memory that starts now.</summary>
    private async Task<SuggestionState> StartAnewAsync()
    {
        var state = new SuggestionState();
        using var follower = ActivatorUtilities.CreateInstance<StoreFollower>(_host.Services, state, ActivatorUtilities.CreateInstance<LibraryLoader>(_host.Services, state));
        Assert.True(await follower.CatchUpAsync(CancellationToken.None));
        return state;
    }

    private Task<JsonNode> DecideAsync(Article article, HttpStatusCode expected) =>
        _client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(article.Id)}/decisions", new { action = "approve" }, expected);

    private async Task<IEnumerable<string>> SuggestedAsync() =>
        (await _client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Select(item => (string)item!["title"]!).Order(StringComparer.Ordinal);
}

public sealed class SqliteUnreadableDocumentsTests : UnreadableDocumentsTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<string> ConnectAsync() => Task.FromResult($"sqlite:{_folder.Path("wellread.db")}");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class RedisUnreadableDocumentsTests(RedisFixture fixture) : UnreadableDocumentsTests, IClassFixture<RedisFixture>
{
    private protected override async Task<string> ConnectAsync() => (await fixture.EmptyServerAsync()).Connection;
}
