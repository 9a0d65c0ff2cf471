using Wellread.Sharing;

namespace Wellread.Privacy;

/// <summary>
/// Says whether a text for the public reveals a patient: the identifiers of 45 CFR 164.514(b)(2) where they concern one, and what no list has, that a reply
/// confirms that somebody is a patient. Keeps nothing and never fails.
/// </summary>
internal static class PostGuard
{
    /// <summary>All that there is to say of a text, with its length on a network and safer texts to use in its place.</summary>
    /// <param name="language">A two-letter code: the language of the safer texts. Both languages are looked through whatever it is.</param>
    public static GuardResult Check(string text, ShareChannel channel, PostMode mode, string language)
    {
        var result = Check(text, mode);
        var safer = result.Findings.IsEmpty ? [] : SaferText.For(text, Evidence.Of(Passages.First(text), mode), language, result.Findings);
        return result with { Counted = channel.Rule.Count(text), Safer = safer };
    }

    /// <summary>The findings alone. A long text is looked through a passage at a time, so that twice as long a one takes twice as long.</summary>
    public static GuardResult Check(string text, PostMode mode)
    {
        if (text.Length <= Passages.Longest) return Check(Evidence.Of(text, mode));
        var found = new List<GuardFinding>();
        foreach (var (start, end) in Passages.Of(text))
        {
            foreach (var finding in Check(Evidence.Of(text[start..end], mode)).Findings)
            {
                var place = finding with { Start = finding.Start + start, End = finding.End + start };
                if (found.Count == 0 || place.Start >= found[^1].End) found.Add(place);
            }
        }
        return found.Count == 0 ? GuardResult.Clear : new GuardResult(found.Max(finding => finding.Severity) == FindingSeverity.Block ? PostVerdict.Block : PostVerdict.Warn, [.. found], 0, []);
    }

    private static GuardResult Check(Evidence evidence) => Companions.Beside(evidence, SecondLook.At(evidence, ByRules(evidence)));

    /// <summary>What the rules find without the post model.</summary>
    public static GuardResult ByRules(Evidence evidence)
    {
        var findings = new Findings(evidence);
        NumberRules.Apply(findings);
        ContactRules.Apply(findings);
        AgeRules.Apply(findings);
        if (!evidence.HasPermission)
        {
            StatusRules.Apply(findings);
            PersonRules.Apply(findings);
            PhotoRules.Apply(findings);
            CompositionRules.Apply(findings);
        }
        return findings.ToResult();
    }
}
