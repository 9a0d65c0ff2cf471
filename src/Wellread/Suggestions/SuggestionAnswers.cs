using System.Text.Json;
using Microsoft.Extensions.Options;
using Wellread.Feeds;
using Wellread.Practices;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Wellread.Suggestions;

/// <summary>Makes answers, and keeps them for as long as they would be made the same.</summary>
internal sealed class SuggestionAnswers(
    SuggestionFinder finder, SuggestionState state, CurrentCatalog feeds, CurrentPractices practices, TimeProvider time, IOptions<JsonOptions> json)
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly RecentlyUsed<AnswerKey, SuggestionAnswer> _kept = new(MostBytes, answer => answer.Weight);

    /// <summary>Whether nothing whatever has changed since the answer was last found to hold.</summary>
    public bool HoldsUnlooked(SuggestionAnswer answer)
    {
        if (!answer.Basis.HoldsUnlooked(state.Current.Version, feeds.Current.Stamp, practices.Changes, time.GetUtcNow())) return false;
        answer.Ask();
        return true;
    }

    /// <summary>The answer if it is there already and holds.</summary>
    public SuggestionAnswer? Find(AnswerKey key)
    {
        // Before anything is looked at: what changes meanwhile then counts as a change since.
        var changes = practices.Changes;
        var (snapshot, catalog) = (state.Current, feeds.Current);
        if (practices.Find(key.Practice) is not { } practice || _kept.Find(key) is not { } answer) return null;
        var now = time.GetUtcNow();
        if (!answer.Basis.Holds(snapshot, catalog, practice, now))
        {
            if (answer.Successor is not { } successor || !successor.Basis.Holds(snapshot, catalog, practice, now)) return null;
            Replace(key, answer, successor);
            answer = successor;
        }

        answer.Basis.Held(snapshot.Version, catalog.Stamp, changes);
        answer.Ask();
        return answer;
    }

    public SuggestionAnswer Get(SuggestionQuery query)
    {
        var key = AnswerKey.Of(query);
        if (Find(key) is { } known) return known;
        var answer = Make(query, state.Current);
        answer.Ask();
        _kept.Put(key, answer);
        return answer;
    }

    /// <summary>The questions whose answers were asked for since they were made, hold now, and will not hold by <paramref name="next"/>.</summary>
    public IEnumerable<KeyValuePair<AnswerKey, SuggestionAnswer>> AskedAndChangedBy(SuggestionSnapshot next)
    {
        foreach (var kept in _kept.All)
        {
            if (kept.Value.WasAsked
                && practices.Find(kept.Key.Practice) is { } practice
                && kept.Value.Basis.Holds(state.Current, feeds.Current, practice, time.GetUtcNow())
                && !kept.Value.Basis.Holds(next, feeds.Current, practice, time.GetUtcNow())) yield return kept;
        }
    }

    /// <summary>Keeps the answer for when <paramref name="next"/> is there, where it can be told to stay as it is; false where it has to be made anew.</summary>
    /// <param name="key">The question.</param>
    /// <param name="answer">The answer that holds now.</param>
    /// <param name="next">What there will be.</param>
    /// <param name="changes">How its articles differ from those of now.</param>
    public bool KeepAhead(AnswerKey key, SuggestionAnswer answer, SuggestionSnapshot next, CandidateChanges changes)
    {
        if (practices.Find(key.Practice) is not { } practice || Same(answer, key.For(practice), next, changes) is not { } same) return false;
        answer.Successor = same;
        return true;
    }

    /// <summary>Makes the answer that will hold by <paramref name="next"/>, beside the one that holds now; false where nobody can ask any more.</summary>
    public bool MakeAhead(AnswerKey key, SuggestionAnswer answer, SuggestionSnapshot next)
    {
        if (practices.Find(key.Practice) is not { } practice) return false;
        answer.Successor = Make(key.For(practice), next);
        return true;
    }

    /// <summary>Null where it has to be made anew.</summary>
    private SuggestionAnswer? Same(SuggestionAnswer answer, SuggestionQuery query, SuggestionSnapshot next, CandidateChanges changes)
    {
        var (catalog, now) = (feeds.Current, time.GetUtcNow());
        return answer.Reach is { } reach
            && answer.Basis.After(next, catalog, query.Practice, now) is { } basis
            && finder.After(reach, changes, query, next, catalog, now) is { } then
            ? answer.With(basis, then, now)
            : null;
    }

    /// <summary>Puts what was made ahead in the place of what it follows.</summary>
    public void Succeed(AnswerKey key)
    {
        if (_kept.Find(key) is { Successor: { } successor } answer) Replace(key, answer, successor);
    }

    private void Replace(AnswerKey key, SuggestionAnswer answer, SuggestionAnswer successor)
    {
        _kept.Put(key, successor);
        // One that has grown old in memory would keep all that ever followed it until the collector comes to the old ones.
        answer.Successor = null;
    }

    private SuggestionAnswer Make(SuggestionQuery query, SuggestionSnapshot snapshot)
    {
        var (catalog, now) = (feeds.Current, time.GetUtcNow());
        var basis = AnswerBasis.Of(query, snapshot, catalog, now);
        var page = finder.Find(query, snapshot, catalog, now);
        basis.EndAt(page.Due);
        var items = page.Items.Select(item => Suggestion.From(item, query.Practice, query.WithFigures));
        var list = new SuggestionList([.. items], NextCursor: null, page.ShowsSamples, page.Stale, page.Loading);
        var text = new AnswerText(JsonSerializer.SerializeToUtf8Bytes(list, json.Value.SerializerOptions));
        return new SuggestionAnswer(text, page.Next, basis, page.Reach, AnswerKey.Of(query));
    }
}
