namespace Wellread.Privacy;

/// <summary>
/// The post model's say on what the rules found. Numbers with a form are stopped whatever it says. What else the rules found stays where the model does not doubt it, as a warning
/// where it half does, and where the rules found nothing or names alone, a post that the model is sure enough of gets a finding at the sentence that speaks for it most.
/// </summary>
internal static class SecondLook
{
    /// <summary>Below this, what the rules found is let go.</summary>
    private const double Doubted = 0.35;

    /// <summary>The same where the rules would stop a name.</summary>
    private const double DoubtedOfNames = 0.22;

    /// <summary>The same where they would stop an identifier other than a name: a date, an address, an age over 89, a trait that one person has.</summary>
    private const double DoubtedOfIdentifiers = 0.18;

    /// <summary>Below this, what the rules would stop is a warning.</summary>
    private const double HalfDoubted = 0.5;

    /// <summary>From this on, a post without findings gets one.</summary>
    private const double Believed = 0.39;

    /// <summary>From this on it is stopped: of harmless posts by authors not learnt from, 8 in 1,000 are.</summary>
    private const double Sure = 0.85;

    /// <summary>Fewer words are no story, and numbers are none.</summary>
    private const int FewestWords = 4;

    private const int FewestWordsBesideNames = 3;

    public static GuardResult At(Evidence evidence, GuardResult rules)
    {
        if (evidence.Sentences == 0) return rules;
        var opinion = PostModel.Current.Judge(PostFeatures.Of(evidence, rules), evidence.Sentences);
        var tells = opinion.Likely >= Believed && opinion.Sentence >= 0 && CanTell(evidence);
        if (rules.Verdict == PostVerdict.Clear) return tells ? With(Story(evidence, opinion), rules) : rules;
        if (rules.Findings.Any(IsSure)) return opinion.Likely < Doubted ? rules with { Findings = [.. rules.Findings.Where(finding => IsSure(finding) || !IsInWords(finding.Kind))] } : rules;
        if (opinion.Likely < BoundOf(rules)) return GuardResult.Clear;
        if (tells && rules.Findings.All(finding => finding.Kind is MentionKind.Name or MentionKind.Handle) && BesideNames(Story(evidence, opinion), evidence, rules) is { } story) rules = With(story, rules);
        return opinion.Likely >= HalfDoubted ? rules : rules with { Verdict = PostVerdict.Warn, Findings = [.. rules.Findings.Select(finding => finding with { Severity = FindingSeverity.Warn })] };
    }

    /// <summary>Whether a post is flagged, as far as the rules and the model's figure decide.</summary>
    public static bool IsFlagged(GuardResult rules, double likely) => rules.Findings.Any(IsSure) || likely >= (rules.Verdict == PostVerdict.Clear ? Believed : BoundOf(rules));

    private static double BoundOf(GuardResult rules)
    {
        var stopped = rules.Findings.Where(finding => finding.Severity == FindingSeverity.Block).Select(finding => finding.Kind).ToList();
        return stopped.Exists(IsIdentifier) ? DoubtedOfIdentifiers : stopped.Contains(MentionKind.Name) ? DoubtedOfNames : Doubted;
    }

    private static bool CanTell(Evidence evidence) => evidence.Words.Count(word => !word.Is(WordShapes.Number)) >= FewestWords && !evidence.HasPermission && !evidence.IsInvented;

    private static bool IsIdentifier(MentionKind kind) => kind is MentionKind.Phone or MentionKind.Email or MentionKind.Address or MentionKind.Zip or MentionKind.Date or MentionKind.OldAge or MentionKind.RareTrait;

    private static bool IsSure(GuardFinding finding) => finding.IsSure;

    // What a sure finding's post tells besides it.
    private static bool IsInWords(MentionKind kind) => kind is MentionKind.Place or MentionKind.Day or (>= MentionKind.PatientStatus and <= MentionKind.Photo);

    private static GuardFinding Story(Evidence evidence, PostOpinion opinion)
    {
        var first = evidence.Words.FindIndex(word => word.Sentence == opinion.Sentence);
        var last = evidence.Words.FindLastIndex(word => word.Sentence == opinion.Sentence);
        var place = evidence.Text.Sent(evidence.Words[first].Start, evidence.Words[last].End);
        var kind = evidence.IsReply ? MentionKind.PatientStatus : evidence.Mode == PostMode.Caption ? MentionKind.Photo : MentionKind.CaseDetail;
        return new GuardFinding(kind, opinion.Likely >= Sure ? FindingSeverity.Block : FindingSeverity.Warn, place.Start, place.End, IsStory: true);
    }

    // A name alone is not what reveals: what the sentence says behind it does, so that is a finding of its own.
    private static GuardFinding? BesideNames(GuardFinding story, Evidence evidence, GuardResult rules)
    {
        var behind = rules.Findings.Where(finding => finding.Start < story.End && story.Start < finding.End).Select(finding => finding.End).DefaultIfEmpty(story.Start).Max();
        var words = evidence.Words.Where(word => evidence.Text.Sent(word.Start, word.End) is var place && place.Start >= behind && place.End <= story.End).ToList();
        return words.Count < FewestWordsBesideNames ? null : story with { Start = evidence.Text.Sent(words[0].Start, words[0].End).Start };
    }

    private static GuardResult With(GuardFinding story, GuardResult rules) => rules with
    {
        Verdict = story.Severity == FindingSeverity.Block ? PostVerdict.Block : (PostVerdict)Math.Max((int)rules.Verdict, (int)PostVerdict.Warn),
        Findings = [.. rules.Findings.Append(story).OrderBy(finding => finding.Start)],
    };
}
