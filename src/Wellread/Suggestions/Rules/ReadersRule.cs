using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>What says that it is for people older than any patient of the practice comes later, such as the shingles vaccine at a children's practice.</summary>
internal sealed class ReadersRule : RankingRule
{
    public override string Name => "readers";

    public override double Points(Candidate candidate, RankingContext context) => IsForOthers(candidate, context) ? -context.Options.Readers : 0;

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context) => IsForOthers(candidate, context)
        ? new AssessmentReason("other-ages", string.Create(CultureInfo.InvariantCulture, $"Comes later: it is for people of {candidate.ReadersFrom} and older, and your practice is for {NameOf(context)}."))
        : null;

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context) =>
        context.OldestPatient is not null && candidate.ReadersFrom > 0 ? [new("readersFrom", candidate.ReadersFrom)] : [];

    /// <summary>The age from which it is for people; 0 where it is for any, or names children beside others.</summary>
    public static int From(Article article) =>
        article.Topics.Any(topic => topic is "children" or "babies" or "teens") ? 0 : NamedAges.From($"{article.Title}\n{article.Summary}") ?? 0;

    private static bool IsForOthers(Candidate candidate, RankingContext context) => context.OldestPatient is { } oldest && candidate.ReadersFrom > oldest;

    private static string NameOf(RankingContext context) => SpecialtyCatalog.Find(context.Practice.Specialty!)!.Name.ToLowerInvariant();
}
