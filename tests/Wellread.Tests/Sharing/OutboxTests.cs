using System.Net;
using System.Net.Http.Headers;
using Wellread.Tests.Feeds.Parsing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What a practice approved, as other tools read it over the whole service.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private OutboxDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OutboxDesk.OpenAsync(
        Make.Article("lunch") with { Summary = "Eat fruit each day. It tastes good." },
        Make.Article("walk", feed: "feed_b", topics: ["exercise"]),
        Make.Article("sleep", topics: ["sleep"]));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Items_come_out_a_minute_apart_and_never_ahead_of_time()
    {
        foreach (var title in new[] { "lunch", "walk", "sleep" }) await _desk.ApproveAsync(title);
        Assert.Single(await DatesAsync());
        _desk.Wait(TimeSpan.FromSeconds(90));
        Assert.Equal(2, (await DatesAsync()).Length);
        _desk.Wait(TimeSpan.FromHours(5));
        Assert.Equal([Make.Morning.AddMinutes(2), Make.Morning.AddMinutes(1), Make.Morning], await DatesAsync());
    }

    [Fact]
    public async Task What_is_taken_back_shared_or_corrected_is_no_longer_there()
    {
        foreach (var title in new[] { "lunch", "walk", "sleep" })
        {
            await _desk.ApproveAsync(title);
            _desk.Wait(TimeSpan.FromHours(1));
        }
        Assert.Equal(["sleep", "walk", "lunch"], await _desk.TitlesAsync());
        await _desk.DecideAsync("lunch", new { action = "undo" });
        await _desk.DecideAsync("walk", new { action = "shared", channel = "facebook" });
        Assert.Equal(["sleep"], await _desk.TitlesAsync());
        await _desk.StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" });
        Assert.Empty(await _desk.TitlesAsync());
    }

    [Fact]
    public async Task The_words_are_those_that_were_approved_even_when_the_article_has_gone()
    {
        await _desk.ApproveAsync("lunch");
        await _desk.StoreAsync(Make.Article("lunch") with { Title = "LUNCH", Summary = "Eat fruit each day. It tastes very good." });
        Assert.Equal(["lunch"], await _desk.TitlesAsync());
        await _desk.RemoveAsync("lunch");
        Assert.Equal(["lunch"], await _desk.TitlesAsync());
    }

    [Theory]
    [InlineData("lunch", "Never eat fruit that is not washed by somebody else.")]
    [InlineData("lunch is recalled in ten states", "Eat fruit each day. It tastes good.")]
    public async Task What_an_editor_has_to_read_again_comes_out_once_somebody_has(string title, string summary)
    {
        await _desk.DecideAsync("lunch", new { action = "approve", sharedAt = Make.Morning.AddHours(2) });
        _desk.Wait(TimeSpan.FromHours(1));
        await _desk.StoreAsync(Make.Article("lunch") with { Title = title, Summary = summary });
        // A share on another network has seen the new words, and is no yes to the old ones.
        await _desk.DecideAsync("lunch", new { action = "shared", channel = "x" });
        _desk.Wait(TimeSpan.FromHours(2));
        Assert.Empty(await _desk.TitlesAsync());
        await _desk.DecideAsync("lunch", new { action = "approve", channel = "facebook" });
        Assert.Equal([title], await _desk.TitlesAsync());
    }

    [Fact]
    public async Task A_reader_that_has_it_all_is_told_so()
    {
        var tags = new List<(string Path, string Tag)>();
        foreach (var path in new[] { "default.rss", "default.atom", "default.json", "default/calendar.ics" })
        {
            using var first = await _desk.Client.GetAsync($"/api/v1/outbox/{path}?token={_desk.Token}");
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
            _desk.Wait(TimeSpan.FromMinutes(1));
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/outbox/{path}?token={_desk.Token}");
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await _desk.Client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
            tags.Add((path, first.Headers.ETag!.Tag));
        }
        await _desk.ApproveAsync("lunch");
        await _desk.DecideAsync("walk", new { action = "shared", channel = "x" });
        _desk.Wait(TimeSpan.FromMinutes(1));
        foreach (var (path, tag) in tags)
        {
            using var news = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/outbox/{path}?token={_desk.Token}");
            news.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));
            using var third = await _desk.Client.SendAsync(news);
            Assert.Equal(HttpStatusCode.OK, third.StatusCode);
            Assert.NotEqual(tag, third.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task A_text_is_made_for_the_network_that_the_address_names()
    {
        await _desk.SwitchOnAsync("email");
        await _desk.ApproveAsync("lunch");
        var tip = Reading.Feed(await _desk.Client.GetByteArrayAsync($"/api/v1/outbox/default.rss?token={_desk.Token}&channel=email&tone=tip"));
        Assert.StartsWith("Tip: Eat fruit each day.", tip.Entries[0].Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("#", tip.Entries[0].Summary!, StringComparison.Ordinal);
        var self = await _desk.Client.GetJsonAsync($"/api/v1/outbox/default.json?tone=TIP&token={_desk.Token}&channel=email");
        Assert.EndsWith("/api/v1/outbox/default.json?channel=email&tone=tip", (string)self["feed_url"]!, StringComparison.Ordinal);
        using var wrong = await _desk.Client.GetAsync($"/api/v1/outbox/default.rss?token={_desk.Token}&channel=pigeon");
        await Api.ProblemAsync(wrong, HttpStatusCode.BadRequest, "unknown-channel");
        using var other = await _desk.Client.GetAsync($"/api/v1/outbox/default.csv?token={_desk.Token}");
        await Api.ProblemAsync(other, HttpStatusCode.NotFound, "unknown-outbox");
    }

    private async Task<DateTimeOffset[]> DatesAsync() => [.. (await _desk.FeedAsync()).Entries.Select(entry => entry.Published!.Value)];
}
