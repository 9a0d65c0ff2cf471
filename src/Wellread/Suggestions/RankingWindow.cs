using Wellread.Articles;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>
/// Some hundred candidates that are ranked together. Each has its points first; then the best is taken, time and again, where what is like those taken before, or comes
/// from where they come from, counts less. What is dear to look at (titles, blocked words) is looked at only for what is about to be taken: it can
/// only lower a candidate, so one that is still the best afterwards is the best (lazy evaluation: Minoux 1978).
/// </summary>
internal sealed class RankingWindow
{
    /// <summary>As many of those before are compared; behind that a reader has forgotten them.</summary>
    public const int Remembered = 30;

    private readonly RankingContext _context;
    private readonly OrderSoFar _order;
    private readonly Candidate?[] _candidates;
    private readonly double[] _points;
    private readonly double[] _likeness;

    /// <summary>Points less what each loses for the next place; what is gone has none.</summary>
    private readonly double[] _scores;
    private readonly int[] _sources;
    private readonly int[] _mains;
    private readonly double[] _partOfSource;
    private readonly UInt128[] _topics;
    private readonly int[] _titlesSeen;
    private readonly List<Taken> _taken = [];
    private readonly double[] _ofTopic = new double[TopicCatalog.All.Length];
    private double[] _ofSource = [];

    public RankingWindow(List<Candidate> candidates, RankingContext context, OrderSoFar order)
    {
        (_context, _order) = (context, order);
        _candidates = [.. candidates];
        var count = _candidates.Length;
        (_points, _likeness, _scores, _partOfSource) = (new double[count], new double[count], new double[count], new double[count]);
        (_sources, _mains, _topics, _titlesSeen) = (new int[count], new int[count], new UInt128[count], new int[count]);
        for (var i = 0; i < count; i++) Seat(i, candidates[i]);
    }

    /// <summary>Takes the best until the order is long enough or the window is empty.</summary>
    public void Take(int count)
    {
        var hasChanged = true;
        while (_order.Placed.Count < count)
        {
            if (hasChanged) ScoreAll();
            var best = Best();
            if (best < 0) return;
            hasChanged = Look(best);
            if (!hasChanged) Score(best);
        }
    }

    private void ScoreAll()
    {
        if (_ofSource.Length < _context.Sources) _ofSource = new double[_context.Sources];
        _order.Spread.Fill(_ofSource, _ofTopic);
        for (var i = 0; i < _scores.Length; i++) Score(i);
    }

    private void Score(int i)
    {
        var score = _points[i] - (_context.Options.Diversity * _likeness[i]) - (_ofSource[_sources[i]] * _partOfSource[i]);
        if (_mains[i] >= 0) score -= _ofTopic[_mains[i]];
        _scores[i] = _candidates[i] is null ? double.NegativeInfinity : score;
    }

    private int Best()
    {
        var (best, most) = (-1, double.NegativeInfinity);
        var scores = _scores;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > most) (best, most) = (i, scores[i]);
        }
        return best;
    }

    /// <summary>Looks closely at the best one; false where it only lost by it, so that nothing else has changed.</summary>
    private bool Look(int best)
    {
        var candidate = _candidates[best]!;
        if (_titlesSeen[best] == 0 && !_order.Pool.Allows(candidate)) return Replace(best, _order.Pool.InsteadOf(candidate, _context));
        var title = candidate.Sketch;
        if (_titlesSeen[best] == 0 && _context.Shared.RepeatedBy(title, candidate.Topics, _context.RepeatsFrom) is { } repeated)
        {
            _order.Repeats.Add(new Placed(candidate, _points[best], 0, repeated));
            _candidates[best] = null;
            return false;
        }
        if (_titlesSeen[best] < _taken.Count + 1 && IsLowered(best, title)) return false;
        Place(best, candidate, title);
        return true;
    }

    private bool Replace(int refused, Candidate? other)
    {
        _candidates[refused] = other;
        if (other is null) return false;
        Seat(refused, other);
        _likeness[refused] = 0;
        foreach (var taken in _taken) _likeness[refused] = Math.Max(_likeness[refused], Likeness(refused, taken));
        return true;
    }

    private void Seat(int i, Candidate candidate)
    {
        _points[i] = SuggestionRanker.PointsOf(candidate, _context);
        _sources[i] = _context.FactsOf(candidate.Article.Source).Number;
        (_mains[i], _topics[i]) = (candidate.Topics.Main, candidate.Topics.Bits);
        _partOfSource[i] = _order.Spread.PartOfSource(_mains[i]);
    }

    /// <summary>Compares its title with those taken since it was last looked at; true where it lost by it.</summary>
    private bool IsLowered(int best, TitleSketch title)
    {
        var before = _likeness[best];
        for (var i = Math.Max(Math.Max(0, _titlesSeen[best] - 1), _taken.Count - Remembered); i < _taken.Count; i++)
        {
            var likeness = Likeness(best, _taken[i]) + DiversityRule.Likeness(title, _taken[i].Title);
            if (likeness > _likeness[best]) _likeness[best] = likeness;
        }
        _titlesSeen[best] = _taken.Count + 1;
        return _likeness[best] > before;
    }

    private void Place(int best, Candidate candidate, TitleSketch title)
    {
        _order.Add(new Placed(candidate, _points[best], _context.Options.Diversity * _likeness[best], null), _scores[best], _sources[best], _mains[best]);
        var taken = new Taken(_mains[best], _topics[best], _sources[best], title);
        _taken.Add(taken);
        _candidates[best] = null;
        for (var i = 0; i < _candidates.Length; i++)
        {
            if (_sources[i] != taken.Source && (_topics[i] & taken.Topics) == UInt128.Zero) continue;
            var likeness = Likeness(i, taken);
            if (likeness > _likeness[i]) _likeness[i] = likeness;
        }
    }

    private double Likeness(int i, in Taken other) => DiversityRule.Likeness(_mains[i], other.Main, _topics[i], other.Topics, _sources[i], other.Source);

    private readonly record struct Taken(int Main, UInt128 Topics, int Source, TitleSketch Title);
}
