using Wellread.Articles;
using Wellread.Suggestions;

namespace Wellread.Privacy;

/// <summary>The guard on a text that comes with a decision, which is a post about an article. Its safer versions repeat the text, so they stay here.</summary>
internal static class DecisionTextGuard
{
    public static DecisionTextVerdict Check(string text)
    {
        var result = PostGuard.Check(text, PostMode.Post);
        if (result.Findings.IsEmpty) return DecisionTextVerdict.Clear;
        var words = FindingWords.In(LanguageDetector.DetectScored(text));
        return new DecisionTextVerdict(result.Verdict == PostVerdict.Block, [.. result.Findings.Select(finding => Place(finding, words))]) { Advice = words.Say("undecided") };
    }

    private static TextFinding Place(GuardFinding finding, FindingWords words) => new(
        FindingWords.CodeOf(finding.Kind), finding.Severity == FindingSeverity.Block ? "block" : "warn", finding.Start, finding.End, words.RuleOf(finding));
}
