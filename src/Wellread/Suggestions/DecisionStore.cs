using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Suggestions;

/// <summary>Keeps decisions. Each practice has its own partition; one document per article holds its decisions in order.</summary>
internal sealed class DecisionStore(IStorage storage, Practice practice)
{
    public const string Kind = "decisions";
    private const int MaxAttempts = 20;

    public string Partition { get; } = Partitions.Practice(practice.Id);

    /// <summary>Adds a decision behind the earlier ones; the same decision again changes nothing. Durable when the task ends.</summary>
    public async Task<DecisionHistory> AddAsync(string articleId, Decision decision, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await storage.GetAsync(Partition, Kind, articleId, cancellationToken);
            var history = stored is null ? new DecisionHistory(articleId, []) : DecisionHistory.FromJson(stored.Body);
            if (!history.Decisions.IsEmpty && history.Latest.SaysTheSameAs(decision)) return history;
            history = history with { Decisions = history.Decisions.Add(decision) };
            var batch = new StorageBatch(Partition)
                .Put(Kind, articleId, history.ToJson(), expectedVersion: stored?.Version ?? 0)
                .Log(Kind, articleId);
            if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) return history;
        }

        throw new StorageUnavailableException($"A decision met other writers {MaxAttempts} times in a row.");
    }

    public async Task<IReadOnlyList<DecisionHistory>> GetManyAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
        [.. (await storage.GetManyAsync(Partition, Kind, articleIds, cancellationToken)).Select(document => DecisionHistory.FromJson(document.Body))];

    public async Task<IReadOnlyList<DecisionHistory>> LoadAllAsync(CancellationToken cancellationToken)
    {
        var histories = new List<DecisionHistory>();
        await foreach (var document in storage.ListAsync(Partition, Kind, cancellationToken)) histories.Add(DecisionHistory.FromJson(document.Body));
        return histories;
    }
}
