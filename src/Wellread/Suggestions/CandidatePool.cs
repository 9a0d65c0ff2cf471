using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>
/// The candidates of one question, from lists that are sorted by rank already: first the top of all, of the topics that the practice likes best and of those in season,
/// to be ranked together; then the rest in parts. So the first page costs the same whatever is in store, and the whole order has every story once.
/// </summary>
internal sealed class CandidatePool(SuggestionSnapshot snapshot, SuggestionQuery query, DateTimeOffset asOf, FeedCatalog catalog)
{
    /// <summary>How many of the highest rank are ranked together; of the rest, as many come together behind them.</summary>
    public const int Depth = 160;

    /// <summary>How many of a topic that is liked or in season join the first of them.</summary>
    public const int TopicDepth = 14;
    public const int MaxTopics = 6;

    /// <summary>A topic whose weight and odds together are this many doublings above others is liked.</summary>
    private const double Liked = 0.15;

    /// <summary>When so many have come since the page was begun, the list ends: nothing may be left of what was there then.</summary>
    private const int MostNewcomers = 50_000;

    /// <summary>When words have kept so many away, the list ends, but never before it gave anything: a word that almost every article says would have all of them read for each page.</summary>
    public const int MostRefused = 5_000;

    private readonly CandidateGate _gate = new(snapshot, query, asOf, catalog);

    private readonly HashSet<Candidate> _met = new(2 * Depth, ReferenceEqualityComparer.Instance);
    private readonly List<SeenList> _seen = [];
    private readonly List<ListEnd> _ends = [];
    private readonly HashSet<string> _retold = new(StringComparer.Ordinal);
    private readonly HashSet<Candidate> _refused = new(ReferenceEqualityComparer.Instance);
    private int _newcomers;
    private bool _gaveAny;
    private bool _isFirst;

    /// <summary>When the first of what was met is there that is dated ahead; null where nothing was. The clocks of two instances differ.</summary>
    public DateTimeOffset? Due => _gate.Due;

    /// <summary>What would have to change the order; null where too much would.</summary>
    public AnswerReach? Reach { get; private set; }

    public bool SpreadTopics => query.Topic is null;

    /// <summary>What is dear to ask, and so is asked only of what is about to be placed: rules that look for words. What they refuse does not come again.</summary>
    public bool Allows(Candidate candidate)
    {
        var allowed = BlockedWordsRule.Allows(candidate.Article, query.Practice) && _gate.FeedAllows(candidate);
        if (allowed) _gaveAny = true;
        else _refused.Add(candidate);
        return allowed;
    }

    /// <summary>The next article to tell the story of one that was refused. Where there is none, the story may still come as a second choice.</summary>
    public Candidate? InsteadOf(Candidate refused, RankingContext context)
    {
        if (snapshot.Candidates.Retold(refused) is not { IsEmpty: false } story) return null;
        if (Best(refused, story, context) is { } other) return other;
        _retold.Remove(refused.Article.Story);
        return null;
    }

    /// <summary>Candidates to be ranked together, the best first; all first choices before second ones. One for each story.</summary>
    public IEnumerable<List<Candidate>> Windows(RankingContext context)
    {
        for (var choice = 0; choice < 2; choice++)
        {
            var secondChoice = choice == 1;
            var window = new List<Candidate>(Depth + (2 * MaxTopics * TopicDepth));
            using var rest = Listed(query.Topic, secondChoice).GetEnumerator();
            Begin(window, rest, query.Topic, Depth, context);
            if (SpreadTopics && !secondChoice) AddTopics(window, context);
            _isFirst = !secondChoice;
            if (window.Count > 0) yield return window;
            _isFirst = false;
            for (var more = true; more && !(_gaveAny && _refused.Count >= MostRefused);)
            {
                window = new List<Candidate>(Depth);
                more = Fill(window, rest, Depth, context);
                if (window.Count > 0) yield return window;
            }
        }
    }

    private void AddTopics(List<Candidate> window, RankingContext context)
    {
        foreach (var topic in TopicsOf(context))
        {
            var slug = TopicCatalog.All[topic].Slug;
            using var listed = Listed(slug, secondChoice: false).GetEnumerator();
            Begin(window, listed, slug, TopicDepth, context);
        }
    }

    private void Begin(List<Candidate> window, IEnumerator<Candidate> listed, string? topic, int depth, RankingContext context)
    {
        _seen.Add(new SeenList(topic, depth));
        var more = Fill(window, listed, depth, context, _seen[^1]);
        _ends.Add(more ? new ListEnd(topic, listed.Current.Rank, listed.Current.Article.Id) : new ListEnd(topic, double.NegativeInfinity, null));
    }

    /// <summary>Called where the order is long enough. Only where the first window gave all of it is it known what would have to change it.</summary>
    public void End(OrderSoFar order)
    {
        if (!_isFirst || Due is not null || order.Placed.Count > RankingWindow.Remembered) return;
        var places = order.Placed.Zip(order.Scores, (placed, score) => AnswerPlace.Of(placed, score));
        var seats = order.Placed.SelectMany((placed, place) => _seen.SelectMany(list => list.SeatsOf(place, placed.Candidate)).DefaultIfEmpty(AnswerSeat.None(place)));
        Reach = new AnswerReach(asOf, new AnswerPlaces([.. places], SpreadTopics), [.. seats], [.. _ends]);
    }

    /// <summary>The topics liked best, and as many of those in season.</summary>
    private static List<int> TopicsOf(RankingContext context)
    {
        var topics = Highest(context.TopicValue, Liked);
        foreach (var topic in Highest(context.Season.StrengthOf, 0))
        {
            if (!topics.Contains(topic)) topics.Add(topic);
        }
        return topics;
    }

    private static List<int> Highest(Func<int, double> valueOf, double above)
    {
        var highest = new List<int>(2 * MaxTopics);
        for (var topic = 0; topic < TopicCatalog.All.Length; topic++)
        {
            var value = valueOf(topic);
            if (value <= above) continue;
            var place = highest.Count;
            while (place > 0 && valueOf(highest[place - 1]) < value) place--;
            highest.Insert(place, topic);
            if (highest.Count > MaxTopics) highest.RemoveAt(MaxTopics);
        }
        return highest;
    }

    /// <summary>Looks at no more than the first <paramref name="depth"/> that may be suggested; false where the list ends before.</summary>
    private bool Fill(List<Candidate> window, IEnumerator<Candidate> listed, int depth, RankingContext context, SeenList? seen = null)
    {
        for (var met = 0; met < depth;)
        {
            if (!listed.MoveNext()) return false;
            var candidate = listed.Current;
            if (candidate.Article.FirstSeen > asOf && ++_newcomers > MostNewcomers) return false;
            var story = snapshot.Candidates.Retold(candidate);
            if (!_gate.IsOpen(candidate, context) || _gate.IsDecided(candidate, story)) continue;
            met++;
            if (story.IsEmpty)
            {
                seen?.Add(candidate, candidate, met);
                if (_met.Add(candidate)) window.Add(candidate);
            }
            else if (!_retold.Contains(candidate.Article.Story) && Best(candidate, story, context) is { } best)
            {
                _retold.Add(candidate.Article.Story);
                seen?.Add(candidate, best, met);
                _met.Add(best);
                window.Add(best);
            }
        }
        return true;
    }

    /// <summary>The article of the story that has the highest rank of those that may be suggested in its place, whichever list brought it in.</summary>
    private Candidate? Best(Candidate candidate, ImmutableArray<Candidate> story, RankingContext context)
    {
        foreach (var other in story)
        {
            if (other.IsSecondChoice == candidate.IsSecondChoice && IsAskedFor(other.Article) && !_refused.Contains(other) && _gate.IsOpen(other, context)) return other;
        }
        return null;
    }

    private bool IsAskedFor(Article article) => query.Languages.Contains(article.Language) && (query.Topic is null || article.Topics.Contains(query.Topic));

    private IEnumerable<Candidate> Listed(string? topic, bool secondChoice)
    {
        if (query.Languages is [var only]) return snapshot.Candidates.List(query.Audience, only, topic, secondChoice);
        return Merged([.. query.Languages.Select(language => snapshot.Candidates.List(query.Audience, language, topic, secondChoice).GetEnumerator())]);
    }

    private static IEnumerable<Candidate> Merged(CandidateList.Enumerator[] lists)
    {
        var count = 0;
        for (var i = 0; i < lists.Length; i++)
        {
            if (lists[i].MoveNext()) lists[count++] = lists[i];
        }
        while (count > 0)
        {
            var best = 0;
            for (var i = 1; i < count; i++)
            {
                if (Candidate.ByRank.Compare(lists[i].Current, lists[best].Current) < 0) best = i;
            }
            yield return lists[best].Current;
            if (!lists[best].MoveNext()) lists[best] = lists[--count];
        }
    }
}
