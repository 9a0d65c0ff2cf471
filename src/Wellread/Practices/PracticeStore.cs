using System.Text.Json;
using Wellread.Platform;
using Wellread.Storage;

namespace Wellread.Practices;

/// <summary>
/// Practices as somebody set them up: documents of kind <c>practice</c> in the partition of all practices, announced in its log so that every instance
/// follows.
/// </summary>
internal sealed partial class PracticeStore(
    IStorage storage, CurrentPractices practices, IEnumerable<GoesWithPractice> parts, TimeProvider time, ILogger<PracticeStore> logger)
{
    public const string Kind = "practice";
    private const int MaxAttempts = 20;

    /// <summary>Takes over everything stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (known, stored) = (practices.Known, new List<Practice>());
        await foreach (var document in storage.ListAsync(Partitions.Practices, Kind, cancellationToken))
        {
            if (Read(document) is { } practice) stored.Add(practice);
        }

        practices.Reset(stored, known);
    }

    /// <summary>Takes over what the log announces.</summary>
    public async Task UpdateAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry.Kind == Kind).Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return;
        practices.Change((await storage.GetManyAsync(Partitions.Practices, Kind, ids, cancellationToken)).Select(Read).OfType<Practice>());
    }

    /// <summary>
    /// Changes a practice, or sets up a new one: <paramref name="edit"/> gets it as it is stored (the default one as configured where nothing is, null where there is
    /// none or it was removed) and is asked again where somebody else was faster. Durable first, with its entry for the audit, then in this instance's memory.
    /// </summary>
    public async Task<PracticeChange> ChangeAsync(string id, Func<Practice?, PracticeEdit> edit, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await storage.GetAsync(Partitions.Practices, Kind, id, cancellationToken);
            var ever = (stored is null ? null : Read(stored)) ?? (id == Practice.DefaultId ? practices.Configured : null);
            var before = ever is { IsRemoved: true } ? id == Practice.DefaultId ? practices.Configured : null : ever;
            var edited = edit(before);
            if (edited is PracticeEdit.Refused { Change: var refused }) return refused;
            var settings = ((PracticeEdit.Accepted)edited).Settings;
            settings = settings with { Earlier = EarlierLimits.After(ever, settings, time.GetUtcNow()) };
            var batch = new StorageBatch(Partitions.Practices).Put(Kind, id, settings.ToJson(), expectedVersion: stored?.Version ?? 0).Log(Kind, id);
            if (settings.RemovedAt is not null) foreach (var part in parts) batch.Delete(part.Kind, id);
            var change = Noted(id, before, settings, caller);
            if (change is not null) SettingsLog.Add(batch, change, before: id);
            if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed) continue;
            if (change is not null) Log.SettingsChanged(logger, id, change.Action, string.Join(", ", change.Changed));
            var saved = settings.ToPractice(id, (stored?.Version ?? 0) + 1);
            practices.Change([saved]);
            return new PracticeChange.Saved(saved, IsNew: before is null);
        }

        throw new StorageUnavailableException($"A practice's change met other writers {MaxAttempts} times in a row.");
    }

    /// <summary>The entry for the audit; null where all is as it was.</summary>
    private SettingsChange? Noted(string id, Practice? before, PracticeSettings settings, Caller caller)
    {
        var isRemoved = settings.RemovedAt is not null;
        IReadOnlyList<string> changed = isRemoved ? [] : SettingsDifference.Between(before ?? new PracticeSettings().ToPractice(id, 0), settings.ToPractice(id, 0));
        if (before is not null && !isRemoved && changed.Count == 0) return null;
        var action = before is null ? SettingsAction.PracticeAdded : isRemoved ? SettingsAction.PracticeRemoved : SettingsAction.PracticeChanged;
        return SettingsChange.Of(action, id, caller, time.GetUtcNow()) with { Changed = changed };
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

        [LoggerMessage(2, LogLevel.Information, "Settings of practice {PracticeId} were written, {Action}: {Changed}")]
        public static partial void SettingsChanged(ILogger logger, string practiceId, SettingsAction action, string changed);
    }
}
