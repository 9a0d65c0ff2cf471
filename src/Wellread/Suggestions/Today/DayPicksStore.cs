using System.Collections.Concurrent;
using System.Text.Json;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Suggestions.Today;

/// <summary>
/// The day's picks: documents of kind <c>today</c> in the partition of all practices, announced in its log, and in memory. A new day's document takes the place of the
/// one before, so there is one for each practice and channel that anyone asks about.
/// </summary>
internal sealed class DayPicksStore(IStorage storage)
{
    public const string Kind = "today";

    private readonly ConcurrentDictionary<(string PracticeId, Channel Channel), DayPicks> _latest = new();

    /// <summary>What is known here of that day; null where nothing is.</summary>
    public DayPicks? Find(string practiceId, Channel channel, DateOnly date) =>
        _latest.GetValueOrDefault((practiceId, channel)) is { } picks && picks.Date == date ? picks : null;

    /// <summary>Takes over everything stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, picks) in _latest)
        {
            if (picks.IsStored) _latest.TryRemove(key, out _);
        }

        await foreach (var document in storage.ListAsync(Partitions.Practices, Kind, cancellationToken)) Remember(document);
    }

    /// <summary>Takes over what the log announces.</summary>
    public async Task UpdateAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry.Kind == Kind).Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return;
        foreach (var document in await storage.GetManyAsync(Partitions.Practices, Kind, ids, cancellationToken)) Remember(document);
    }

    /// <summary>
    /// Saves the picks, unless another call was faster: then those are the day's picks, here and everywhere. <paramref name="picks"/> has the version that it changes, 0
    /// for the first of the day. True with what was saved; false with what is there instead, null where that has gone again.
    /// </summary>
    public async Task<(bool Saved, DayPicks? Picks)> SaveAsync(DayPicks picks, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch(Partitions.Practices).Put(Kind, picks.Id, picks.ToJson(), expectedVersion: picks.Version).Log(Kind, picks.Id);
        if (_latest.GetValueOrDefault((picks.PracticeId, picks.Channel)) is { IsStored: true } before && before.Date < picks.Date) batch.Delete(Kind, before.Id);
        if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) return (true, Remember(picks with { Version = picks.Version + 1, IsStored = true }));
        var stored = await storage.GetAsync(Partitions.Practices, Kind, picks.Id, cancellationToken);
        if (stored is not null) return (false, Remember(stored));
        _latest.TryRemove((picks.PracticeId, picks.Channel), out _);
        return (false, null);
    }

    /// <summary>Keeps picks here alone, while the store does not answer.</summary>
    public DayPicks KeepHere(DayPicks picks) => Remember(picks);

    private DayPicks? Remember(StoredDocument document)
    {
        try
        {
            return Remember(DayPicks.FromJson(document.Body, document.Version));
        }
        catch (JsonException)
        {
            // What can't be read is as if nobody had asked yet that day.
            return null;
        }
    }

    /// <summary>The later day stays, and of one day what was stored last.</summary>
    private DayPicks Remember(DayPicks picks)
    {
        _latest.AddOrUpdate(
            (picks.PracticeId, picks.Channel), picks, (_, known) => picks.Date > known.Date || (picks.Date == known.Date && picks.Version >= known.Version) ? picks : known);
        return picks;
    }
}
