using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>
/// What a practice's decisions say of its taste, by topic, by source and by reading grade. Pure and immutable: the same decisions give the same taste, at any time.
/// A topic's value is the log odds of its Beta posterior mean above those of the practice as a whole, so that one about which nothing is known is neither
/// raised nor lowered, and it is bounded: nothing that is rejected, however often, disappears for good.
/// </summary>
internal sealed class Taste
{
    /// <summary>The most that a topic or source is raised or lowered: odds three times as high, or as low.</summary>
    public static readonly double Bound = Math.Log(3);

    /// <summary>The furthest that the grade aimed for moves from the practice's target, down and up.</summary>
    public const double MostEasier = 3;
    public const double MostHarder = 1.5;

    /// <summary>A practice without decisions takes one half, as sure as four decisions make.</summary>
    private const double OverallPrior = 2;

    /// <summary>Topics behind the main one are less likely to be why an article was taken.</summary>
    private const double ShareOfOthers = 0.5;

    private const int Several = 3;
    private static readonly double Marked = Math.Log(1.2);

    private readonly double[] _topics = new double[TopicCatalog.All.Length];
    private readonly BetaBelief[] _topicBeliefs = new BetaBelief[TopicCatalog.All.Length];
    private readonly Dictionary<string, (double Value, BetaBelief Belief)> _sources = new(StringComparer.Ordinal);

    private readonly HashSet<string> _distrusted = new(StringComparer.Ordinal);

    private Taste() { }

    public static Taste None { get; } = new();

    /// <summary>How far the grade aimed for lies above (or below) the practice's target.</summary>
    public double GradeShift { get; private set; }

    /// <summary>Above zero for what the practice takes more often than other things; 0 without a topic.</summary>
    public double Topic(int place) => place < 0 ? 0 : _topics[place];

    public double Source(string feedId) => _sources.TryGetValue(feedId, out var source) ? source.Value : 0;

    /// <summary>Whether somebody said that they do not trust it, and nothing of it was taken since.</summary>
    public bool Distrusts(string feedId) => _distrusted.Contains(feedId);

    /// <summary>Whether an editor would call it often taken: several times, and more often than other things.</summary>
    public bool OftenTakesTopic(int place) => IsOften(Topic(place), TopicBelief(place));

    /// <inheritdoc cref="OftenTakesTopic"/>
    public bool OftenTakesSource(string feedId) => IsOften(Source(feedId), SourceBelief(feedId));

    public BetaBelief TopicBelief(int place) => place < 0 ? default : _topicBeliefs[place];

    public BetaBelief SourceBelief(string feedId) => _sources.TryGetValue(feedId, out var source) ? source.Belief : default;

    /// <param name="events">The practice's decisions that stand, the oldest first.</param>
    /// <param name="targetGrade">The grade that the practice aims for.</param>
    /// <param name="options">How strong the prior is, how fast old decisions fade.</param>
    public static Taste Of(IReadOnlyList<TasteEvent> events, double targetGrade, RankingOptions options)
    {
        if (events.Count == 0) return None;
        var taste = new Taste();
        var (topics, sources) = (default(BetaBelief), default(BetaBelief));
        var aim = (Sum: 0.0, Weight: 0.0);
        for (var i = 0; i < events.Count; i++)
        {
            var decision = events[i];
            // By decisions, not by days: a practice that pauses for a month has the same taste afterwards.
            var faded = Math.Pow(0.5, (events.Count - 1 - i) / options.TasteHalfLife);
            var (topic, source) = decision.Weight;
            if (topic != 0) topics = topics.With(topic, faded, decision.Endorses);
            if (source != 0) sources = sources.With(source, faded, decision.Endorses);
            taste.Add(decision, topic, source, faded);
            if (Aim(decision, targetGrade) is { } pull) aim = (aim.Sum + (pull * faded), aim.Weight + faded);
        }
        taste.Weigh(topics.Mean(0.5, 2 * OverallPrior), sources.Mean(0.5, 2 * OverallPrior), options);
        taste.GradeShift = Math.Clamp(aim.Sum / (aim.Weight + options.PriorStrength), -MostEasier, MostHarder);
        return taste;
    }

    private void Add(TasteEvent decision, double topic, double source, double faded)
    {
        for (var i = 0; i < decision.Topics.Count && topic != 0; i++)
        {
            ref var belief = ref _topicBeliefs[decision.Topics[i]];
            belief = belief.With(i == 0 ? topic : topic * ShareOfOthers, faded, decision.Endorses);
        }
        if (decision.FeedId is not { } feed) return;
        if (decision.Reason == RejectReason.DoNotTrustSource) _distrusted.Add(feed);
        else if (decision.Endorses) _distrusted.Remove(feed);
        if (source != 0) _sources[feed] = (0, SourceBelief(feed).With(source, faded, decision.Endorses));
    }

    private void Weigh(double topics, double sources, RankingOptions options)
    {
        for (var i = 0; i < _topics.Length; i++) _topics[i] = Value(_topicBeliefs[i], topics, options);
        foreach (var (feed, source) in _sources) _sources[feed] = (Value(source.Belief, sources, options), source.Belief);
    }

    private static double Value(in BetaBelief belief, double overall, RankingOptions options)
    {
        var raised = LogOdds(belief.Mean(overall, options.PriorStrength)) - LogOdds(overall);
        // What was seldom decided on gets the benefit of the doubt over what is as good and well known.
        var doubt = belief.Doubt(overall, options.PriorStrength) - default(BetaBelief).Doubt(overall, options.PriorStrength);
        return Bound * Math.Tanh((raised + (options.Curiosity * doubt)) / Bound);
    }

    private static bool IsOften(double value, in BetaBelief belief) => belief.Taken >= Several && value >= Marked && belief.Taken > 2 * belief.Refused;

    private static double LogOdds(double mean) => Math.Log(mean / (1 - mean));

    /// <summary>
    /// Grades that the decision asks for above the target; null where it says nothing of that. What was too technical asks for one grade easier than it was, but
    /// what was far too hard anyway asks for no more than that; what was taken above the target shows that it may be that hard.
    /// </summary>
    private static double? Aim(TasteEvent decision, double target) => decision switch
    {
        { Grade: not { } } => null,
        { Action: DecisionAction.Reject, Reason: RejectReason.TooTechnical, Grade: { } grade } => Math.Max(-MostEasier, Math.Min(grade, target) - 1 - target),
        { Endorses: true, Grade: { } grade } => Math.Clamp(grade - target, 0, MostHarder),
        _ => null,
    };
}
