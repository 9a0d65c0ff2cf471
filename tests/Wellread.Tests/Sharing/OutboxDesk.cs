using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Feeds.Parsing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>A service with an outbox of a practice that has set itself no limits, and what an editor and a tool do with it.</summary>
internal sealed class OutboxDesk : IAsyncDisposable
{
    public WellreadHost Host { get; } = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None))));

    public HttpClient Client { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public static async Task<OutboxDesk> OpenAsync(params Article[] articles)
    {
        var desk = new OutboxDesk();
        desk.Client = desk.Host.CreateClient();
        await desk.ChangePracticeAsync(new { channels = Unlimited.Channels("facebook", "x", "linkedin") });
        await desk.StoreAsync(articles);
        desk.Token = (string)(await desk.Client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK))["token"]!;
        return desk;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public void Wait(TimeSpan time) => Host.Time.Advance(time);

    public Task<JsonNode> ApproveAsync(string name) => DecideAsync(name, new { action = "approve" });

    public Task<JsonNode> DecideAsync(string name, object decision) =>
        Client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Make.Article(name).Id)}/decisions", decision, HttpStatusCode.Created);

    public async Task<string[]> TitlesAsync(string query = "") => [.. (await FeedAsync(query)).Entries.Select(entry => entry.Title!)];

    public async Task<ParsedFeed> FeedAsync(string query = "") => Reading.Feed(await Client.GetByteArrayAsync($"/api/v1/outbox/default.atom?token={Token}{query}"));

    public Task<string> CalendarAsync() => Client.GetStringAsync($"/api/v1/outbox/default/calendar.ics?token={Token}");

    public Task SwitchOnAsync(params string[] channels) => ChangePracticeAsync(new { channels = Unlimited.Channels(channels), confirmMoreChannels = true });

    public async Task ChangePracticeAsync(object change)
    {
        using var response = await Client.PatchAsJsonAsync("/api/v1/practices/default", change);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await Host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    public async Task RemoveAsync(string name)
    {
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Remove(batch, Make.Article(name).Id);
        await Host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
