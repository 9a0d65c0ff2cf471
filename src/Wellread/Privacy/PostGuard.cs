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
        var evidence = Evidence.Of(text, mode);
        var result = Check(evidence);
        return result with { Counted = channel.Rule.Count(text), Safer = SaferText.For(text, evidence, language, result.Findings) };
    }

    /// <summary>The findings alone.</summary>
    public static GuardResult Check(string text, PostMode mode) => Check(Evidence.Of(text, mode));

    private static GuardResult Check(Evidence evidence) => SecondLook.At(evidence, ByRules(evidence));

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
