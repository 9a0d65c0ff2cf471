using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions.Observances;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>What an editor asks for. A null topic is every topic; no language is the practice's languages.</summary>
internal sealed record SuggestionQuery(Practice Practice, ChannelInfo? Channel, string? Topic, string? Language, int Limit, SuggestionCursor? Cursor)
{
    public ArticleAudience Audience => Channel?.Audience ?? ArticleAudience.Patients;

    public ImmutableArray<string> Languages => Language is null ? Practice.Languages : [Language];

    /// <summary>Whether the points behind each place are asked for.</summary>
    public bool WithFigures { get; init; }

    /// <summary>What a cursor belongs to: one made for another question is refused.</summary>
    public string Filter => $"{Practice.Id}|{Audience}|{Topic}|{Language}";
}

/// <summary>One page of suggestions.</summary>
/// <param name="Items">The suggestions, the best first.</param>
/// <param name="Next">Null behind the last page.</param>
/// <param name="ShowsSamples">Invented articles stand in.</param>
/// <param name="Stale">The store does not answer.</param>
/// <param name="Loading">The store is still being read.</param>
/// <param name="Due">By then something may be there that is dated ahead.</param>
/// <param name="Reach">What would have to change it; null where that is not known.</param>
internal sealed record SuggestionPage(
    ImmutableArray<RankedSuggestion> Items, SuggestionCursor? Next, bool ShowsSamples, bool Stale, bool Loading, DateTimeOffset? Due, AnswerReach? Reach);

/// <summary>Answers from memory alone.</summary>
internal sealed class SuggestionFinder(SuggestionState state, CurrentCatalog feeds, ObservanceCatalog observances, IOptions<RankingOptions> options, TimeProvider time)
{
    private static readonly ArticleAudience[] HeldAudiences = [ArticleAudience.Patients, ArticleAudience.Colleagues];

    /// <summary>How far down the order a place is still told.</summary>
    private const int RankedAtDecision = 300;

    public SuggestionPage Find(SuggestionQuery query) => Find(query, state.Current, feeds.Current, time.GetUtcNow());

    public SuggestionPage Find(SuggestionQuery query, SuggestionSnapshot snapshot, FeedCatalog catalog, DateTimeOffset now)
    {
        var cursor = query.Cursor ?? SuggestionCursor.Begin(query, now);
        var decisions = snapshot.Decisions.Of(query.Practice.Id);

        var pool = new CandidatePool(snapshot, query, cursor.AsOf, catalog);
        var context = Context(query.Practice, decisions, cursor.AsOf);
        var order = SuggestionRanker.Order(pool, context, cursor.Count + query.Limit + decisions.CountSince(cursor.AsOf) + 1);

        var items = ImmutableArray.CreateBuilder<RankedSuggestion>(query.Limit);
        SuggestionCursor? next = null;
        for (var position = cursor.StartIn(order); position < order.Count && next is null; position++)
        {
            if (cursor.HasShown(order[position].Candidate) || snapshot.Hides(order[position].Candidate, decisions, now)) continue;
            if (items.Count < query.Limit) items.Add(Complete(order[position], context, snapshot, decisions, catalog));
            else if ((next = cursor.After(items)) is null) break;
        }

        return new SuggestionPage(items.ToImmutable(), next, snapshot.ShowsSamples, snapshot.Stale, snapshot.Loading, pool.Due, query.Cursor is null ? pool.Reach : null);
    }

    /// <summary>One suggestion by its id, whatever was decided on it; null where no article has it or it suits nobody.</summary>
    public RankedSuggestion? Find(Practice practice, string suggestionId)
    {
        var snapshot = state.Current;
        return SuggestionId.ToArticleId(suggestionId) is { } articleId && snapshot.Find(articleId) is { Audience: not ArticleAudience.Neither } candidate
            ? Explain(candidate, practice, snapshot)
            : null;
    }

    /// <summary>Its place in the practice's order now, from 1, or that of another article with its story; null where it is not among the first few hundred.</summary>
    public int? RankOf(Practice practice, Candidate candidate)
    {
        var snapshot = state.Current;
        var now = time.GetUtcNow();
        var channel = candidate.Audience == ArticleAudience.Colleagues ? ChannelInfo.Of(Channel.Linkedin) : null;
        var query = new SuggestionQuery(practice, channel, Topic: null, Language: null, RankedAtDecision, Cursor: null);
        var pool = new CandidatePool(snapshot, query, now, feeds.Current);
        return SuggestionRanker.PlaceOf(candidate.Article.Story, pool, Context(practice, snapshot.Decisions.Of(practice.Id), now), RankedAtDecision);
    }

    /// <summary>What waits for a person, as its subject can hurt, the best first.</summary>
    public ListPage FindHeld(Practice practice, int limit, ListCursor? cursor)
    {
        var snapshot = state.Current;
        var decisions = snapshot.Decisions.Of(practice.Id);
        var now = time.GetUtcNow();
        var waiting = practice.Languages
            .SelectMany(language => HeldAudiences.SelectMany(audience => snapshot.Candidates.Sensitive(audience, language)))
            .Where(candidate => Held.Waits(candidate.Article, decisions.Find(candidate.Article.Id), now))
            .Where(candidate => SafetyRule.IsUnspoilt(candidate, practice) && FeedRule.Allows(candidate, feeds.Current))
            .Select(candidate => (candidate, ListPlace.Of(candidate)))
            .ToList();
        return Page(waiting, practice, limit, cursor, HeldOf(practice), snapshot);
    }

    /// <summary>What the practice approved or shared and its publisher has changed since, the latest decision first.</summary>
    public ListPage FindChanged(Practice practice, int limit, ListCursor? cursor)
    {
        var snapshot = state.Current;
        var decisions = snapshot.Decisions.Of(practice.Id);
        var changed = decisions.All
            .Select(history => (history.ArticleId, history.Watched))
            .Where(decided => decided.Watched is not null)
            .Select(decided => (Candidate: snapshot.Live.Find(decided.ArticleId)!, new ListPlace(decided.Watched!.At.UtcTicks, decided.ArticleId)))
            .Where(decided => decided.Candidate is not null && SuggestionChange.Of(decided.Candidate, snapshot, decisions, practice, time.GetUtcNow()) is not null)
            .ToList();
        return Page(changed, practice, limit, cursor, ChangedOf(practice), snapshot);
    }

    /// <summary>What a cursor of <see cref="FindHeld"/> belongs to.</summary>
    public static string HeldOf(Practice practice) => $"held|{practice.Id}";

    /// <summary>What a cursor of <see cref="FindChanged"/> belongs to.</summary>
    public static string ChangedOf(Practice practice) => $"changed|{practice.Id}";

    private ListPage Page(List<(Candidate Candidate, ListPlace Place)> all, Practice practice, int limit, ListCursor? cursor, string filter, SuggestionSnapshot snapshot)
    {
        var rest = all.Where(item => cursor is null || item.Place.CompareTo(cursor.After) > 0).OrderBy(item => item.Place).Take(limit + 1).ToList();
        var shown = rest.Take(limit).ToList();
        var next = rest.Count > limit ? new ListCursor(time.GetUtcNow(), filter, shown[^1].Place) : null;
        return new ListPage([.. shown.Select(item => Explain(item.Candidate, practice, snapshot))], all.Count, next);
    }

    /// <summary>Whether a page is still what it would be after articles have changed. What is not sure is a no.</summary>
    /// <returns>What would have to change it then; null where it has to be made anew.</returns>
    public AnswerReach? After(AnswerReach reach, CandidateChanges changes, SuggestionQuery query, SuggestionSnapshot next, FeedCatalog catalog, DateTimeOffset now) =>
        reach.IsBeyond(changes, query.Audience, now) ? reach : reach.After(changes, new ReachedBy(
            query, next.Candidates, new CandidateGate(next, query, now, catalog), new Lazy<RankingContext>(() => Context(query.Practice, next.Decisions.Of(query.Practice.Id), reach.AsOf)), now));

    private RankingContext Context(Practice practice, DecisionBoard decisions, DateTimeOffset asOf)
    {
        var learned = decisions.Learned(practice, options.Value, asOf);
        return new RankingContext(practice, asOf, options.Value, learned.Taste, learned.Shared, observances.Upcoming(practice.Today(asOf), practice.Countries));
    }

    private RankedSuggestion Explain(Candidate candidate, Practice practice, SuggestionSnapshot snapshot)
    {
        var decisions = snapshot.Decisions.Of(practice.Id);
        var context = Context(practice, decisions, time.GetUtcNow());
        var repeated = decisions.Find(candidate.Article.Id) is null ? NoRepeatRule.RepeatOf(candidate, context) : null;
        var placed = new Placed(candidate, SuggestionRanker.PointsOf(candidate, context), Lost: 0, repeated);
        return Complete(placed, context, snapshot, decisions, feeds.Current);
    }

    private static RankedSuggestion Complete(in Placed placed, RankingContext context, SuggestionSnapshot snapshot, DecisionBoard decisions, FeedCatalog catalog)
    {
        var ranked = SuggestionRanker.Explain(placed, context);
        var sources = StorySource.Of(ranked.Candidate, snapshot.Candidates.Story(ranked.Candidate)
            .Where(other => !context.Practice.BlockedSources.Contains(other.Article.Source.FeedId) && FeedRule.Allows(other, catalog)), context.Practice);
        return ranked with
        {
            Sources = sources,
            Reasons = StorySource.Reason(sources) is { } reason ? ranked.Reasons.Add(reason) : ranked.Reasons,
            Change = SuggestionChange.Of(ranked.Candidate, snapshot, decisions, context.Practice, context.Now),
        };
    }
}
