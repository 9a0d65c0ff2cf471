using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>An order while it is made: what is placed, what stands behind everything else, and numbers for the sources met.</summary>
internal sealed class OrderSoFar
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <param name="context">For whom and when.</param>
    /// <param name="allows">What is dear to ask: whether a candidate may be suggested after all.</param>
    /// <param name="spreadTopics">False where a topic was asked for.</param>
    public OrderSoFar(RankingContext context, Func<Candidate, bool> allows, bool spreadTopics)
    {
        Allows = allows;
        var shared = context.Shared.Shared;
        var lately = shared[Math.Max(0, shared.Length - SpreadRule.ShareRun)..].Select(story => story.FeedId is { } feed ? NumberOf(feed) : -1);
        Spread = new SpreadRule(lately, context.Shared.LastTopic, context.Options.MaxSourceShare, spreadTopics);
    }

    public List<Placed> Placed { get; } = [];

    /// <summary>What would repeat a story that was shared: it comes last of all.</summary>
    public List<Placed> Repeats { get; } = [];

    public Func<Candidate, bool> Allows { get; }

    public SpreadRule Spread { get; }

    /// <summary>How many sources have a number.</summary>
    public int Sources => _numbers.Count;

    public int NumberOf(string feedId)
    {
        if (!_numbers.TryGetValue(feedId, out var number)) _numbers[feedId] = number = _numbers.Count;
        return number;
    }

    public void Add(in Placed placed, int source, int topic)
    {
        Placed.Add(placed);
        Spread.Add(source, topic);
    }
}
