using System.Globalization;

namespace Wellread.Suggestions.Rules;

/// <summary>How easy it reads. The points are in the article's rank already; this says so in words.</summary>
internal sealed class FriendlinessRule : IRankingRule
{
    public RuleResult Apply(Candidate candidate, RankingContext context)
    {
        if (candidate.Article.Assessment is not { } assessment) return RuleResult.Nothing;
        var grade = Math.Clamp((int)Math.Round(assessment.Grade), 1, 18).ToString(CultureInfo.InvariantCulture);
        return candidate.Audience == Articles.ArticleAudience.Patients
            ? RuleResult.Because("plain-language", $"Patients are likely to understand it: {assessment.Probability:P0} sure. It reads at about school grade {grade}.")
            : RuleResult.Because("for-colleagues", $"Written for health workers, so it is offered for LinkedIn. It reads at about school grade {grade}.");
    }
}
