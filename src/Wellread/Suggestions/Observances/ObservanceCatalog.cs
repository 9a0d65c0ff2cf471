using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Wellread.Suggestions.Observances;

/// <summary>The observances of this service, and when they are. Immutable but for what it has worked out already.</summary>
internal sealed class ObservanceCatalog
{
    /// <summary>The years that it knows the days of.</summary>
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    /// <summary>How many days ahead an observance is coming up.</summary>
    public const int DaysAhead = 14;

    /// <summary>Practices in several time zones and countries share it: three days are today somewhere.</summary>
    private const int MostDaysRemembered = 64;

    private readonly FrozenDictionary<string, Observance> _byId;
    private readonly ConcurrentDictionary<int, ImmutableArray<ObservanceOccurrence>> _years = new();
    private readonly ConcurrentDictionary<(DateOnly Day, string Countries), ImmutableArray<ObservanceOccurrence>> _upcoming = new();

    public ObservanceCatalog(IEnumerable<Observance> observances)
    {
        All = [.. observances.OrderBy(observance => observance.Id, StringComparer.Ordinal)];
        _byId = All.ToFrozenDictionary(observance => observance.Id, StringComparer.Ordinal);
    }

    public static ObservanceCatalog Empty { get; } = new([]);

    public ImmutableArray<Observance> All { get; }

    public Observance? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What runs on any day of these, both included: by first day, the shortest first, then by id.</summary>
    public ImmutableArray<ObservanceOccurrence> Between(DateOnly from, DateOnly to) =>
    [
        // One that began last year may still run.
        .. Enumerable.Range(from.Year - 1, Math.Max(0, to.Year - from.Year + 2))
            .SelectMany(year => Year(year))
            .Where(occurrence => occurrence.Start <= to && occurrence.End >= from),
    ];

    /// <summary>
    /// What runs on a day or begins within <see cref="DaysAhead"/> days, of the world and these countries (none named = all). Worked out once a day: it is asked for with
    /// every ranking.
    /// </summary>
    public ImmutableArray<ObservanceOccurrence> Upcoming(DateOnly day, ImmutableArray<string> countries)
    {
        var key = (day, countries.IsEmpty ? "" : string.Join(' ', countries));
        if (_upcoming.TryGetValue(key, out var known)) return known;
        if (_upcoming.Count >= MostDaysRemembered) _upcoming.Clear();
        return _upcoming.GetOrAdd(key, [.. Between(day, day.AddDays(DaysAhead)).Where(occurrence => occurrence.Observance.IsKeptIn(countries))]);
    }

    /// <summary>The next time that it runs, from a day on; null where no year has another.</summary>
    public ObservanceOccurrence? Next(Observance observance, DateOnly day) =>
        Enumerable.Range(day.Year - 1, 10).SelectMany(year => Year(year)).FirstOrDefault(occurrence => occurrence.Observance.Id == observance.Id && occurrence.End >= day);

    private ImmutableArray<ObservanceOccurrence> Year(int year) => year is < FirstYear or > LastYear ? [] : _years.GetOrAdd(year, static (asked, all) =>
    [
        .. all.SelectMany(observance => ObservanceDates.In(asked, observance))
            .OrderBy(occurrence => occurrence.Start).ThenBy(occurrence => occurrence.End).ThenBy(occurrence => occurrence.Observance.Id, StringComparer.Ordinal),
    ], All);
}
