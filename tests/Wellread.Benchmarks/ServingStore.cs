using Wellread.Articles;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Benchmarks;

/// <summary>A SQLite store with made-up articles, as a service would have filled it.</summary>
internal sealed class ServingStore : IAsyncDisposable
{
    private const int BatchSize = 500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wellread-serving-");
    private readonly SqliteStorage _storage;
    private readonly MadeUpArticles _articles;
    private int _next;

    private ServingStore(string dll)
    {
        _storage = new SqliteStorage(Path.Combine(_folder.FullName, "wellread.db"), TimeProvider.System);
        _articles = new MadeUpArticles(TimeProvider.System.GetUtcNow(), dll);
    }

    public string Folder => _folder.FullName;

    /// <summary>What a service needs to serve this store and nothing else.</summary>
    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["Storage__Connection"] = $"sqlite:{Path.Combine(Folder, "wellread.db")}",
        ["Feeds__Packs"] = Path.Combine(Folder, "packs"),
        ["Refresh__Enabled"] = "false",
        ["Articles__MaxCount"] = "1000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    public static async Task<ServingStore> CreateAsync(string dll, int count)
    {
        var store = new ServingStore(dll);
        Directory.CreateDirectory(Path.Combine(store.Folder, "packs"));
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "packs", "made-up.opml"), store._articles.Opml());
        await store._storage.OpenAsync(CancellationToken.None);
        for (; store._next < count; store._next += BatchSize)
        {
            var numbers = Enumerable.Range(store._next, Math.Min(BatchSize, count - store._next));
            await store.CommitAsync([.. numbers.AsParallel().AsOrdered().Select(number => store._articles.Make(number))]);
        }

        store._next = count;
        return store;
    }

    /// <summary>Practices of every specialty; each fourth reads Spanish, too.</summary>
    public async Task AddPracticesAsync(int count)
    {
        var batch = new StorageBatch(Partitions.Practices);
        foreach (var i in Enumerable.Range(0, count))
        {
            var settings = new PracticeSettings
            {
                Name = $"Practice {i}",
                Specialty = SpecialtyCatalog.All[i % SpecialtyCatalog.All.Length].Slug,
                Languages = i % 4 == 0 ? ["en", "es"] : ["en"],
                TargetGrade = 6 + (i % 5),
            };
            batch.Put(PracticeStore.Kind, $"p{i}", settings.ToJson()).Log(PracticeStore.Kind, $"p{i}");
        }

        if (await _storage.CommitAsync(batch, CancellationToken.None) is not CommitResult.Committed) throw new InvalidOperationException("A batch was not committed.");
    }

    /// <summary>New articles of this minute, as another instance's refresh would store them; returns the id of the last.</summary>
    public async Task<string> ArriveAsync(int count)
    {
        var articles = Enumerable.Range(_next, count).Select(number => _articles.Make(number, TimeSpan.Zero)).ToArray();
        _next += count;
        await CommitAsync(articles);
        return articles[^1].Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task CommitAsync(IReadOnlyList<Article> articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article, isNew: true);
        if (await _storage.CommitAsync(batch, CancellationToken.None) is not CommitResult.Committed) throw new InvalidOperationException("A batch was not committed.");
    }
}
