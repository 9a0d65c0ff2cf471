using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Articles;

/// <summary>Articles in the library partition: document <c>article/ID</c>, log entry <c>article ID</c>.</summary>
internal sealed partial class ArticleStore(IStorage storage, ILogger<ArticleStore> logger)
{
    public const string Kind = "article";

    /// <summary>Articles that are remembered at most: a few refreshes' worth, far more than wait to be followed.</summary>
    private const int MaxRemembered = 20_000;

    private const int PageSize = 250;

    private readonly ConcurrentDictionary<string, Written> _written = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds document and log entry to a batch that the caller commits, so that a feed's state and its articles are written together. With
    /// <paramref name="isNew"/> the commit fails where another feed has brought the article meanwhile.
    /// </summary>
    public static void Put(StorageBatch batch, Article article, bool isNew = false) => Put(batch, article, isNew ? 0 : null);

    /// <summary>The same where the commit is to fail unless the article is still as it was read.</summary>
    public static void Replace(StorageBatch batch, Article article, StoredArticle read) => Put(batch, article, read.Version);

    /// <summary>Takes an article out; the log says so, and whoever follows it finds no document.</summary>
    public static void Remove(StorageBatch batch, string id) => batch.Delete(Kind, id).Log(Kind, id);

    /// <summary>Remembers what a commit wrote, so that who follows the log here need not read it back. <paramref name="logPosition"/> is the log's after that commit.</summary>
    public void Remember(IEnumerable<Article> written, long logPosition)
    {
        if (_written.Count > MaxRemembered) _written.Clear();
        foreach (var article in written) _written[article.Id] = new Written(article, logPosition);
    }

    /// <summary>The articles that log entries announce, as they were then or newer; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<Article>> GetAnnouncedAsync(IEnumerable<LogEntry> entries, CancellationToken cancellationToken)
    {
        var announced = new List<Article>();
        var unknown = new List<string>();
        foreach (var (id, position) in entries.Where(entry => entry.Kind == Kind).GroupBy(entry => entry.Id, entry => entry.Position).Select(entry => (entry.Key, entry.Max())))
        {
            // A commit's entries stand together, so what is announced up to its position is what it wrote or older.
            if (_written.TryRemove(id, out var written) && position <= written.LogPosition) announced.Add(written.Article);
            else unknown.Add(id);
        }
        if (unknown.Count > 0) announced.AddRange(await GetManyAsync(unknown, cancellationToken));
        return announced;
    }

    public async Task<Article?> GetAsync(string id, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Library, Kind, id, cancellationToken) is { } document ? Read(document.Body) : null;

    /// <summary>Those that exist, in the order asked. One that can't be read is left out.</summary>
    public async Task<IReadOnlyList<Article>> GetManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var documents = await storage.GetManyAsync(Partitions.Library, Kind, ids, cancellationToken);
        return [.. documents.Select(TryRead).OfType<Article>()];
    }

    /// <summary>The same for whoever means to write them back: see <see cref="Replace"/>.</summary>
    /// <param name="ids">The articles' ids.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="unreadable">Takes the ids of those that exist but can't be read: a newer version of Wellread may have written them, so they are not to be written over.</param>
    public async Task<IReadOnlyList<StoredArticle>> GetStoredAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken, ICollection<string>? unreadable = null)
    {
        var found = new List<StoredArticle>();
        foreach (var document in await storage.GetManyAsync(Partitions.Library, Kind, ids, cancellationToken))
        {
            if (TryRead(document) is { } article) found.Add(new StoredArticle(article, document.Version));
            else unreadable?.Add(document.Id);
        }
        return found;
    }

    /// <summary>
    /// Reads all of them, in no promised order, on all processors: <paramref name="take"/> gets some at a time, from several threads at once. One that can't be
    /// read is left out.
    /// </summary>
    public Task ReadAllAsync(Action<IReadOnlyList<Article>> take, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(PagesAsync(cancellationToken), cancellationToken, async (page, _) =>
        {
            // Whoever asks for something meanwhile, a health check perhaps, is not kept waiting for a free thread.
            await Task.Yield();
            take([.. page.Select(TryRead).OfType<Article>()]);
        });

    private async IAsyncEnumerable<List<StoredDocument>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<StoredDocument>(PageSize);
        await foreach (var document in storage.ListAsync(Partitions.Library, Kind, cancellationToken))
        {
            page.Add(document);
            if (page.Count < PageSize) continue;
            yield return page;
            page = new List<StoredDocument>(PageSize);
        }

        if (page.Count > 0) yield return page;
    }

    private Article? TryRead(StoredDocument document)
    {
        try
        {
            return Read(document.Body);
        }
        catch (JsonException)
        {
            Log.ArticleUnreadable(logger, document.Id);
            return null;
        }
    }

    private static void Put(StorageBatch batch, Article article, long? expectedVersion) => batch
        .Put(Kind, article.Id, Write(article), expectedVersion)
        .Log(Kind, article.Id);

    private sealed record Written(Article Article, long LogPosition);

    internal static byte[] Write(Article article) => JsonSerializer.SerializeToUtf8Bytes(article, ArticleJson.Default.Article);

    /// <summary>With one copy of what it has in common with others, see <see cref="ArticleParts"/>.</summary>
    internal static Article Read(ReadOnlyMemory<byte> body) =>
        ArticleReader.TryRead(body.Span)
        ?? ArticleParts.Share(JsonSerializer.Deserialize(body.Span, ArticleJson.Default.Article) ?? throw new JsonException("An article's document is null."));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The document of article {ArticleId} could not be read and was left out")]
        public static partial void ArticleUnreadable(ILogger logger, string articleId);
    }
}

/// <summary>An article and the version of its document, which tells whether anyone has written it since.</summary>
internal sealed record StoredArticle(Article Article, long Version);
