using System.Text.RegularExpressions;

namespace Wellread.Scoring;

/// <summary>
/// The text that is scored: title and summary, without what says who wrote it rather than how: an outlet's name behind the title, a dateline,
/// a citation, the section labels of an abstract. The same in training and in scoring.
/// </summary>
internal static partial class ScoredText
{
    public static string Of(string? title, string? text)
    {
        var head = Clean(OutletSuffix().Replace(title ?? "", ""));
        var body = Clean(text ?? "");
        if (head.Length == 0) return body;
        if (body.Length == 0) return head;
        return head[^1] is '.' or '!' or '?' ? $"{head} {body}" : $"{head}. {body}";
    }

    private static string Clean(string text)
    {
        text = Citation().Replace(text, "");
        text = Dateline().Replace(text, "");
        return SectionLabel().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+[-–—|]\s+[^-–—|]{2,40}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex OutletSuffix();

    [GeneratedRegex(@"^[A-Z][A-Za-z. ]{2,40}\. (19|20)\d\d\b[^.]{0,60}\.( doi: ?\S+)?", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Citation();

    [GeneratedRegex(@"^[A-Z][A-Z .,]{2,30}(\([A-Za-z ]{2,20}\))? ?[-–—] ?", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\b(ABSTRACT|BACKGROUND|OBJECTIVES?|AIMS?|METHODS?|DESIGN|SETTING|RESULTS?|FINDINGS|CONCLUSIONS?|INTERPRETATION|FUNDING|Abstract|Background|Objectives?|Methods?|Results|Findings|Conclusions?|Interpretation) ?:", RegexOptions.CultureInvariant, 100)]
    private static partial Regex SectionLabel();
}
