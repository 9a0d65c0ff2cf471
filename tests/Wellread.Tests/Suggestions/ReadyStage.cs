using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>A whole service with twelve articles and two practices, asked for suggestions.</summary>
public abstract class ReadyStage : IAsyncLifetime
{
    private protected const string Mine = "?limit=5&practice=mine";

    private protected WellreadHost Host { get; } = new WellreadHost().With(services =>
        services.AddSingleton(Make.Catalog([.. Enumerable.Range(0, 12).Select(i => $"feed_{i}").Append("feed_a").Select(id => (id, FeedRules.None))])));

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Client = Host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 12).Select(i => Make.Article($"a{i}", feed: $"feed_{i}", daysOld: i + 1))]);
        Host.Get<CurrentPractices>().Change(
            [new Practice { Id = "mine", Languages = ["en"], Version = 1 }, new Practice { Id = "theirs", Languages = ["en"], Version = 1 }]);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private protected bool IsReady(string query, string method = "GET", string path = "/api/v1/suggestions")
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (method, path, new QueryString(query));
        return Host.Get<ReadyAnswers>().Find(context.Request) is not null;
    }

    private protected Task<byte[]> BytesAsync(string query) => Client.GetByteArrayAsync($"/api/v1/suggestions{query}");

    private protected async Task<List<string>> ShownAsync(string query) =>
        [.. (await Client.GetJsonAsync($"/api/v1/suggestions{query}"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private protected async Task<EntityTagHeaderValue> TagAsync(string query)
    {
        using var response = await Client.GetAsync($"/api/v1/suggestions{query}");
        return response.Headers.ETag!;
    }

    private protected async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await Host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
