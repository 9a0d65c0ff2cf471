using Wellread.Practices;
using Wellread.Suggestions.Today;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Today;

/// <summary>Other picks for the same day, as often as somebody asks for them.</summary>
public sealed class OtherPicksTests : TodayStage
{
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

        long StoredVersion() => Host.Get<DayPicksStore>().Find("default", Channel.Facebook, new DateOnly(2026, 11, 23))!.Version;
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
        var best = (await Client.GetJsonAsync("/api/v1/suggestions?limit=1"))["items"]![0]!["title"];
        var others = Titles(await TodayAsync("reroll=2")).ToList();
        var first = Titles(await TodayAsync("reroll=0")).ToList();
        Assert.Equal((string?)best, first[0]);
        Assert.Empty(first.Intersect(others));
    }

    [Fact]
    public async Task Whoever_asks_for_others_all_day_long_is_remembered_only_so_far()
    {
        await StoreAsync([.. Enumerable.Range(12, 220).Select(i => Make.Article($"a{i}", feed: $"feed_{i % 12}", topics: [Topics[i % 6]], daysOld: 1 + (i / 50.0)))]);
        var (picker, practice) = (Host.Get<TodayPicker>(), Host.Get<CurrentPractices>().Default);
        for (var i = 1; i <= TodayPicker.MostRerolls; i++) Assert.Equal(5, (await picker.PickAsync(practice, Channel.X, i, CancellationToken.None)).Items.Length);
        var sets = Host.Get<DayPicksStore>().Find("default", Channel.X, new DateOnly(2026, 11, 23))!.Sets;
        Assert.Equal((21, 105), (sets.Length, sets.SelectMany(set => set).Distinct().Count()));
    }
}
