using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>
/// What would have to change an answer. It was taken from a few lists, each down to an end, as the best of what stood there. So what stands below those ends leaves it
/// as it is, and so does what would have got no place, as long as nothing that has one is pushed over an end and nothing from below comes up.
/// Of most articles that come in, this shows of most answers that they stay the same, for a hundredth of the work. What is not sure is a no.
/// </summary>
internal sealed class AnswerReach
{
    private readonly AnswerPlaces _places;
    private readonly ImmutableArray<AnswerSeat> _seats;
    private readonly ImmutableArray<ListEnd> _ends;

    /// <param name="asOf">When the points were counted. They fall with time, for all candidates alike.</param>
    /// <param name="places">Who got a place, and by which score.</param>
    /// <param name="seats">Where in the lists they stand, by place.</param>
    /// <param name="ends">How far down each list was looked at.</param>
    public AnswerReach(DateTimeOffset asOf, AnswerPlaces places, ImmutableArray<AnswerSeat> seats, ImmutableArray<ListEnd> ends) =>
        (AsOf, _places, _seats, _ends) = (asOf, places, seats, ends);

    public DateTimeOffset AsOf { get; }

    /// <summary>Whether nothing that changed comes near: true of most arrivals for most answers, and found without looking at the practice.</summary>
    public bool IsBeyond(CandidateChanges changes, ArticleAudience audience, DateTimeOffset now)
    {
        foreach (var candidate in changes.Come)
        {
            if (IsNear(candidate, audience, now)) return false;
        }
        foreach (var candidate in changes.Gone)
        {
            if (IsNear(candidate, audience, now)) return false;
        }
        return true;
    }

    private bool IsNear(Candidate candidate, ArticleAudience audience, DateTimeOffset now) => candidate.Audience == audience
        && (candidate.MayBeRetold || candidate.Article.FirstSeen > now || IsReached(candidate) || _places.Has(candidate.Article.Story));

    /// <summary>The same after these changes; null where they may change the answer.</summary>
    public AnswerReach? After(CandidateChanges changes, ReachedBy by)
    {
        var then = this;
        foreach (var candidate in changes.Come)
        {
            if (MayMatter(candidate, by)) return null;
            if (IsReached(candidate) && by.Counts(candidate)) then = then.With(candidate, 1);
        }
        foreach (var candidate in changes.Gone)
        {
            if (MayMatter(candidate, by, isGone: true)) return null;
            if (IsReached(candidate) && by.Counts(candidate)) then = then.With(candidate, -1);
        }
        return then == this || (then.HasAllSeats() && then.HasAllEnds()) ? then : null;
    }

    private AnswerReach With(Candidate candidate, int more) => new(
        AsOf,
        _places,
        [.. _seats.Select(seat => seat.IsBelow(candidate) ? seat with { Room = seat.Room - more } : seat)],
        [.. _ends.Select(end => end.Reaches(candidate) ? end with { More = end.More + more } : end)]);

    /// <summary>Whether each place has a seat that is still in sight.</summary>
    private bool HasAllSeats()
    {
        for (var i = 0; i < _seats.Length;)
        {
            var (place, has) = (_seats[i].Place, false);
            for (; i < _seats.Length && _seats[i].Place == place; i++) has |= _seats[i].Room >= 0;
            if (!has) return false;
        }
        return true;
    }

    /// <summary>Whether nothing has come up from below an end.</summary>
    private bool HasAllEnds()
    {
        foreach (var end in _ends)
        {
            if (end is { Id: not null, More: < 0 }) return false;
        }
        return true;
    }

    /// <summary>Whether it may be in the answer, or stand in for something that is.</summary>
    private bool MayMatter(Candidate candidate, ReachedBy by, bool isGone = false)
    {
        if (candidate.Audience != by.Query.Audience) return false;
        if (candidate.Article.FirstSeen > by.Now || _places.Has(candidate.Article.Story)) return true;
        if (!candidate.MayBeRetold) return !isGone && IsReached(candidate) && by.MayBeShown(candidate) && _places.MayTake(candidate, by.Context.Value);
        // Another article of the story may be the one that stands for it from now on, and what was decided on one counts for all.
        var story = by.Candidates.Retold(candidate);
        return story.IsEmpty || by.IsDecided(candidate) || story.Any(other => by.IsDecided(other) || (by.MayBeShown(other) && _places.MayTake(other, by.Context.Value)));
    }

    private bool IsReached(Candidate candidate)
    {
        foreach (var end in _ends)
        {
            if (end.Reaches(candidate)) return true;
        }
        return false;
    }
}

/// <summary>How far down a list was looked at.</summary>
/// <param name="Topic">The list's topic; null for the list of all.</param>
/// <param name="Rank">The rank of the last that was looked at.</param>
/// <param name="Id">The article's id; null where the list was looked at to its own end.</param>
internal readonly record struct ListEnd(string? Topic, double Rank, string? Id)
{
    /// <summary>How many more stand above the end than were there when it was set.</summary>
    public int More { get; init; }

    public bool Reaches(Candidate candidate) =>
        (Id is null || candidate.Rank > Rank || (candidate.Rank == Rank && string.CompareOrdinal(candidate.Article.Id, Id) <= 0))
        && (Topic is null || candidate.Article.Topics.Contains(Topic));
}

/// <summary>Looks at changed candidates for one question.</summary>
/// <param name="Query">The question.</param>
/// <param name="Candidates">All that there will be.</param>
/// <param name="Gate">What may be suggested.</param>
/// <param name="Context">Counts points as when the answer was made. Most changes are below what it reaches, and need none.</param>
/// <param name="Now">The time.</param>
internal sealed record ReachedBy(SuggestionQuery Query, CandidateIndex Candidates, CandidateGate Gate, Lazy<RankingContext> Context, DateTimeOffset Now)
{
    /// <summary>Whether it takes a place in the lists, so that it pushes others down.</summary>
    public bool Counts(Candidate candidate) => candidate.Audience == Query.Audience && MayBeShown(candidate) && !IsDecided(candidate);

    public bool MayBeShown(Candidate candidate) => IsListed(candidate) && Gate.IsOpen(candidate, Context.Value);

    public bool IsDecided(Candidate candidate) => Gate.IsDecided(candidate, []);

    private bool IsListed(Candidate candidate) => !candidate.IsSecondChoice && Query.Languages.Contains(candidate.Article.Language);
}
