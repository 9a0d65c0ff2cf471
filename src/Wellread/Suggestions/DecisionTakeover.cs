using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Suggestions;

/// <summary>
/// Brings decisions from where an older version kept them, when there was one practice, to where they are now. Each is durable in its new place before it
/// leaves the old one, so that an end at any moment loses nothing, and done again it changes nothing.
/// </summary>
internal sealed partial class DecisionTakeover(IStorage storage, DecisionStore store, ILogger<DecisionTakeover> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var document in storage.ListAsync(Partitions.PracticeBefore, DecisionStore.Kind, cancellationToken))
        {
            var old = DecisionHistory.FromJson(document.Body);
            await store.ChangeAsync(Practice.DefaultId, old.ArticleId, known => Merged(known, old), cancellationToken);
            // An older instance that still runs may have added to it meanwhile: then it stays, for the next start.
            var batch = new StorageBatch(Partitions.PracticeBefore)
                .Put(DecisionStore.Kind, document.Id, document.Body, expectedVersion: document.Version).Delete(DecisionStore.Kind, document.Id);
            if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) count++;
        }

        if (count > 0) Log.TakenOver(logger, count);
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
    }
}
