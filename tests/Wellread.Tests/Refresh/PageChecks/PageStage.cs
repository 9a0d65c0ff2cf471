using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>A whole service and a pretend web with a news site.</summary>
public abstract class PageStage : IAsyncLifetime
{
    private protected const string Html = "text/html; charset=utf-8";

    private protected FakeWeb Web { get; private set; } = null!;

    private protected WellreadHost Host { get; private set; } = null!;

    private protected HttpClient Client { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Web = await FakeWeb.StartAsync();
        Web.Name("news.example.org");
        Host = new WellreadHost().With(services => services.AddSingleton(Web.Network)
            .AddSingleton(Make.Catalog([("feed_a", FeedRules.None), .. Enumerable.Range(0, 9).Select(i => ($"feed_{i}", FeedRules.None))])));
        Client = Host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Web.DisposeAsync();
    }

    private protected async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await Host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    private protected async Task<List<string>> TitlesAsync() =>
        [.. (await Client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}
