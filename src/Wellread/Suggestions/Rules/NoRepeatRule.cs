using System.Globalization;
using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// What was decided on stays away, whichever article tells the story. What tells again, months later and under another address, what was shared comes behind
/// everything else, and says so.
/// </summary>
internal static class NoRepeatRule
{
    public const string Name = "no-repeat";

    public static SharedStory? RepeatOf(Candidate candidate, RankingContext context) =>
        context.Shared.RepeatedBy(candidate.Sketch, candidate.Topics, context.RepeatsFrom);

    public static AssessmentReason Reason(SharedStory repeated, RankingContext context) =>
        new("repeat", $"Comes last: you {Did(repeated, context)}, “{repeated.Title}”.");

    /// <summary>What became of the one before: "shared one like it on 3 July 2026".</summary>
    public static string Did(SharedStory repeated, RankingContext context)
    {
        var did = repeated.Action switch
        {
            DecisionAction.Shared when repeated.At > context.Now => "plan to share",
            DecisionAction.Shared => "shared",
            DecisionAction.Approve => "said yes to",
            _ => "turned down",
        };
        return $"{did} one like it on {On(repeated, context)}";
    }

    private static string On(SharedStory repeated, RankingContext context) =>
        context.Practice.Today(repeated.At).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
