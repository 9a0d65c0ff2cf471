using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>An order while it is made: what is placed, and what stands behind everything else.</summary>
internal sealed class OrderSoFar
{
    /// <param name="context">For whom and when.</param>
    /// <param name="pool">Where candidates come from.</param>
    public OrderSoFar(RankingContext context, CandidatePool pool)
    {
        Pool = pool;
        Spread = SpreadRule.For(context, pool.SpreadTopics);
    }

    public List<Placed> Placed { get; } = [];

    /// <summary>What would repeat a story that was shared: it comes last of all.</summary>
    public List<Placed> Repeats { get; } = [];

    /// <summary>Says of a candidate that is about to be placed whether it may be after all, and who comes in its place.</summary>
    public CandidatePool Pool { get; }

    public SpreadRule Spread { get; }

    /// <summary>By which score each of them got its place.</summary>
    public List<double> Scores { get; } = [];

    public void Add(in Placed placed, double score, int source, int topic)
    {
        Placed.Add(placed);
        Scores.Add(score);
        Spread.Add(source, topic);
    }
}
