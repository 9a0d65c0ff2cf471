using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>After a start the stored articles come in part by part; a store that stands still in the middle shows each moment of it.</summary>
public sealed class LoadingTests : IAsyncLifetime
{
    private const int Count = 1200;

    private readonly TemporaryFolder _folder = new();
    private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Article _decided = Make.Article("decided", daysOld: 0);
    private WatchedStorage _storage = null!;
    private WellreadHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new WellreadHost().WithoutWaiting().With(services => services
            .AddSingleton(Make.Catalog(("feed_a", FeedRules.None)))
            .AddSingleton<IStorage>(_ => _storage));
        await using var file = new SqliteStorage(_folder.Path("wellread.db"), _host.Time);
        await file.OpenAsync(CancellationToken.None);
        var batch = new StorageBatch(Partitions.Library);
        foreach (var i in Enumerable.Range(0, Count)) ArticleStore.Put(batch, Make.Article($"a{i}", daysOld: 1 + (i / 100.0)));
        ArticleStore.Put(batch, _decided);
        await file.CommitAsync(batch, CancellationToken.None);
        _storage = new WatchedStorage(new SqliteStorage(_folder.Path("wellread.db"), _host.Time)) { BeforeDocument = (kind, number) => kind == ArticleStore.Kind && number == 600 ? _goesOn.Task : Task.CompletedTask };
    }

    public async Task DisposeAsync()
    {
        _goesOn.TrySetResult();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_service_answers_from_the_first_part_and_says_that_more_comes()
    {
        var client = _host.CreateClient();
        await client.GetJsonAsync("/health/live");
        var page = await client.GetJsonAsync("/api/v1/suggestions?limit=5");
        Assert.Equal(5, page["items"]!.AsArray().Count);
        Assert.Equal((true, false, false), ((bool)page["loading"]!, (bool)page["stale"]!, (bool)page["samples"]!));
        Assert.Contains("are in, and suggestions come from those", (await client.GetJsonAsync("/health/ready")).ToJsonString());

        await FinishAsync();
        page = await client.GetJsonAsync("/api/v1/suggestions?limit=5");
        Assert.False((bool)page["loading"]!);
        Assert.Equal(Count + 1, _host.Get<SuggestionState>().Current.Live.Count);
        Assert.Contains("1,201 articles are in memory", (await client.GetJsonAsync("/health/ready")).ToJsonString());
    }

    [Theory]
    [InlineData("GET", "/api/v1/suggestions/held")]
    [InlineData("GET", "/api/v1/suggestions/changed")]
    [InlineData("GET", "/api/v1/suggestions/sug_x")]
    [InlineData("GET", "/api/v1/suggestions/sug_x/decisions")]
    [InlineData("POST", "/api/v1/suggestions/sug_x/decisions")]
    [InlineData("GET", "/api/v1/articles/art_x/share?channel=x")]
    [InlineData("GET", "/api/v1/articles/art_x/explanation")]
    public async Task What_needs_all_articles_waits_and_says_so(string method, string path)
    {
        var client = _host.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await client.SendAsync(request);
        await Api.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "still-loading");
        Assert.NotNull(response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task With_nothing_in_yet_there_is_no_empty_answer_and_no_sample()
    {
        var client = _host.CreateClient();
        await FinishAsync();
        _host.Get<SuggestionState>().Change(current => current with { Loading = true, Live = CandidateIndex.Empty, Samples = CandidateIndex.Of([Make.Article("sample") with { IsSample = true }]) });
        using var response = await client.GetAsync("/api/v1/suggestions");
        await Api.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "still-loading");
        Assert.Contains("have not been read yet", (await client.GetJsonAsync("/health/ready", HttpStatusCode.ServiceUnavailable)).ToJsonString());
        await client.GetJsonAsync("/health/live");
    }

    [Fact]
    public async Task What_was_decided_is_not_in_the_first_part_either()
    {
        _host.CreateClient();
        await FinishAsync();
        await _host.Get<DecisionStore>().ChangeAsync(
            "default", _decided.Id, known => known with { Decisions = [new Decision(DecisionAction.Approve, Make.Morning, null, null, null, null)] }, CancellationToken.None);
        var state = new SuggestionState();
        var boards = new List<DecisionBoards>();
        _storage.BeforeDocument = (kind, _) =>
        {
            if (kind == ArticleStore.Kind) boards.Add(state.Current.Decisions);
            return Task.CompletedTask;
        };
        await FollowerOf(state).CatchUpAsync(CancellationToken.None);
        Assert.Equal(Count + 1, boards.Count);
        Assert.All(boards, board => Assert.NotNull(board.Of("default").Find(_decided.Id)));
    }

    [Fact]
    public async Task What_is_decided_while_decisions_are_read_stays_and_what_the_store_has_lost_goes()
    {
        _host.CreateClient();
        await FinishAsync();
        var approval = new Decision(DecisionAction.Approve, Make.Morning, null, null, null, null);
        await _host.Get<DecisionStore>().ChangeAsync("default", _decided.Id, known => known with { Decisions = [approval] }, CancellationToken.None);
        var state = new SuggestionState();
        Decide("lost");
        _storage.BeforeDocument = (kind, _) =>
        {
            if (kind == DecisionStore.Kind) Decide("meanwhile");
            return Task.CompletedTask;
        };
        await FollowerOf(state).CatchUpAsync(CancellationToken.None);
        Assert.Equal([_decided.Id, "meanwhile"], state.Current.Decisions.Of("default").Articles.Order(StringComparer.Ordinal));

        void Decide(string article) => state.Change(current => current with
        {
            Decisions = current.Decisions.With([new PracticeDecisions("default", new DecisionHistory(article, [approval]))]),
        });
    }

    [Fact]
    public async Task What_is_written_and_deleted_meanwhile_is_not_missed()
    {
        _host.CreateClient();
        var (added, removed) = (Make.Article("added"), Make.Article("a0"));
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, added);
        ArticleStore.Remove(batch, removed.Id);
        await _storage.CommitAsync(batch, CancellationToken.None);
        await FinishAsync();
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        var live = _host.Get<SuggestionState>().Current.Live;
        Assert.NotNull(live.Find(added.Id));
        Assert.Null(live.Find(removed.Id));
    }

    [Fact]
    public async Task A_store_that_is_lost_in_the_middle_leaves_what_is_in_and_the_rest_comes_later()
    {
        var client = _host.CreateClient();
        var part = _host.Get<SuggestionState>().Current.Live.Count;
        Assert.InRange(part, 1, Count - 1);
        _goesOn.SetException(new StorageUnavailableException("Gone."));
        while (_host.Get<SuggestionState>().Current is { Stale: false }) await Task.Yield();
        var page = await client.GetJsonAsync("/api/v1/suggestions?limit=5");
        Assert.Equal((true, true), ((bool)page["loading"]!, (bool)page["stale"]!));
        Assert.Equal(5, page["items"]!.AsArray().Count);
        Assert.InRange(_host.Get<SuggestionState>().Current.Live.Count, part, Count - 1);

        _storage.BeforeDocument = null;
        Assert.True(await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None));
        page = await client.GetJsonAsync("/api/v1/suggestions?limit=5");
        Assert.Equal((false, false), ((bool)page["loading"]!, (bool)page["stale"]!));
        Assert.Equal(Count + 1, _host.Get<SuggestionState>().Current.Live.Count);
    }

    [Fact]
    public async Task A_document_that_can_not_be_read_is_left_out()
    {
        _host.CreateClient();
        await FinishAsync();
        await _storage.CommitAsync(new StorageBatch(Partitions.Library).Put(ArticleStore.Kind, "art_bad", "{"u8.ToArray()), CancellationToken.None);
        var state = new SuggestionState();
        await FollowerOf(state).CatchUpAsync(CancellationToken.None);
        Assert.Equal((Count + 1, false), (state.Current.Live.Count, state.Current.Loading));
    }

    private async Task FinishAsync()
    {
        _goesOn.TrySetResult();
        Assert.True(await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None));
    }

    /// <summary>A follower that has read nothing yet, as after another start.</summary>
    private StoreFollower FollowerOf(SuggestionState state) => ActivatorUtilities.CreateInstance<StoreFollower>(
        _host.Services, state, ActivatorUtilities.CreateInstance<LibraryLoader>(_host.Services, state));
}
