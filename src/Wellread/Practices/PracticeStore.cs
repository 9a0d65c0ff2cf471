using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Practices;

/// <summary>
/// Practices as somebody set them up: documents of kind <c>practice</c> in the partition of all practices, announced in its log so that every instance
/// follows.
/// </summary>
internal sealed partial class PracticeStore(IStorage storage, CurrentPractices practices, ILogger<PracticeStore> logger)
{
    public const string Kind = "practice";

    /// <summary>Takes over everything stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var stored = new List<Practice>();
        await foreach (var document in storage.ListAsync(Partitions.Practices, Kind, cancellationToken))
        {
            if (Read(document) is { } practice) stored.Add(practice);
        }

        practices.Reset(stored);
    }

    /// <summary>Takes over what the log announces.</summary>
    public async Task UpdateAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry.Kind == Kind).Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return;
        practices.Change((await storage.GetManyAsync(Partitions.Practices, Kind, ids, cancellationToken)).Select(Read).OfType<Practice>());
    }

    private Practice? Read(StoredDocument document)
    {
        try
        {
            return PracticeSettings.FromJson(document.Body).ToPractice(document.Id, document.Version);
        }
        catch (JsonException)
        {
            Log.SettingsUnreadable(logger, document.Id);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What was set for practice {PracticeId} could not be read and was left out")]
        public static partial void SettingsUnreadable(ILogger logger, string practiceId);
    }
}
