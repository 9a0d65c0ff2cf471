using Wellread.Articles;
using Wellread.Suggestions;

namespace Wellread.Benchmarks.Replay;

/// <summary>
/// What a year of picks was worth. Precision at 3 and nDCG at 10 by what the editor would share (Järvelin and Kekäläinen, ACM TOIS 2002: gain 2^relevance − 1,
/// discount log2(1 + place), over the best ten of all that could have been shown); diversity of the first ten as the mean of 1 − Jaccard's overlap of topics over all
/// pairs (Smyth and McClave, ICCBR 2001; Ziegler et al., WWW 2005, measure its opposite); coverage as the share of topics and of sources that were among the first
/// three at least once; repeats as picks that tell what was shared within 13 months or was decided on.
/// </summary>
internal sealed class ReplayMeasures(ReplayWorld world, ReplayEditor editor)
{
    public const int Page = 10;
    private const int Looked = 3;

    private readonly Dictionary<string, DateTimeOffset> _shared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _decided = new(StringComparer.Ordinal);
    private readonly HashSet<string> _topics = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly List<double> _precisions = [];
    private readonly List<double> _gains = [];
    private readonly List<double> _diversities = [];
    private int _repeats;
    private int _sameTopic;
    private string? _lastTopic;

    public ReplayResult Result => new(
        _precisions.Average(),
        _precisions.Skip(_precisions.Count / 2).Average(),
        _gains.Average(),
        _diversities.Average(),
        (double)_topics.Count / TopicCatalog.All.Length,
        (double)_sources.Count / world.Sources.Length,
        _repeats,
        _sameTopic);

    public void Add(IReadOnlyList<Article> page, SuggestionSnapshot snapshot, DecisionBoard decisions, DateTimeOffset now)
    {
        foreach (var article in page.Take(Looked))
        {
            _topics.Add(article.Topics[0]);
            _sources.Add(article.Source.FeedId);
            var told = world.Told[article.Id];
            if (_decided.Contains(article.Story) || (_shared.TryGetValue(told, out var at) && at > now.AddMonths(-13))) _repeats++;
            if (article.Topics[0] == _lastTopic) _sameTopic++;
        }
        _precisions.Add(page.Take(Looked).Count(article => editor.Relevance(article) > 0) / (double)Looked);
        _gains.Add(Gain(page.Select(editor.Relevance)) / Math.Max(1e-9, Gain(Best(snapshot, decisions, now))));
        _diversities.Add(Diversity(page));
    }

    public void Decided(IEnumerable<DecisionHistory> decided, DateTimeOffset now)
    {
        foreach (var history in decided)
        {
            var told = world.Told[history.ArticleId];
            if (history.Standing is { Endorses: true } standing)
            {
                _shared[told] = now;
                if (standing.Action == DecisionAction.Shared) _lastTopic = standing.Article!.Topics!.Split(' ')[0];
            }
            _decided.Add(world.Stories[history.ArticleId]);
        }
    }

    private IEnumerable<int> Best(SuggestionSnapshot snapshot, DecisionBoard decisions, DateTimeOffset now) => snapshot.Candidates.Articles
        .Where(article => article.Assessment is { SecondChoice: false } && !decisions.Hides(article, now))
        .GroupBy(editor.Relevance, (relevance, articles) => (Relevance: relevance, Count: Math.Min(Page, articles.Count())))
        .OrderByDescending(group => group.Relevance)
        .SelectMany(group => Enumerable.Repeat(group.Relevance, group.Count))
        .Take(Page);

    private static double Gain(IEnumerable<int> relevances) => relevances.Select((relevance, place) => (Math.Pow(2, relevance) - 1) / Math.Log2(place + 2)).Sum();

    private static double Diversity(IReadOnlyList<Article> page)
    {
        var (sum, pairs) = (0.0, 0);
        var bits = page.Select(article => TopicCodes.Of(article.Topics).Bits).ToList();
        for (var i = 0; i < bits.Count; i++)
        {
            for (var j = 0; j < i; j++) (sum, pairs) = (sum + 1 - TopicCodes.Overlap(bits[i], bits[j]), pairs + 1);
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}

/// <summary>The measures of one practice's year.</summary>
internal sealed record ReplayResult(
    double Precision, double PrecisionLate, double Gain, double Diversity, double TopicCoverage, double SourceCoverage, int Repeats, int SameTopicInARow);
