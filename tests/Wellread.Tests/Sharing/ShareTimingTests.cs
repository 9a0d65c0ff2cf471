using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What the practice's own rules say of a moment to share, and what is told when it was shared.</summary>
public sealed class ShareTimingTests : IAsyncLifetime
{
    private static readonly Article Lunch = Make.Article("lunch");

    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync(Lunch);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_good_moment_is_warned_of_by_nothing() => Assert.Empty(await WarningsAsync("facebook"));

    [Fact]
    public async Task A_channel_that_is_off_a_quiet_hour_and_a_post_of_a_moment_ago_are_told()
    {
        Assert.Equal(["Email is switched off for your practice. Switch it on before you share there."], await WarningsAsync("email"));
        await DecideAsync(new { action = "shared", channel = "x" });
        Assert.Equal(["You have shared 1 of 5 on X this week. The next fits today at 12:00."], await WarningsAsync("x"));
        Assert.Empty(await WarningsAsync("facebook"));
        _host.Time.Advance(TimeSpan.FromHours(14));
        Assert.Equal(["You have shared 0 of 3 on Facebook this week. The next fits tomorrow at 07:00."], await WarningsAsync("facebook"));
    }

    [Fact]
    public async Task What_is_taken_back_is_told_with_every_place_where_it_was_shared()
    {
        await DecideAsync(new { action = "approve" });
        Assert.Equal(
            "Its publisher has taken this back: \u201cRetracted: lunch\u201d. Your outbox had given it out. Please take it down from Facebook and X, if it was posted.", await AfterRetractionAsync());
        await StoreAsync(Lunch);
        foreach (var channel in new[] { "facebook", "linkedin", "x" }) await DecideAsync(new { action = "shared", channel });
        await DecideAsync(new { action = "approve", by = "Ann" });
        await DecideAsync(new { action = "undo" });
        Assert.Equal("Its publisher has taken this back: \u201cRetracted: lunch\u201d. Please take down your posts on Facebook, LinkedIn and X.", await AfterRetractionAsync());
        await DecideAsync(new { action = "undo" });
        Assert.Equal(["facebook", "linkedin"], (await ChangedAsync())["channels"]!.AsArray().Select(channel => (string)channel!));
    }

    private async Task<string?> AfterRetractionAsync()
    {
        await StoreAsync(Lunch with { Title = "Retracted: lunch" });
        return (string?)(await ChangedAsync())["message"];
    }

    private async Task<JsonNode> ChangedAsync() => Assert.Single((await _client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray())!["change"]!;

    private async Task<IEnumerable<string>> WarningsAsync(string channel) =>
        (await _client.GetJsonAsync($"/api/v1/articles/{Lunch.Id}/share?channel={channel}"))["warnings"]!.AsArray().Select(warning => (string)warning!);

    private Task<JsonNode> DecideAsync(object decision) =>
        _client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Lunch.Id)}/decisions", decision, HttpStatusCode.Created);

    private async Task StoreAsync(Article article)
    {
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
