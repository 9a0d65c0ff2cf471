using System.Text.Json;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Suggestions;

/// <summary>
/// Brings decisions from where an older version kept them, when there was one practice, to where they are now. Each is durable in its new place before it
/// leaves the old one, so that an end at any moment loses nothing, and done again it changes nothing. What can't be read stays where it is.
/// </summary>
internal sealed partial class DecisionTakeover(IStorage storage, DecisionStore store, ILogger<DecisionTakeover> logger)
{
    /// <summary>Returns, for the practice that there was, the articles with decisions that can't be read.</summary>
    public async Task<IReadOnlyList<PracticeDecisions>> RunAsync(CancellationToken cancellationToken)
    {
        var (count, unreadable) = (0, new List<PracticeDecisions>());
        await foreach (var document in storage.ListAsync(Partitions.PracticeBefore, DecisionStore.Kind, cancellationToken))
        {
            if (TryRead(document) is not { } old)
            {
                unreadable.Add(new PracticeDecisions(Practice.DefaultId, new DecisionHistory(document.Id, [])));
                continue;
            }

            await store.ChangeAsync(Practice.DefaultId, old.ArticleId, known => Merged(known, old), cancellationToken);
            // An older instance that still runs may have added to it meanwhile: then it stays, for the next start.
            var batch = new StorageBatch(Partitions.PracticeBefore)
                .Put(DecisionStore.Kind, document.Id, document.Body, expectedVersion: document.Version).Delete(DecisionStore.Kind, document.Id);
            if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) count++;
        }

        if (count > 0) Log.TakenOver(logger, count);
        return unreadable;
    }

    private DecisionHistory? TryRead(StoredDocument document)
    {
        try
        {
            return DecisionHistory.FromJson(document.Body);
        }
        catch (JsonException)
        {
            Log.HistoryUnreadable(logger, document.Id);
            return null;
        }
    }

    private static DecisionHistory? Merged(DecisionHistory known, DecisionHistory old)
    {
        var missing = old.Decisions.Except(known.Decisions).ToList();
        return missing.Count == 0 ? null : known with { Decisions = [.. known.Decisions.Concat(missing).OrderBy(decision => decision.At)] };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The decisions on {Count} articles were taken over from an older version")]
        public static partial void TakenOver(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "The decisions of an older version on article {ArticleId} could not be read; the article is kept away")]
        public static partial void HistoryUnreadable(ILogger logger, string articleId);
    }
}
