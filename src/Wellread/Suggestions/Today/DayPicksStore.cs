using System.Collections.Concurrent;
using System.Collections.Immutable;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Suggestions.Today;

/// <summary>
/// The day's picks: documents of kind <c>today</c> in the partition of all practices, announced in its log, and in memory. Of each practice and channel those of a day and
/// its neighbours stay: a practice that moves to another time zone has yesterday again, and of two instances whose clocks differ one is in tomorrow already.
/// </summary>
internal sealed class DayPicksStore(IStorage storage)
{
    public const string Kind = "today";

    private readonly ConcurrentDictionary<(string PracticeId, Channel Channel), ImmutableArray<DayPicks>> _days = new();

    /// <summary>What is known here of that day; null where nothing is.</summary>
    public DayPicks? Find(string practiceId, Channel channel, DateOnly date) => DaysOf(practiceId, channel).FirstOrDefault(picks => picks.Date == date);

    /// <summary>Takes over everything stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var key in _days.Keys) Keep(key, picks => !picks.IsStored);
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
        foreach (var old in DaysOf(picks.PracticeId, picks.Channel).Where(known => known.IsStored && !AreNear(known.Date, picks.Date))) batch.Delete(Kind, old.Id);
        if (await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed) return (true, Remember(picks with { Version = picks.Version + 1, IsStored = true }));
        var stored = await storage.GetAsync(Partitions.Practices, Kind, picks.Id, cancellationToken);
        if (stored is not null) return (false, Remember(stored));
        Keep((picks.PracticeId, picks.Channel), known => known.Date != picks.Date);
        return (false, null);
    }

    /// <summary>Keeps picks here alone, while the store does not answer.</summary>
    public DayPicks KeepHere(DayPicks picks) => Remember(picks);

    private static bool AreNear(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) <= 1;

    private ImmutableArray<DayPicks> DaysOf(string practiceId, Channel channel) => _days.GetValueOrDefault((practiceId, channel), []);

    private void Keep((string PracticeId, Channel Channel) key, Func<DayPicks, bool> keeps) => _days.AddOrUpdate(key, [], (_, days) => [.. days.Where(keeps)]);

    private DayPicks? Remember(StoredDocument document) => DayPicks.FromStored(document.Id, document.Body, document.Version) is { } picks ? Remember(picks) : null;

    /// <summary>Of one day what was stored last stays; of other days those next to it.</summary>
    private DayPicks Remember(DayPicks picks)
    {
        _days.AddOrUpdate((picks.PracticeId, picks.Channel), [picks], (_, days) =>
            days.FirstOrDefault(known => known.Date == picks.Date) is { } same && same.Version > picks.Version
                ? days
                : [.. days.Where(known => known.Date != picks.Date && AreNear(known.Date, picks.Date)), picks]);
        return picks;
    }
}
