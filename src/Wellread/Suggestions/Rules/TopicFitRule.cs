using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>What it is about, and whether the practice asked for that.</summary>
internal sealed class TopicFitRule : IRankingRule
{
    /// <summary>A topic that the practice prefers is worth as much as an article half a <see cref="ArticleRank.Tau"/> newer.</summary>
    private const double PreferredTopicPoints = 0.5;

    public RuleResult Apply(Candidate candidate, RankingContext context)
    {
        foreach (var topic in candidate.Article.Topics)
        {
            if (context.Practice.TopicWeight(topic) > Practice.NeutralWeight)
                return RuleResult.Because("preferred-topic", $"Your practice asked for this topic: {Name(topic)}.", PreferredTopicPoints);
        }

        return candidate.Article.Topics is [var strongest, ..]
            ? RuleResult.Because("topic", $"Topic: {Name(strongest)}.")
            : RuleResult.Nothing;
    }

    private static string Name(string slug) => TopicCatalog.Find(slug)?.English ?? slug;
}
