using System.Collections.Frozen;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Benchmarks.Replay;

/// <summary>
/// A made-up editor with tastes that nobody is told: topics and sources liked and disliked, how hard a text may be, and noise. What it would share is known to the
/// measure, so that a decision made in a hurry does not count as the truth.
/// </summary>
internal sealed class ReplayEditor
{
    private readonly Random _noise;
    private readonly double[] _topics = new double[TopicCatalog.All.Length];
    private readonly Dictionary<string, double> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<Article, double> _worths = new(ReferenceEqualityComparer.Instance);
    private readonly double _grade;

    /// <param name="world">The sources that there are.</param>
    /// <param name="seed">The same seed gives the same editor.</param>
    /// <param name="tellsTopics">True for a practice that has told half of its favourite topics in its settings.</param>
    public ReplayEditor(ReplayWorld world, int seed, bool tellsTopics)
    {
        var dice = new Random(seed * 7919);
        _noise = new Random(seed * 104729);
        var order = Enumerable.Range(0, _topics.Length).ToArray();
        dice.Shuffle(order);
        var likes = 6 + dice.Next(6);
        for (var i = 0; i < order.Length; i++)
            _topics[order[i]] = (i < likes ? 1.3 : i < likes + 12 ? -1.5 : 0) + (0.8 * (dice.NextDouble() - 0.5));
        foreach (var source in world.Sources) _sources[source] = dice.Next(8) switch { 0 => 1.1, 1 => -1.4, _ => 0.8 * (dice.NextDouble() - 0.5) };
        _grade = 6 + dice.Next(4);
        var told = tellsTopics ? order.Take(likes / 2).Select(topic => TopicCatalog.All[topic].Slug) : [];
        Practice = new Practice { Id = $"practice-{seed}", Languages = ["en"], TopicWeights = told.ToFrozenDictionary(slug => slug, _ => 2.0) };
    }

    public Practice Practice { get; }

    /// <summary>How glad the editor would be of it: above zero it is shared.</summary>
    public double Worth(Article article)
    {
        if (!_worths.TryGetValue(article, out var worth)) _worths[article] = worth = Weigh(article);
        return worth;
    }

    private double Weigh(Article article)
    {
        var topics = 0.0;
        var weights = 0.0;
        for (var i = 0; i < article.Topics.Length; i++)
        {
            topics += _topics[TopicCatalog.IndexOf(article.Topics[i])] / (i + 1);
            weights += 1.0 / (i + 1);
        }
        var cautions = article.Assessment!.Cautions == AssessmentCautions.None ? 0 : -0.8;
        return -0.5 + (topics / weights) + _sources[article.Source.FeedId] + TooHard(article) + (2 * (article.Assessment.Probability - 0.85)) + cautions;
    }

    /// <summary>0 for what the editor would not share, up to 3 for the best: what the measures of a ranking take for the truth.</summary>
    public int Relevance(Article article) => Worth(article) switch { <= 0 => 0, < 0.6 => 1, < 1.2 => 2, _ => 3 };

    /// <summary>What the editor does with it, in a hurry.</summary>
    public (DecisionAction Action, RejectReason? Reason) Decide(Article article)
    {
        if (_noise.NextDouble() < 1 / (1 + Math.Exp(-3 * Worth(article)))) return (DecisionAction.Approve, null);
        var topic = _topics[TopicCatalog.IndexOf(article.Topics[0])];
        var source = _sources[article.Source.FeedId];
        if (TooHard(article) < -0.6) return (DecisionAction.Reject, RejectReason.TooTechnical);
        if (source < -0.9 && _noise.Next(2) == 0) return (DecisionAction.Reject, RejectReason.DoNotTrustSource);
        if (topic < -0.8) return (DecisionAction.Reject, RejectReason.OffTopic);
        return (DecisionAction.Reject, _noise.Next(4) == 0 ? RejectReason.Other : RejectReason.NotToday);
    }

    private double TooHard(Article article) => -0.35 * Math.Max(0, article.Assessment!.Grade - _grade);
}
