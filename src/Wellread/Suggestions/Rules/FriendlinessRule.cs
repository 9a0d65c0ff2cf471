using System.Globalization;
using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>How easy it reads. The points are in the article's rank already; this says so in words.</summary>
internal sealed class FriendlinessRule : IRankingRule
{
    public RuleResult Apply(Candidate candidate, RankingContext context)
    {
        if (candidate.Article.Assessment is not { } assessment) return RuleResult.Nothing;
        var grade = Math.Clamp((int)Math.Round(assessment.Grade), 1, 18).ToString(CultureInfo.InvariantCulture);
        if (candidate.Audience != ArticleAudience.Patients)
            return RuleResult.Because("for-colleagues", $"Written for health workers, so it is offered for LinkedIn. It reads at about school grade {grade}.");
        // The model is never quite certain, whatever its last decimals say.
        var sure = Math.Clamp((int)Math.Floor(assessment.Probability * 100), 1, 99).ToString(CultureInfo.InvariantCulture);
        return RuleResult.Because("plain-language", $"Patients are likely to understand it ({sure} in 100). It reads at about school grade {grade}.");
    }
}
