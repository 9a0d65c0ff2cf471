using System.Collections.Concurrent;
using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Suggestions;

/// <summary>
/// Keeps decisions: one document per practice and article, <c>decisions/PRACTICE:ARTICLE</c>, which holds them in order, announced in the log of the
/// partition of all practices.
/// </summary>
internal sealed partial class DecisionStore(IStorage storage, ILogger<DecisionStore> logger)
{
    public const string Kind = "decisions";
    private const int MaxAttempts = 20;

    /// <summary>What is remembered at most to be shared; beyond that it begins anew, and what is held stays held.</summary>
    private const int MaxShared = 100_000;

    private readonly ConcurrentDictionary<DecidedArticle, DecidedArticle> _articles = new();
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>
    /// Changes what a practice has decided about an article, whoever else does so at the same time: <paramref name="change"/> gets what is stored, and is asked
    /// again where that was no longer so. Null from it leaves all as it is. Durable when the task ends. A history that can't be read is not added to.
    /// </summary>
    public async Task<DecisionHistory> ChangeAsync(
        string practiceId, string articleId, Func<DecisionHistory, DecisionHistory?> change, CancellationToken cancellationToken)
    {
        var id = IdOf(practiceId, articleId);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await storage.GetAsync(Partitions.Practices, Kind, id, cancellationToken);
            var before = stored is null ? new DecisionHistory(articleId, []) : Read(stored).History;
            if (stored is not null && before.IsUnreadable)
                throw new StorageUnavailableException("What was decided on this article before can't be read by this version of Wellread, so nothing was added to it.");
            if (change(before) is not { } after) return before;
            var batch = new StorageBatch(Partitions.Practices).Put(Kind, id, after.ToJson(), expectedVersion: stored?.Version ?? 0).Log(Kind, id);
            if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) return Shared(after);
        }

        throw new StorageUnavailableException($"A decision met other writers {MaxAttempts} times in a row.");
    }

    /// <summary>The histories that log entries announce.</summary>
    public async Task<IReadOnlyList<PracticeDecisions>> GetAnnouncedAsync(IEnumerable<LogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry.Kind == Kind).Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? [] : [.. (await storage.GetManyAsync(Partitions.Practices, Kind, ids, cancellationToken)).Select(Read)];
    }

    public async Task<IReadOnlyList<PracticeDecisions>> LoadAllAsync(CancellationToken cancellationToken)
    {
        var decided = new List<PracticeDecisions>();
        await foreach (var document in storage.ListAsync(Partitions.Practices, Kind, cancellationToken)) decided.Add(Read(document));
        return decided;
    }

    internal static string IdOf(string practiceId, string articleId) => $"{practiceId}:{articleId}";

    /// <summary>One that can't be read is <see cref="DecisionHistory.IsUnreadable"/>: whoever decided, the article is not to be suggested as if nobody had.</summary>
    private PracticeDecisions Read(StoredDocument document)
    {
        if (_articles.Count > MaxShared) _articles.Clear();
        if (_words.Count > MaxShared) _words.Clear();
        var parts = document.Id.Split(':', 2);
        try
        {
            return new PracticeDecisions(parts[0], Shared(DecisionHistory.FromJson(document.Body)));
        }
        catch (JsonException)
        {
            Log.HistoryUnreadable(logger, document.Id);
            return new PracticeDecisions(parts[0], new DecisionHistory(parts[^1], []));
        }
    }

    /// <summary>The same, with what many practices have in common kept once: what they saw of an article, its id, the model, and who decides.</summary>
    private DecisionHistory Shared(DecisionHistory history) => new(
        _words.GetOrAdd(history.ArticleId, history.ArticleId),
        [
            .. history.Decisions.Select(decision => decision with
            {
                Article = decision.Article is { } article ? _articles.GetOrAdd(article, article) : null,
                ModelVersion = decision.ModelVersion is { } model ? _words.GetOrAdd(model, model) : null,
                By = decision.By is { } by ? _words.GetOrAdd(by, by) : null,
            }),
        ]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The decisions {Id} (practice and article) could not be read; the article is kept away")]
        public static partial void HistoryUnreadable(ILogger logger, string id);
    }
}
