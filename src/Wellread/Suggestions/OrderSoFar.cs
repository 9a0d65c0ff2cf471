using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>An order while it is made: what is placed, and what stands behind everything else.</summary>
internal sealed class OrderSoFar
{
    /// <param name="context">For whom and when.</param>
    /// <param name="allows">What is dear to ask: whether a candidate may be suggested after all.</param>
    /// <param name="spreadTopics">False where a topic was asked for.</param>
    public OrderSoFar(RankingContext context, Func<Candidate, bool> allows, bool spreadTopics)
    {
        Allows = allows;
        var shared = context.Shared.Shared;
        var lately = shared[Math.Max(0, shared.Length - SpreadRule.ShareRun)..].Select(story => story.FeedId is { } feed ? context.FactsOf(feed).Number : -1);
        Spread = new SpreadRule(lately, context.Shared.LastTopic, context.Options.MaxSourceShare, spreadTopics);
    }

    public List<Placed> Placed { get; } = [];

    /// <summary>What would repeat a story that was shared: it comes last of all.</summary>
    public List<Placed> Repeats { get; } = [];

    public Func<Candidate, bool> Allows { get; }

    public SpreadRule Spread { get; }

    public void Add(in Placed placed, int source, int topic)
    {
        Placed.Add(placed);
        Spread.Add(source, topic);
    }
}
