using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

/// <summary>A service with one feed and one article, to be called wrongly.</summary>
public abstract class CallsStage : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Client = _host.CreateClient();
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, Make.Article("lunch"));
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
