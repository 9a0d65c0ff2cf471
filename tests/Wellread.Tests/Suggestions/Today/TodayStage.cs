using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Today;

/// <summary>A whole service with twelve articles, asked for the picks of the day.</summary>
public abstract class TodayStage : IAsyncLifetime
{
    private protected WellreadHost Host { get; } = new WellreadHost().With("Practice:TimeZone", "America/Chicago").With(services =>
    {
        services.AddSingleton(Make.Catalog([.. Enumerable.Range(0, 12).Select(i => ($"feed_{i}", FeedRules.None))]));
        var storage = services.Last(service => service.ServiceType == typeof(IStorage));
        services.AddSingleton<IStorage>(provider => new WatchedStorage((IStorage)storage.ImplementationFactory!(provider)));
    });

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Client = Host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 12).Select(i => Article(i))]);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private protected static readonly string[] Topics = ["nutrition", "exercise", "sleep", "heart", "skin-conditions", "vaccines"];

    private protected static Article Article(int i) => Make.Article($"a{i}", feed: $"feed_{i}", topics: [Topics[i % 6]], daysOld: i + 1);

    private protected Task<JsonNode> TodayAsync(string query) => Client.GetJsonAsync($"/api/v1/suggestions/today?{query}");

    private protected static IEnumerable<string> Titles(JsonNode today) => today["items"]!.AsArray().Select(item => (string)item!["suggestion"]!["title"]!);

    private protected Task<JsonNode> DecideAsync(string title, object decision) =>
        Client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Make.Article(title).Id)}/decisions", decision, HttpStatusCode.Created);

    private protected async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await Host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
