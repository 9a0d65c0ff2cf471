using System.Collections.Concurrent;
using Wellread.Storage;

namespace Wellread.Suggestions;

/// <summary>
/// Keeps decisions: one document per practice and article, <c>decisions/PRACTICE:ARTICLE</c>, which holds them in order, announced in the log of the
/// partition of all practices.
/// </summary>
internal sealed class DecisionStore(IStorage storage)
{
    public const string Kind = "decisions";
    private const int MaxAttempts = 20;

    private readonly ConcurrentDictionary<DecidedArticle, DecidedArticle> _articles = new();
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>
    /// Changes what a practice has decided about an article, whoever else does so at the same time: <paramref name="change"/> gets what is stored, and is asked
    /// again where that was no longer so. Null from it leaves all as it is. Durable when the task ends.
    /// </summary>
    public async Task<DecisionHistory> ChangeAsync(
        string practiceId, string articleId, Func<DecisionHistory, DecisionHistory?> change, CancellationToken cancellationToken)
    {
        var id = IdOf(practiceId, articleId);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await storage.GetAsync(Partitions.Practices, Kind, id, cancellationToken);
            var before = stored is null ? new DecisionHistory(articleId, []) : DecisionHistory.FromJson(stored.Body);
            if (change(before) is not { } after) return before;
            var batch = new StorageBatch(Partitions.Practices).Put(Kind, id, after.ToJson(), expectedVersion: stored?.Version ?? 0).Log(Kind, id);
            if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) return after;
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

    private PracticeDecisions Read(StoredDocument document) =>
        new(document.Id[..document.Id.IndexOf(':', StringComparison.Ordinal)], Shared(DecisionHistory.FromJson(document.Body)));

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
}
