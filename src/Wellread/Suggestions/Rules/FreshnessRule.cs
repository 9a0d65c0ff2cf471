using System.Globalization;

namespace Wellread.Suggestions.Rules;

/// <summary>How new it is. The points are in the article's rank already, where time never changes an order; this says so in words.</summary>
internal sealed class FreshnessRule : IRankingRule
{
    private static readonly TimeSpan StillNew = TimeSpan.FromDays(7);
    private static readonly TimeSpan Old = TimeSpan.FromDays(60);

    public RuleResult Apply(Candidate candidate, RankingContext context)
    {
        var published = candidate.Article.Published;
        var age = context.Now - published;
        if (age < TimeSpan.FromDays(1)) return RuleResult.Because("new", "It came out today.");
        if (age < StillNew) return RuleResult.Because("recent", $"It came out on {published.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)}.");
        var date = published.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return age > Old
            ? RuleResult.Because("older", $"It is from {date}. Check that it still holds.")
            : RuleResult.Because("dated", $"It is from {date}.");
    }
}
