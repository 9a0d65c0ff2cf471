using System.Collections.Immutable;
using NodaTime;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>
/// What an answer was made from, so that it is given again only while it would be made just so: the lists of candidates that it looks at, the practice's settings
/// and decisions, the feeds, and the time until something in store is due (a snooze ends, a post is out, the practice's day is over). It holds stamps in
/// place of the things themselves, so that it keeps none of them alive.
/// </summary>
internal sealed class AnswerBasis
{
    /// <summary>For what nobody thought of; all that is known to come is known to the moment.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly string _practiceId;
    private readonly long _practice;
    private readonly long _catalog;
    private readonly long _decisions;
    private readonly ArticleAudience _audience;
    private readonly ImmutableArray<string> _languages;
    private readonly long[] _lists;
    private readonly long _candidates;
    private readonly (bool Samples, bool Stale, bool Loading) _marks;
    private DateTimeOffset _until;
    private volatile Look? _held;

    private AnswerBasis(SuggestionQuery query, SuggestionSnapshot snapshot, FeedCatalog catalog, DateTimeOffset now)
    {
        var decisions = snapshot.Decisions.Of(query.Practice.Id);
        (_practiceId, _practice, _catalog, _decisions) = (query.Practice.Id, query.Practice.Stamp, catalog.Stamp, decisions.Stamp);
        (_audience, _languages) = (query.Audience, query.Languages);
        (_lists, _candidates) = (Lists(snapshot), snapshot.Candidates.Stamp);
        _marks = Marks(snapshot);
        _until = Earliest(Earliest(now + Longest, EndOfDay(query.Practice, now)), decisions.NextChange(now));
    }

    private AnswerBasis(AnswerBasis before, SuggestionSnapshot snapshot)
    {
        (_practiceId, _practice, _catalog, _decisions) = (before._practiceId, before._practice, before._catalog, before._decisions);
        (_audience, _languages, _marks, _until) = (before._audience, before._languages, before._marks, before._until);
        (_lists, _candidates) = (Lists(snapshot), snapshot.Candidates.Stamp);
    }

    public static AnswerBasis Of(SuggestionQuery query, SuggestionSnapshot snapshot, FeedCatalog catalog, DateTimeOffset now) => new(query, snapshot, catalog, now);

    /// <summary>Something was met that is dated ahead, as the clocks of two instances differ. Called before anyone else sees the basis.</summary>
    public void EndAt(DateTimeOffset? due) => _until = Earliest(_until, due);

    /// <summary>Whether nothing whatever has changed since it was last found to hold: a glance at three numbers and the clock.</summary>
    public bool HoldsUnlooked(long snapshot, long catalog, long practices, DateTimeOffset now) =>
        _held is { } held && held.Snapshot == snapshot && held.Catalog == catalog && held.Practices == practices && now < _until;

    /// <param name="snapshot">What there is now.</param>
    /// <param name="catalog">The feeds now.</param>
    /// <param name="practice">The practice as it is set up now.</param>
    /// <param name="now">The time.</param>
    public bool Holds(SuggestionSnapshot snapshot, FeedCatalog catalog, Practice practice, DateTimeOffset now) =>
        HoldsButForLists(snapshot, catalog, practice, now) && HasLists(snapshot);

    /// <summary>The basis of the same answer where only the lists have changed, and it is known that they would bring the same; null where more has. It holds no longer than this one.</summary>
    public AnswerBasis? After(SuggestionSnapshot snapshot, FeedCatalog catalog, Practice practice, DateTimeOffset now) =>
        HoldsButForLists(snapshot, catalog, practice, now) ? new AnswerBasis(this, snapshot) : null;

    /// <summary>Remembers that it held when all was as these numbers say.</summary>
    public void Held(long snapshot, long catalog, long practices) => _held = new Look(snapshot, catalog, practices);

    private bool HoldsButForLists(SuggestionSnapshot snapshot, FeedCatalog catalog, Practice practice, DateTimeOffset now) =>
        now < _until
        && catalog.Stamp == _catalog
        && practice.Stamp == _practice
        && snapshot.Decisions.Of(_practiceId).Stamp == _decisions
        && Marks(snapshot) == _marks;

    /// <summary>Whatever is asked for, the lists of all topics change when any candidate for these readers does, and so do their stories.</summary>
    private bool HasLists(SuggestionSnapshot snapshot)
    {
        if (snapshot.Candidates.Stamp == _candidates) return true;
        for (var i = 0; i < _lists.Length; i++)
        {
            if (StampOf(i, snapshot) != _lists[i]) return false;
        }
        return true;
    }

    private long[] Lists(SuggestionSnapshot snapshot)
    {
        var stamps = new long[2 * _languages.Length];
        for (var i = 0; i < stamps.Length; i++) stamps[i] = StampOf(i, snapshot);
        return stamps;
    }

    /// <summary>Of each language the list of first choices and that of second ones.</summary>
    private long StampOf(int list, SuggestionSnapshot snapshot) => snapshot.Candidates.List(_audience, _languages[list / 2], topic: null, secondChoice: list % 2 == 1).Stamp;

    private static (bool Samples, bool Stale, bool Loading) Marks(SuggestionSnapshot snapshot) => (snapshot.ShowsSamples, snapshot.Stale, snapshot.Loading);

    private static DateTimeOffset EndOfDay(Practice practice, DateTimeOffset now) =>
        practice.Zone.AtStartOfDay(LocalDate.FromDateOnly(practice.Today(now).AddDays(1))).ToDateTimeOffset();

    private static DateTimeOffset Earliest(DateTimeOffset a, DateTimeOffset? b) => b < a ? b.Value : a;

    private sealed record Look(long Snapshot, long Catalog, long Practices);
}
