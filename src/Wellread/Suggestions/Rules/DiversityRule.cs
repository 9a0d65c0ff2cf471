using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// How alike two candidates are, by topic, source and what their titles tell: what is like one that is already on the page comes later. Maximal marginal relevance:
/// Carbonell and Goldstein, SIGIR 1998.
/// </summary>
internal static class DiversityRule
{
    public const string Name = "diversity";

    private const double MainTopic = 0.3;
    private const double AllTopics = 0.3;
    private const double Source = 0.2;
    private const double Title = 0.2;

    /// <summary>0 to 1, without what the titles tell.</summary>
    public static double Likeness(int mainA, int mainB, UInt128 topicsA, UInt128 topicsB, int sourceA, int sourceB) =>
        (mainA >= 0 && mainA == mainB ? MainTopic : 0)
        + (AllTopics * TopicCodes.Overlap(topicsA, topicsB))
        + (sourceA == sourceB ? Source : 0);

    /// <summary>What the titles add to that.</summary>
    public static double Likeness(TitleSketch a, TitleSketch b) => Title * a.Likeness(b);
}
