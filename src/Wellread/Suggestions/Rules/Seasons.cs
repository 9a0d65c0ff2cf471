using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Rules;

/// <summary>Which observance that is near fits each topic best.</summary>
internal sealed class Seasons
{
    /// <summary>What is longer than this is a season of its own and says less about a single day.</summary>
    private const int LongDays = 10;
    private const double LongShare = 0.5;

    /// <summary>How far ahead an observance is thought of.</summary>
    private const double AheadDays = 14;
    private const double LeastShare = 0.5;

    /// <summary>A topic behind the main one fits less.</summary>
    private const double ShareOfOthers = 0.5;

    private readonly (double Strength, ObservanceOccurrence? Observance)[] _topics = new (double, ObservanceOccurrence?)[TopicCatalog.All.Length];

    public Seasons(ImmutableArray<ObservanceOccurrence> observances, DateOnly today)
    {
        foreach (var observance in observances)
        {
            var strength = StrengthOf(observance, today);
            if (strength <= 0) continue;
            foreach (var slug in observance.Observance.Topics)
            {
                if (TopicCatalog.IndexOf(slug) is not (>= 0 and var topic)) continue;
                if (strength > _topics[topic].Strength) _topics[topic] = (strength, observance);
            }
        }
    }

    /// <summary>0 to 1: how well a topic fits what is near.</summary>
    public double StrengthOf(int topic) => _topics[topic].Strength;

    /// <summary>0 to 1: how well the topics fit, and which observance.</summary>
    public (double Strength, ObservanceOccurrence? Observance) Of(TopicCodes topics)
    {
        var best = (Strength: 0.0, Observance: (ObservanceOccurrence?)null);
        for (var i = 0; i < topics.Count; i++)
        {
            var (strength, observance) = _topics[topics[i]];
            if (i > 0) strength *= ShareOfOthers;
            if (strength > best.Strength) best = (strength, observance);
        }
        return best;
    }

    /// <summary>Rises over the two weeks before it begins; nothing behind its end.</summary>
    private static double StrengthOf(ObservanceOccurrence observance, DateOnly today)
    {
        var ahead = observance.Start.DayNumber - today.DayNumber;
        if (ahead > AheadDays || observance.End < today) return 0;
        var near = ahead <= 0 ? 1 : 1 - ((1 - LeastShare) * ahead / AheadDays);
        return observance.End.DayNumber - observance.Start.DayNumber >= LongDays ? near * LongShare : near;
    }
}
