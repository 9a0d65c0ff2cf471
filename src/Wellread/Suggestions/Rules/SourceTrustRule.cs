using Wellread.Feeds;

namespace Wellread.Suggestions.Rules;

/// <summary>Who stands behind it. The points are in the article's rank already; this says so in words.</summary>
internal sealed class SourceTrustRule : IRankingRule
{
    public RuleResult Apply(Candidate candidate, RankingContext context) => candidate.Article.Source.Publisher switch
    {
        PublisherType.Government => RuleResult.Because("government-source", "It comes from a government health service."),
        PublisherType.Academic => RuleResult.Because("academic-source", "It comes from a university or teaching hospital."),
        PublisherType.NonProfit => RuleResult.Because("non-profit-source", "It comes from a non-profit health group."),
        PublisherType.Journal => RuleResult.Because("journal-source", "It comes from a medical journal."),
        PublisherType.News => RuleResult.Because("news-source", "It comes from a news outlet."),
        _ => RuleResult.Nothing,
    };
}
