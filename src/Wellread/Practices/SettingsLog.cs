using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Practices;

/// <summary>
/// Keeps who set what, and when: documents <c>change/ID</c>, each written in the batch of the change itself, so that there is neither without the other, and for each practice a
/// ranked set of their ids. Nothing in it is ever changed or taken out.
/// </summary>
internal sealed partial class SettingsLog(IStorage storage, ILogger<SettingsLog> logger)
{
    private const string Kind = "change";
    private const int PageSize = 500;

    /// <summary>No practice has this id.</summary>
    private const string AllPractices = "*";

    /// <summary>Practices and outbox tokens are in one, webhooks in the other.</summary>
    private static readonly string[] Kept = [Partitions.Practices, Partitions.Webhooks];

    /// <summary>Adds it to the batch that makes the change. <paramref name="before"/> is whose settings they were, where that is another practice.</summary>
    public static StorageBatch Add(StorageBatch batch, SettingsChange change, string? before)
    {
        batch.Put(Kind, change.Id, JsonSerializer.SerializeToUtf8Bytes(change, SettingsChangeJson.Default.SettingsChange), expectedVersion: 0);
        foreach (var set in new[] { SetOf(change.Practice), SetOf(before) }.Distinct(StringComparer.Ordinal)) batch.Rank(set, change.Id, change.At.ToUnixTimeMilliseconds());
        return batch;
    }

    /// <summary>All that concerns a practice, with what was set for all practices, in no order.</summary>
    public async Task<IReadOnlyList<SettingsChange>> OfAsync(string practiceId, CancellationToken cancellationToken)
    {
        var changes = new List<SettingsChange>();
        foreach (var partition in Kept)
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var set in new[] { SetOf(practiceId), SetOf(null) }) await ReadAsync(partition, set, ids, cancellationToken);
            foreach (var page in ids.Chunk(PageSize))
                changes.AddRange((await storage.GetManyAsync(partition, Kind, page, cancellationToken)).Select(Read).OfType<SettingsChange>());
        }

        return changes;
    }

    private async Task ReadAsync(string partition, string set, HashSet<string> ids, CancellationToken cancellationToken)
    {
        RankedMember? after = null;
        while (true)
        {
            var page = await storage.ReadRankedAsync(partition, set, PageSize, after, cancellationToken);
            ids.UnionWith(page.Select(member => member.Member));
            if (page.Count < PageSize) return;
            after = page[^1];
        }
    }

    private SettingsChange? Read(StoredDocument document)
    {
        try
        {
            return JsonSerializer.Deserialize(document.Body.Span, SettingsChangeJson.Default.SettingsChange);
        }
        catch (JsonException)
        {
            Log.ChangeUnreadable(logger, document.Id);
            return null;
        }
    }

    private static string SetOf(string? practiceId) => $"changes:{practiceId ?? AllPractices}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The audit's entry {ChangeId} could not be read and was left out")]
        public static partial void ChangeUnreadable(ILogger logger, string changeId);
    }
}
