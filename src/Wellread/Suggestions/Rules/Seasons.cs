using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Wellread.Articles;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Rules;

/// <summary>Which observance that runs or is near fits an article best, and how well. See <see cref="ObservanceFit"/>.</summary>
internal sealed class Seasons
{
    /// <summary>What is longer than this is a season of its own and says less about a single day.</summary>
    private const int LongDays = 10;
    private const double LongShare = 0.5;
    private const double LeastShare = 0.5;

    private static readonly ConditionalWeakTable<ObservanceOccurrence[], Seasons> Known = [];

    /// <summary>By topic, those that fit it, the strongest first.</summary>
    private readonly List<Fit>?[] _topics = new List<Fit>?[TopicCatalog.All.Length];
    private readonly bool _isEmpty = true;
    private readonly DateOnly _today;
    private readonly SeasonFit _none;

    private Seasons(ImmutableArray<ObservanceOccurrence> observances, DateOnly today)
    {
        (_today, _none) = (today, new SeasonFit(this, 0, null));
        foreach (var occurrence in observances)
        {
            var strength = StrengthOf(occurrence, today);
            if (strength <= 0) continue;
            _isEmpty = false;
            var fit = new Fit(strength, occurrence, ObservanceFit.Of(occurrence.Observance));
            foreach (var slug in occurrence.Observance.Subjects) (_topics[TopicCatalog.IndexOf(slug)] ??= []).Add(fit);
        }
        foreach (var fits in _topics) fits?.Sort((a, b) => b.Strength.CompareTo(a.Strength));
    }

    /// <summary>Worked out once for all rankings of a day that look at the same observances.</summary>
    public static Seasons Of(ImmutableArray<ObservanceOccurrence> observances, DateOnly today)
    {
        var key = ImmutableCollectionsMarshal.AsArray(observances)!;
        if (Known.TryGetValue(key, out var known) && known._today == today) return known;
        var seasons = new Seasons(observances, today);
        Known.AddOrUpdate(key, seasons);
        return seasons;
    }

    /// <summary>0 to 1: how well a topic may fit what is near.</summary>
    public double StrengthOf(int topic) => _topics[topic] is [var best, ..] ? best.Strength : 0;

    /// <summary>How well the article fits, and which observance.</summary>
    public SeasonFit Of(Candidate candidate)
    {
        if (_isEmpty) return _none;
        return candidate.LastSeason is { } known && known.By == this ? known : candidate.LastSeason = BestOf(candidate);
    }

    private SeasonFit BestOf(Candidate candidate)
    {
        var best = _none;
        FoldedWords? title = null;
        for (var i = 0; i < candidate.Topics.Count; i++)
        {
            foreach (var fit in _topics[candidate.Topics[i]] ?? [])
            {
                if (fit.Strength <= best.Strength) break;
                var strength = fit.Strength * fit.Subject.Share(candidate, ref title);
                if (strength > best.Strength) best = new SeasonFit(this, strength, fit.Occurrence);
            }
        }
        return best;
    }

    /// <summary>Rises over the two weeks before it begins; nothing behind its end.</summary>
    private static double StrengthOf(ObservanceOccurrence occurrence, DateOnly today)
    {
        var ahead = occurrence.Start.DayNumber - today.DayNumber;
        if (ahead > ObservanceCatalog.DaysAhead || occurrence.End < today) return 0;
        var near = ahead <= 0 ? 1 : 1 - ((1 - LeastShare) * ahead / ObservanceCatalog.DaysAhead);
        return IsLong(occurrence) ? near * LongShare : near;
    }

    private static bool IsLong(ObservanceOccurrence occurrence) => occurrence.End.DayNumber - occurrence.Start.DayNumber >= LongDays;

    /// <param name="Strength">0 to 1.</param>
    /// <param name="Occurrence">Which observance.</param>
    /// <param name="Subject">What fits it.</param>
    private sealed record Fit(double Strength, ObservanceOccurrence Occurrence, ObservanceFit Subject);
}

/// <summary>How well an article fits what is near.</summary>
/// <param name="By">Who says so.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Observance">Which observance; null where none fits.</param>
internal sealed record SeasonFit(Seasons By, double Strength, ObservanceOccurrence? Observance);
