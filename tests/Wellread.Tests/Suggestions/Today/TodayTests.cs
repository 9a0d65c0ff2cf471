using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Suggestions.Today;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Today;

/// <summary>The picks of the day, over the whole service.</summary>
public sealed class TodayTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With("Practice:TimeZone", "America/Chicago").With(services =>
    {
        services.AddSingleton(Make.Catalog([.. Enumerable.Range(0, 12).Select(i => ($"feed_{i}", FeedRules.None))]));
        var storage = services.Last(service => service.ServiceType == typeof(IStorage));
        services.AddSingleton<IStorage>(provider => new WatchedStorage((IStorage)storage.ImplementationFactory!(provider)));
    });

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 12).Select(i => Article(i))]);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task As_many_as_are_left_of_the_week_and_the_same_all_day_though_better_ones_come()
    {
        var first = await TodayAsync("channel=facebook");
        Assert.Equal((3, "2026-11-23", "default", "facebook"), (first["items"]!.AsArray().Count, (string?)first["date"], (string?)first["practice"], (string?)first["channel"]));
        Assert.Equal("You have shared 0 of 3 on Facebook this week. The next fits today at 07:00.", (string?)first["budget"]!["text"]);
        Assert.Equal("2026-11-23T07:00:00-06:00", (string?)first["budget"]!["nextSlot"]);
        Assert.NotEmpty((string)first["items"]![0]!["suggestion"]!["why"]!);

        await StoreAsync(Make.Article("brand-new", feed: "feed_11", topics: ["eyes"], daysOld: 0, probability: 0.99));
        _host.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal(Titles(first), Titles(await TodayAsync("")));
        _host.Time.Advance(TimeSpan.FromHours(12));
        Assert.Contains("brand-new", Titles(await TodayAsync("")));
    }

    [Fact]
    public async Task What_was_decided_stays_in_sight_with_its_decision_and_is_gone_the_next_day()
    {
        var title = Titles(await TodayAsync("")).First();
        await DecideAsync(title, new { action = "shared", channel = "facebook", by = "Ann" });
        var today = await TodayAsync("");
        Assert.Equal(3, today["items"]!.AsArray().Count);
        Assert.Equal(("shared", "Ann"), ((string?)today["items"]![0]!["decision"]!["action"], (string?)today["items"]![0]!["decision"]!["by"]));
        Assert.Null(today["items"]![1]!["decision"]);
        Assert.Equal((1, 2), ((int)today["budget"]!["used"]!, (int)today["budget"]!["left"]!));
        await DecideAsync(title, new { action = "undo" });
        Assert.Null((await TodayAsync(""))["items"]![0]!["decision"]);
        await DecideAsync(title, new { action = "shared", channel = "facebook" });
        _host.Time.Advance(TimeSpan.FromDays(1));
        today = await TodayAsync("");
        Assert.DoesNotContain(title, Titles(today));
        Assert.Equal(2, today["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_week_that_is_used_up_is_told_and_there_is_still_a_pick()
    {
        for (var i = 0; i < 3; i++) await DecideAsync($"a{i}", new { action = "shared", channel = "facebook" });
        _host.Time.Advance(TimeSpan.FromDays(2));
        var today = await TodayAsync("channel=facebook");
        Assert.Equal("You have shared 3 of 3 on Facebook this week. The next fits on Monday.", (string?)today["budget"]!["text"]);
        Assert.Single(today["items"]!.AsArray());
        Assert.Equal(5, (await TodayAsync("channel=x"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Others_come_when_asked_for_and_those_of_before_only_when_there_is_nothing_else()
    {
        var shown = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var today = await TodayAsync(i == 0 ? "" : $"reroll={i}");
            Assert.Null(today["note"]);
            shown.AddRange(Titles(today));
            Assert.Equal(Titles(today), Titles(await TodayAsync("")));
        }
        Assert.Equal(12, shown.Distinct().Count());
        var again = await TodayAsync("reroll=4");
        Assert.Equal(3, again["items"]!.AsArray().Count);
        Assert.Contains("shown before", (string?)again["note"], StringComparison.Ordinal);
        Assert.Empty(Titles(again).Intersect(shown.TakeLast(3)));
    }

    [Fact]
    public async Task A_set_that_is_asked_for_again_is_the_same_and_changes_nothing()
    {
        var first = Titles(await TodayAsync("")).ToList();
        var second = Titles(await TodayAsync("reroll=2")).ToList();
        var version = StoredVersion();
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TodayAsync("reroll=2")))) Assert.Equal(second, Titles(answer));
        Assert.Equal(version, StoredVersion());
        var between = Titles(await TodayAsync("reroll=1")).ToList();
        Assert.Equal(9, first.Concat(between).Concat(second).Distinct().Count());

        long StoredVersion() => _host.Get<DayPicksStore>().Find("default", Channel.Facebook, new DateOnly(2026, 11, 23))!.Version;
    }

    [Fact]
    public async Task One_can_go_back_to_any_set_and_it_stays_for_the_day()
    {
        var first = Titles(await TodayAsync("")).ToList();
        var other = Titles(await TodayAsync("reroll=1")).ToList();
        Assert.Equal(other, Titles(await TodayAsync("")));
        Assert.Equal(first, Titles(await TodayAsync("reroll=0")));
        Assert.Equal(first, Titles(await TodayAsync("")));
        Assert.Equal(other, Titles(await TodayAsync("reroll=1")));
        Assert.Equal(other, Titles(await TodayAsync("")));
    }

    [Fact]
    public async Task A_far_set_uses_up_none_of_those_between()
    {
        var first = Titles(await TodayAsync("")).ToList();
        var far = await TodayAsync("reroll=20");
        Assert.Null(far["note"]);
        var next = await TodayAsync("reroll=1");
        Assert.Null(next["note"]);
        Assert.Equal(9, first.Concat(Titles(far)).Concat(Titles(next)).Distinct().Count());
        Assert.Equal(Titles(far), Titles(await TodayAsync("reroll=20")));
    }

    [Fact]
    public async Task Who_asks_for_others_before_the_first_finds_the_best_in_the_first()
    {
        var best = (await _client.GetJsonAsync("/api/v1/suggestions?limit=1"))["items"]![0]!["title"];
        var others = Titles(await TodayAsync("reroll=2")).ToList();
        var first = Titles(await TodayAsync("reroll=0")).ToList();
        Assert.Equal((string?)best, first[0]);
        Assert.Empty(first.Intersect(others));
    }

    [Fact]
    public async Task A_practice_that_moves_to_another_day_and_back_keeps_the_picks_of_both()
    {
        await MoveAsync("Asia/Tokyo");
        _host.Time.Advance(TimeSpan.FromHours(8));
        var tomorrow = await TodayAsync("");
        await MoveAsync("America/Chicago");
        var today = await TodayAsync("");
        Assert.Equal(("2026-11-24", "2026-11-23"), ((string?)tomorrow["date"], (string?)today["date"]));
        Assert.Equal(Titles(today), Titles(await TodayAsync("")));
        await TodayAsync("reroll=1");
        await MoveAsync("Asia/Tokyo");
        Assert.Equal(Titles(tomorrow), Titles(await TodayAsync("")));

        async Task MoveAsync(string zone)
        {
            using var patch = new StringContent($$"""{ "timeZone": "{{zone}}" }""", null, "application/merge-patch+json");
            using var response = await _client.PatchAsync("/api/v1/practices/default", patch);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_instance_whose_clock_is_ahead_takes_nobody_s_picks_away()
    {
        var today = Titles(await TodayAsync("reroll=1")).ToList();
        var storage = _host.Get<IStorage>();
        var ahead = new DayPicksStore(storage);
        await ahead.LoadAsync(CancellationToken.None);
        Assert.True((await ahead.SaveAsync(new DayPicks("default", Channel.Facebook, new DateOnly(2026, 11, 24), [["art_x"]]), CancellationToken.None)).Saved);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(today, Titles(await TodayAsync("")));
        Assert.NotNull(await storage.GetAsync(Partitions.Practices, DayPicksStore.Kind, "default:facebook:2026-11-23", CancellationToken.None));
        Assert.NotNull(ahead.Find("default", Channel.Facebook, new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public async Task Stored_picks_that_can_t_be_read_are_replaced()
    {
        var storage = _host.Get<IStorage>();
        await storage.CommitAsync(new StorageBatch(Partitions.Practices).Put(DayPicksStore.Kind, "default:facebook:2026-11-23", "{ \"sets\": 5 }"u8.ToArray()), CancellationToken.None);
        var today = await TodayAsync("channel=facebook");
        Assert.Equal(3, today["items"]!.AsArray().Count);
        Assert.False((bool)today["stale"]!);
    }

    [Fact]
    public async Task A_topic_that_is_set_to_never_is_replaced_the_same_day()
    {
        var before = Titles(await TodayAsync("")).ToList();
        var topic = Topics[int.Parse(before[0][1..], System.Globalization.CultureInfo.InvariantCulture) % 6];
        using var patch = new StringContent($$"""{ "topicWeights": { "{{topic}}": 0 } }""", null, "application/merge-patch+json");
        using (await _client.PatchAsync("/api/v1/practices/default", patch)) { }
        var after = Titles(await TodayAsync("")).ToList();
        Assert.Equal(3, after.Count);
        Assert.DoesNotContain(before[0], after);
    }

    [Fact]
    public async Task With_all_decided_on_it_does_not_say_that_nothing_is_safe()
    {
        for (var i = 0; i < 12; i++) await DecideAsync($"a{i}", new { action = "reject", reason = "notToday" });
        var today = await TodayAsync("");
        Assert.Empty(today["items"]!.AsArray());
        Assert.Contains("decided on all", (string?)today["note"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_others_all_day_long_is_remembered_only_so_far()
    {
        await StoreAsync([.. Enumerable.Range(12, 220).Select(i => Make.Article($"a{i}", feed: $"feed_{i % 12}", topics: [Topics[i % 6]], daysOld: 1 + (i / 50.0)))]);
        var (picker, practice) = (_host.Get<TodayPicker>(), _host.Get<CurrentPractices>().Default);
        for (var i = 1; i <= TodayPicker.MostRerolls; i++) Assert.Equal(5, (await picker.PickAsync(practice, Channel.X, i, CancellationToken.None)).Items.Length);
        var sets = _host.Get<DayPicksStore>().Find("default", Channel.X, new DateOnly(2026, 11, 23))!.Sets;
        Assert.Equal((21, 105), (sets.Length, sets.SelectMany(set => set).Distinct().Count()));
    }

    [Fact]
    public async Task Channels_of_the_same_readers_show_different_ones_as_long_as_there_are_enough()
    {
        var facebook = Titles(await TodayAsync("channel=facebook")).ToList();
        var x = Titles(await TodayAsync("channel=x")).ToList();
        Assert.Equal((3, 5), (facebook.Count, x.Count));
        Assert.Empty(facebook.Intersect(x));
    }

    [Fact]
    public async Task What_became_unfit_is_replaced_and_the_others_stay()
    {
        var before = Titles(await TodayAsync("")).ToList();
        var number = int.Parse(before[1][1..], System.Globalization.CultureInfo.InvariantCulture);
        await StoreAsync(Article(number) with { Title = $"Retracted: a{number}" });
        var after = Titles(await TodayAsync("")).ToList();
        Assert.Equal(3, after.Distinct().Count());
        Assert.Equal([before[0], before[2]], after.Take(2));
        Assert.Empty(before.Intersect(after.Skip(2)));
        Assert.Equal(after, Titles(await TodayAsync("")));

        var feed = (string)(await TodayAsync(""))["items"]![0]!["suggestion"]!["source"]!["id"]!;
        using var patch = new StringContent($$"""{ "blockedSources": ["{{feed}}"] }""", null, "application/merge-patch+json");
        using (await _client.PatchAsync("/api/v1/practices/default", patch)) { }
        Assert.DoesNotContain(after[0], Titles(await TodayAsync("")));
    }

    [Fact]
    public async Task First_calls_at_once_agree_and_so_does_another_instance()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TodayAsync("channel=x")));
        Assert.Single(answers.Select(answer => string.Join(',', Titles(answer))).Distinct());

        var other = new DayPicksStore(_host.Get<IStorage>());
        var picker = new TodayPicker(_host.Get<SuggestionState>(), _host.Get<SuggestionFinder>(), other, _host.Get<CurrentCatalog>(), _host.Time);
        var practice = _host.Get<CurrentPractices>().Default;
        var there = await picker.PickAsync(practice, Channel.X, reroll: null, CancellationToken.None);
        Assert.Equal(Titles(answers[0]), there.Items.Select(item => item.Candidate.Article.Title));

        there = await picker.PickAsync(practice, Channel.X, reroll: 1, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(there.Items.Select(item => item.Candidate.Article.Title), Titles(await TodayAsync("channel=x")));
    }

    [Fact]
    public async Task A_new_day_s_picks_take_the_place_of_those_of_the_day_before_yesterday()
    {
        for (var day = 0; day < 4; day++)
        {
            if (day > 0) _host.Time.Advance(TimeSpan.FromDays(1));
            await TodayAsync("");
        }

        var ids = new List<string>();
        await foreach (var document in _host.Get<IStorage>().ListAsync(Partitions.Practices, DayPicksStore.Kind, CancellationToken.None)) ids.Add(document.Id);
        Assert.Equal(["default:facebook:2026-11-25", "default:facebook:2026-11-26"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_the_store_the_picks_are_made_from_memory_stay_the_same_and_are_saved_when_it_is_back()
    {
        var storage = (WatchedStorage)_host.Get<IStorage>();
        storage.RefusesWrites = true;
        var first = await TodayAsync("");
        Assert.True((bool)first["stale"]!);
        Assert.Equal(3, first["items"]!.AsArray().Count);
        var arrived = Make.Article("brand-new", feed: "feed_0", topics: ["sleep"], daysOld: 0);
        _host.Get<SuggestionState>().Change(current => current with { Live = current.Live.With([arrived], []) });
        Assert.Equal(Titles(first), Titles(await TodayAsync("")));
        storage.RefusesWrites = false;
        var later = await TodayAsync("");
        Assert.Equal(Titles(first), Titles(later));
        Assert.False((bool)later["stale"]!);
        Assert.NotNull(await storage.GetAsync(Partitions.Practices, DayPicksStore.Kind, "default:facebook:2026-11-23", CancellationToken.None));
    }

    [Fact]
    public async Task With_nothing_that_is_safe_it_says_so_and_picks_as_soon_as_there_is()
    {
        for (var i = 0; i < 12; i++) await StoreAsync(Article(i) with { Title = $"Retracted: a{i}" });
        var today = await TodayAsync("");
        Assert.Empty(today["items"]!.AsArray());
        Assert.Contains("nothing new", (string?)today["note"], StringComparison.Ordinal);
        await StoreAsync(Make.Article("brand-new", feed: "feed_0", topics: ["sleep"], daysOld: 0));
        Assert.Equal(["brand-new"], Titles(await TodayAsync("")));
    }

    [Theory]
    [InlineData("channel=myspace", HttpStatusCode.BadRequest, "unknown-channel")]
    [InlineData("practice=none", HttpStatusCode.NotFound, "unknown-practice")]
    [InlineData("reroll=perhaps", HttpStatusCode.BadRequest, "validation")]
    [InlineData("reroll=-1", HttpStatusCode.BadRequest, "validation")]
    [InlineData("reroll=21", HttpStatusCode.BadRequest, "validation")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, HttpStatusCode status, string code)
    {
        using var response = await _client.GetAsync($"/api/v1/suggestions/today?{query}");
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task A_channel_that_is_off_says_so()
    {
        var today = await TodayAsync("channel=threads");
        Assert.Equal((0, null), ((int)today["budget"]!["left"]!, (string?)today["budget"]!["nextSlot"]));
        Assert.Contains("switched off", (string?)today["budget"]!["text"], StringComparison.Ordinal);
    }

    private static readonly string[] Topics = ["nutrition", "exercise", "sleep", "heart", "skin-conditions", "vaccines"];

    private static Article Article(int i) => Make.Article($"a{i}", feed: $"feed_{i}", topics: [Topics[i % 6]], daysOld: i + 1);

    private Task<JsonNode> TodayAsync(string query) => _client.GetJsonAsync($"/api/v1/suggestions/today?{query}");

    private static IEnumerable<string> Titles(JsonNode today) => today["items"]!.AsArray().Select(item => (string)item!["suggestion"]!["title"]!);

    private Task<JsonNode> DecideAsync(string title, object decision) =>
        _client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Make.Article(title).Id)}/decisions", decision, HttpStatusCode.Created);

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
