using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Suggestions.Rules;

/// <summary>Who stands behind it: the kind of publisher, whether the practice said that it trusts it, and what its decisions say of it.</summary>
internal sealed class SourceTrustRule : RankingRule
{
    /// <summary>Tiers above a source that the practice names itself.</summary>
    private const double Trusted = 2;

    public override string Name => "source-trust";

    public override double Points(Candidate candidate, RankingContext context)
    {
        var facts = context.FactsOf(candidate.Article.Source);
        return (context.Options.SourceTrust * (Tier(candidate) + (facts.IsTrusted ? Trusted : 0))) + (context.Options.SourceFit * facts.Learned) - (facts.IsDistrusted ? context.Options.Distrust : 0);
    }

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context)
    {
        var source = candidate.Article.Source;
        if (IsDistrusted(candidate, context)) return new AssessmentReason("distrusted-source", $"Comes later: you said that you do not trust {source.Name}.");
        if (IsTrusted(candidate, context)) return new AssessmentReason("trusted-source", $"You trust this source: {source.Name}.");
        if (IsOften(candidate, context)) return new AssessmentReason("often-shared-source", $"You often share {source.Name}.");
        return source.Publisher switch
        {
            PublisherType.Government => new AssessmentReason("government-source", "It comes from a government health service."),
            PublisherType.Academic => new AssessmentReason("academic-source", "It comes from a university or teaching hospital."),
            PublisherType.NonProfit => new AssessmentReason("non-profit-source", "It comes from a non-profit health group."),
            PublisherType.Journal => new AssessmentReason("journal-source", "It comes from a medical journal."),
            PublisherType.News => new AssessmentReason("news-source", "It comes from a news outlet."),
            _ => null,
        };
    }

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context)
    {
        var belief = context.Taste.SourceBelief(candidate.Article.Source.FeedId);
        yield return new("tier", Tier(candidate));
        yield return new("trusted", IsTrusted(candidate, context) ? 1 : 0);
        yield return new("distrusted", IsDistrusted(candidate, context) ? 1 : 0);
        yield return new("learned", Math.Exp(context.Taste.Source(candidate.Article.Source.FeedId)));
        yield return new("taken", belief.Taken);
        yield return new("refused", belief.Refused);
    }

    public static bool IsTrusted(Candidate candidate, RankingContext context) => context.FactsOf(candidate.Article.Source).IsTrusted;

    public static bool IsDistrusted(Candidate candidate, RankingContext context) => context.FactsOf(candidate.Article.Source).IsDistrusted;

    public static bool IsOften(Candidate candidate, RankingContext context) => context.FactsOf(candidate.Article.Source).IsOften;

    /// <summary>From 0 to 1.</summary>
    private static double Tier(Candidate candidate) => candidate.Article.Source.Publisher switch
    {
        PublisherType.Government => 1,
        PublisherType.Academic or PublisherType.NonProfit => 2.0 / 3,
        PublisherType.Journal => candidate.Audience == ArticleAudience.Colleagues ? 2.0 / 3 : 0,
        PublisherType.News => 1.0 / 3,
        _ => 0,
    };
}
