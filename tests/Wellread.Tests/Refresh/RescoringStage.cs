using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Refresh;
using Wellread.Scoring;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Scoring;
using Wellread.Tests.Support;
using TemporaryFolder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Refresh;

/// <summary>Whole hosts that share a store, each with a model of its own.</summary>
public abstract class RescoringStage : IAsyncLifetime
{
    private protected const string Plain = "Walk a little every day to help your heart";
    private protected const string PlainText = "A short walk each day can help your heart and your blood pressure. Start with ten minutes. Ask your doctor if you are not sure.";
    private protected static readonly byte[] Committed = File.ReadAllBytes(Path.Combine(Repository.Path("models"), FriendlinessModelFile.Name));
    private protected static readonly byte[] Other = FriendlinessModelFile.Write(ScoringSamples.Train());

    /// <summary>A feed of the packs: articles of a feed that is not on the list are not suggested.</summary>
    private protected static readonly string Feed = FeedCatalog.Load(Repository.Path("feeds")).Sources.First(source => source is { Topics.Count: 0, Enabled: true }).Id;

    private protected List<WellreadHost> Hosts { get; } = [];

    private protected TemporaryFolder Models { get; } = new();

    private protected abstract string Connection { get; }

    private protected abstract Task ExpireAsync(WellreadHost host, string lease);

    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    public Task InitializeAsync() => PrepareAsync();

    public virtual async Task DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
        Models.Dispose();
    }

    private protected WellreadHost Host(string name, byte[] model, Func<IStorage, IStorage>? watch = null)
    {
        PutModel(name, model);
        var host = new WellreadHost().With("Storage:Connection", Connection).With("Scoring:ModelPath", Models.Path(name));
        if (watch is not null) host.With(services => Watch(services, watch));
        Hosts.Add(host);
        host.CreateClient().Dispose();
        return host;
    }

    private protected static void Watch(Microsoft.Extensions.DependencyInjection.IServiceCollection services, Func<IStorage, IStorage> watch)
    {
        var storage = services.Last(service => service.ServiceType == typeof(IStorage));
        services.Remove(storage);
        services.Add(new(typeof(IStorage), provider => watch((IStorage)storage.ImplementationFactory!(provider)), Microsoft.Extensions.DependencyInjection.ServiceLifetime.Singleton));
    }

    private protected void PutModel(string name, byte[] content)
    {
        Directory.CreateDirectory(Models.Path(name));
        File.WriteAllBytes(Path.Combine(Models.Path(name), FriendlinessModelFile.Name), content);
    }

    /// <summary>Articles that an earlier version has scored, with a probability that no model gives.</summary>
    private protected static List<Article> Old(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Make.Article($"old-{i}", feed: Feed, topics: ["heart"], probability: 0.123) with { Title = $"{Plain}, part {i}", Summary = PlainText }),
    ];

    private protected static async Task StoreAsync(WellreadHost host, IReadOnlyList<Article> articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article, isNew: true);
        Assert.IsType<CommitResult.Committed>(await host.Get<IStorage>().CommitAsync(batch, CancellationToken.None));
        await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    private protected static Task<RescoringStep> StepAsync(WellreadHost host) => host.Get<Rescorer>().StepAsync(CancellationToken.None);

    /// <summary>Steps until nothing is left, and gives how many batches it took.</summary>
    private protected static async Task<int> FinishAsync(WellreadHost host)
    {
        for (var steps = 0; ; steps++)
        {
            if (await StepAsync(host) is var step and not RescoringStep.Rescored)
            {
                Assert.Equal(RescoringStep.UpToDate, step);
                return steps;
            }

            await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        }
    }

    private protected static (int Total, int Done, DateTimeOffset? FinishedAt) Progress(WellreadHost host)
    {
        var progress = host.Get<CurrentRescoring>().Progress!;
        return (progress.Total, progress.Done, progress.FinishedAt);
    }

    private protected static async Task<string> HealthAsync(WellreadHost host) => (await host.CreateClient().GetJsonAsync("/health/ready")).ToJsonString();

    private protected static async Task<System.Text.Json.Nodes.JsonNode> FirstAsync(WellreadHost host) =>
        (await host.CreateClient().GetJsonAsync("/api/v1/suggestions"))["items"]![0]!;

    private protected static async Task<List<Article>> StoredAsync(WellreadHost host) => [.. await host.Get<ArticleStore>().AllAsync()];

    private protected static async Task<IEnumerable<long>> VersionsAsync(WellreadHost host) =>
        (await host.Get<ArticleStore>().GetStoredAsync([.. (await StoredAsync(host)).Select(article => article.Id)], CancellationToken.None)).Select(stored => stored.Version);
}
