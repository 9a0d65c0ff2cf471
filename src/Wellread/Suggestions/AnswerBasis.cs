using System.Collections.Immutable;
using NodaTime;
using Wellread.Feeds;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>
/// What an answer was made from, so that it is given again only while it would be made just so: the lists of candidates that it looks at, the practice's settings
/// and decisions, the feeds, and the time until a snooze ends or the practice's day does. It holds stamps in place of lists, so that it keeps no old ones alive.
/// </summary>
internal sealed class AnswerBasis
{
    /// <summary>Longer than the clocks of two instances are apart: what one of them dated a little ahead is seen at its time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SuggestionQuery _query;
    private readonly FeedCatalog _catalog;
    private readonly DecisionBoard _decisions;
    private readonly ImmutableArray<long> _lists;
    private readonly (bool Samples, bool Stale, bool Loading) _marks;
    private readonly DateTimeOffset _until;
    private long _knownToHoldAt;

    private AnswerBasis(SuggestionQuery query, SuggestionSnapshot snapshot, FeedCatalog catalog, DateTimeOffset now)
    {
        (_query, _catalog, _knownToHoldAt) = (query, catalog, snapshot.Version);
        _decisions = snapshot.Decisions.Of(query.Practice.Id);
        _lists = Lists(query, snapshot);
        _marks = Marks(snapshot);
        _until = Earliest(now + Longest, EndOfDay(query.Practice, now), _decisions.NextReturn(now));
    }

    public static AnswerBasis Of(SuggestionQuery query, SuggestionSnapshot snapshot, FeedCatalog catalog, DateTimeOffset now) => new(query, snapshot, catalog, now);

    /// <param name="snapshot">What there is now.</param>
    /// <param name="catalog">The feeds now.</param>
    /// <param name="practice">The practice as it is set up now.</param>
    /// <param name="now">The time.</param>
    public bool Holds(SuggestionSnapshot snapshot, FeedCatalog catalog, Practice practice, DateTimeOffset now)
    {
        if (now >= _until || !ReferenceEquals(catalog, _catalog) || !ReferenceEquals(practice, _query.Practice)) return false;
        if (Volatile.Read(ref _knownToHoldAt) == snapshot.Version) return true;
        if (!ReferenceEquals(snapshot.Decisions.Of(practice.Id), _decisions) || Marks(snapshot) != _marks || !Lists(_query, snapshot).SequenceEqual(_lists)) return false;
        Volatile.Write(ref _knownToHoldAt, snapshot.Version);
        return true;
    }

    /// <summary>Whatever is asked for, the lists of all topics change when any candidate for these readers does, and so do their stories.</summary>
    private static ImmutableArray<long> Lists(SuggestionQuery query, SuggestionSnapshot snapshot)
    {
        var stamps = ImmutableArray.CreateBuilder<long>();
        foreach (var language in query.Languages)
        {
            stamps.Add(snapshot.Candidates.List(query.Audience, language, topic: null).Stamp);
            stamps.Add(snapshot.Candidates.List(query.Audience, language, topic: null, secondChoice: true).Stamp);
        }

        return stamps.DrainToImmutable();
    }

    private static (bool Samples, bool Stale, bool Loading) Marks(SuggestionSnapshot snapshot) => (snapshot.ShowsSamples, snapshot.Stale, snapshot.Loading);

    private static DateTimeOffset EndOfDay(Practice practice, DateTimeOffset now) =>
        practice.Zone.AtStartOfDay(LocalDate.FromDateOnly(practice.Today(now).AddDays(1))).ToDateTimeOffset();

    private static DateTimeOffset Earliest(DateTimeOffset a, DateTimeOffset b, DateTimeOffset? c) => (a < b ? a : b) is var earlier && c < earlier ? c.Value : earlier;
}
