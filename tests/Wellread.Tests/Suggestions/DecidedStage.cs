using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>A whole service with four articles to decide on.</summary>
public abstract class DecidedStage : IAsyncLifetime
{
    private protected WellreadHost Host { get; } = new WellreadHost().With("Practice:TimeZone", "America/Chicago").With(services =>
        services.AddSingleton(Make.Catalog([.. new[] { "feed_a", "feed_b", "feed_c" }.Select(id => (id, FeedRules.None))])));

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Client = Host.CreateClient();
        await StoreAsync(
            Make.Article("lunch"),
            Make.Article("walk", feed: "feed_b", topics: ["exercise"], daysOld: 2),
            Make.Article("=HYPERLINK(1)", feed: "feed_c", topics: ["sleep"], daysOld: 3),
            Make.Article("hard", feed: "feed_c", topics: ["mental-health"], sensitive: ["suicide"]));
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private protected static string PathOf(string title) => $"/api/v1/suggestions/{SuggestionId.Of(Make.Article(title).Id)}/decisions";

    private protected Task<JsonNode> DecideAsync(string title, object decision) => Client.PostJsonAsync(PathOf(title), decision, HttpStatusCode.Created);

    private protected async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await Host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
