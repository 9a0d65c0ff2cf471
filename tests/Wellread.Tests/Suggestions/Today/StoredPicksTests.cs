using System.Net;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Suggestions.Today;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Today;

/// <summary>A day's picks stay what they are, whoever else picks, whatever the clocks say and while the store is away.</summary>
public sealed class StoredPicksTests : TodayStage
{
    [Fact]
    public async Task A_practice_that_moves_to_another_day_and_back_keeps_the_picks_of_both()
    {
        await MoveAsync("Asia/Tokyo");
        Host.Time.Advance(TimeSpan.FromHours(8));
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
            using var response = await Client.PatchAsync("/api/v1/practices/default", patch);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_instance_whose_clock_is_ahead_takes_nobody_s_picks_away()
    {
        var today = Titles(await TodayAsync("reroll=1")).ToList();
        var storage = Host.Get<IStorage>();
        var ahead = new DayPicksStore(storage);
        await ahead.LoadAsync(CancellationToken.None);
        Assert.True((await ahead.SaveAsync(new DayPicks("default", Channel.Facebook, new DateOnly(2026, 11, 24), [["art_x"]]), CancellationToken.None)).Saved);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(today, Titles(await TodayAsync("")));
        Assert.NotNull(await storage.GetAsync(Partitions.Practices, DayPicksStore.Kind, "default:facebook:2026-11-23", CancellationToken.None));
        Assert.NotNull(ahead.Find("default", Channel.Facebook, new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public async Task Stored_picks_that_can_t_be_read_are_replaced()
    {
        var storage = Host.Get<IStorage>();
        await storage.CommitAsync(new StorageBatch(Partitions.Practices).Put(DayPicksStore.Kind, "default:facebook:2026-11-23", "{ \"sets\": 5 }"u8.ToArray()), CancellationToken.None);
        var today = await TodayAsync("channel=facebook");
        Assert.Equal(3, today["items"]!.AsArray().Count);
        Assert.False((bool)today["stale"]!);
    }

    [Fact]
    public async Task First_calls_at_once_agree_and_so_does_another_instance()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TodayAsync("channel=x")));
        Assert.Single(answers.Select(answer => string.Join(',', Titles(answer))).Distinct());

        var other = new DayPicksStore(Host.Get<IStorage>());
        var picker = new TodayPicker(Host.Get<SuggestionState>(), Host.Get<SuggestionFinder>(), other, Host.Get<CurrentCatalog>(), Host.Time);
        var practice = Host.Get<CurrentPractices>().Default;
        var there = await picker.PickAsync(practice, Channel.X, reroll: null, CancellationToken.None);
        Assert.Equal(Titles(answers[0]), there.Items.Select(item => item.Candidate.Article.Title));

        there = await picker.PickAsync(practice, Channel.X, reroll: 1, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(there.Items.Select(item => item.Candidate.Article.Title), Titles(await TodayAsync("channel=x")));
    }

    [Fact]
    public async Task A_new_day_s_picks_take_the_place_of_those_of_the_day_before_yesterday()
    {
        for (var day = 0; day < 4; day++)
        {
            if (day > 0) Host.Time.Advance(TimeSpan.FromDays(1));
            await TodayAsync("");
        }

        var ids = new List<string>();
        await foreach (var document in Host.Get<IStorage>().ListAsync(Partitions.Practices, DayPicksStore.Kind, CancellationToken.None)) ids.Add(document.Id);
        Assert.Equal(["default:facebook:2026-11-25", "default:facebook:2026-11-26"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_the_store_the_picks_are_made_from_memory_stay_the_same_and_are_saved_when_it_is_back()
    {
        var storage = (WatchedStorage)Host.Get<IStorage>();
        storage.RefusesWrites = true;
        var first = await TodayAsync("");
        Assert.True((bool)first["stale"]!);
        Assert.Equal(3, first["items"]!.AsArray().Count);
        var arrived = Make.Article("brand-new", feed: "feed_0", topics: ["sleep"], daysOld: 0);
        Host.Get<SuggestionState>().Change(current => current with { Live = current.Live.With([arrived], []) });
        Assert.Equal(Titles(first), Titles(await TodayAsync("")));
        storage.RefusesWrites = false;
        var later = await TodayAsync("");
        Assert.Equal(Titles(first), Titles(later));
        Assert.False((bool)later["stale"]!);
        Assert.NotNull(await storage.GetAsync(Partitions.Practices, DayPicksStore.Kind, "default:facebook:2026-11-23", CancellationToken.None));
    }
}
