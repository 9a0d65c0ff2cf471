namespace Wellread.Privacy;

/// <summary>
/// The post model's say on what the rules found. Numbers with a form are stopped whatever it says. What else the rules found stays where the model does not doubt it, as a warning
/// where it half does, and where the rules found nothing or names alone, a post that the model is sure enough of gets a finding at the sentence that speaks for it most.
/// </summary>
internal static class SecondLook
{
    /// <summary>Below this, what the rules found is let go.</summary>
    private const double Doubted = 0.36;

    /// <summary>The same in a reply, where the model errs less.</summary>
    private const double DoubtedInReplies = 0.40;

    /// <summary>The same where they would stop an identifier other than a name: a date, an address, an age over 89, a trait that one person has.</summary>
    private const double DoubtedOfIdentifiers = 0.18;

    /// <summary>The same where they would stop a name and such an identifier.</summary>
    private const double DoubtedOfNamesWithMore = 0.10;

    /// <summary>Below this, what the rules would stop is a warning.</summary>
    private const double HalfDoubted = 0.5;

    /// <summary>From this on, a post without findings gets one.</summary>
    private const double Believed = 0.39;

    private const double BelievedInReplies = 0.42;

    /// <summary>From this on it is stopped: of harmless posts by authors not learnt from, 8 in 1,000 are.</summary>
    private const double Sure = 0.85;

    private const int FewestWordsBesides = 3;

    private const double NearlyAsMuch = 0.7;

    public static GuardResult At(Evidence evidence, GuardResult rules)
    {
        if (evidence.Sentences == 0 || (rules.Findings.IsEmpty && Courtesies.IsAll(evidence.Words))) return rules;
        var opinion = PostModel.Current.Judge(PostFeatures.Of(evidence, rules), evidence.Sentences);
        if (rules.Findings.Any(IsSure)) return opinion.Likely < Doubted ? rules with { Findings = [.. rules.Findings.Where(finding => IsSure(finding) || !IsInWords(finding.Kind))] } : rules;
        var isClear = rules.Verdict == PostVerdict.Clear;
        if (!isClear && opinion.Likely < BoundOf(rules, evidence.Mode)) return GuardResult.Clear;
        if (opinion.Likely >= BelievedIn(evidence.Mode) && CanTell(evidence) && !rules.Findings.Any(finding => IsPhrase(finding.Kind))) rules = With(StoriesIn(evidence, opinion, rules), rules);
        return isClear ? rules : InSeverity(rules, opinion);
    }

    /// <summary>Whether a post is flagged, as far as the rules and the model's figure decide.</summary>
    public static bool IsFlagged(GuardResult rules, PostMode mode, double likely) => rules.Findings.Any(IsSure) || likely >= (rules.Verdict == PostVerdict.Clear ? BelievedIn(mode) : BoundOf(rules, mode));

    private static double BelievedIn(PostMode mode) => mode == PostMode.Reply ? BelievedInReplies : Believed;

    private static double BoundOf(GuardResult rules, PostMode mode)
    {
        var stopped = rules.Findings.Where(finding => finding.Severity == FindingSeverity.Block).Select(finding => finding.Kind).ToList();
        if (stopped.Exists(IsIdentifier)) return stopped.Contains(MentionKind.Name) ? DoubtedOfNamesWithMore : DoubtedOfIdentifiers;
        return mode == PostMode.Reply ? DoubtedInReplies : Doubted;
    }

    // "Before and after" is a story, and so is "Twins!"; what is mostly numbers is none.
    private static bool CanTell(Evidence evidence)
    {
        var numbers = evidence.Words.Count(word => word.Folded.AsSpan().ContainsAnyInRange('0', '9'));
        return evidence.Words.Count > numbers && evidence.Words.Count >= 2 * numbers && !evidence.HasPermission && !evidence.IsInvented;
    }

    private static bool IsIdentifier(MentionKind kind) => kind is MentionKind.Phone or MentionKind.Email or MentionKind.Address or MentionKind.Zip or MentionKind.Date or MentionKind.OldAge or MentionKind.RareTrait;

    private static bool IsSure(GuardFinding finding) => finding.IsSure;

    // What a sure finding's post tells besides it.
    private static bool IsInWords(MentionKind kind) => kind is MentionKind.Place or MentionKind.Day || IsPhrase(kind);

    private static bool IsPhrase(MentionKind kind) => kind is >= MentionKind.PatientStatus and <= MentionKind.Photo;

    // A name or a day alone is not what reveals: what is said beside it does, so that is a finding of its own. A sentence that says nearly as much is another.
    private static List<GuardFinding> StoriesIn(Evidence evidence, PostOpinion opinion, GuardResult rules)
    {
        var kind = evidence.IsReply ? MentionKind.PatientStatus : evidence.Mode == PostMode.Caption ? MentionKind.Photo : MentionKind.CaseDetail;
        var severity = opinion.Likely >= Sure ? FindingSeverity.Block : FindingSeverity.Warn;
        var stories = new List<GuardFinding>();
        var least = 0d;
        foreach (var (sentence, weight) in opinion.Sentences)
        {
            if (weight < least) break;
            var (first, last) = LongestRest(evidence, sentence, rules);
            if (!rules.Findings.IsEmpty && last - first < FewestWordsBesides) continue;
            var place = evidence.Text.Sent(evidence.Words[first].Start, evidence.Words[last - 1].End);
            stories.Add(new GuardFinding(kind, severity, place.Start, place.End, IsStory: true) { InPlain = (evidence.Words[first].Start, evidence.Words[last - 1].End) });
            if (least == 0) least = weight * NearlyAsMuch;
        }
        return stories;
    }

    /// <summary>The most words of a sentence in a row that no finding stands in, from the first to behind the last.</summary>
    private static (int First, int Last) LongestRest(Evidence evidence, int sentence, GuardResult rules)
    {
        var (longest, start) = ((First: 0, Last: 0), -1);
        for (var i = evidence.Words.FindIndex(word => word.Sentence == sentence); i < evidence.Words.Count && evidence.Words[i].Sentence == sentence; i++)
        {
            var (from, to) = evidence.Text.Sent(evidence.Words[i].Start, evidence.Words[i].End);
            if (rules.Findings.Any(finding => finding.Start < to && from < finding.End)) start = -1;
            else if (start < 0) start = i;
            if (start >= 0 && i + 1 - start > longest.Last - longest.First) longest = (start, i + 1);
        }
        return longest;
    }

    private static GuardResult InSeverity(GuardResult rules, PostOpinion opinion) =>
        opinion.Likely >= Sure ? All(rules, PostVerdict.Block, FindingSeverity.Block) : opinion.Likely < HalfDoubted ? All(rules, PostVerdict.Warn, FindingSeverity.Warn) : rules;

    private static GuardResult All(GuardResult rules, PostVerdict verdict, FindingSeverity severity) =>
        rules with { Verdict = verdict, Findings = [.. rules.Findings.Select(finding => finding with { Severity = severity })] };

    private static GuardResult With(List<GuardFinding> stories, GuardResult rules)
    {
        if (stories.Count == 0) return rules;
        var verdict = stories[0].Severity == FindingSeverity.Block ? PostVerdict.Block : (PostVerdict)Math.Max((int)rules.Verdict, (int)PostVerdict.Warn);
        return rules with { Verdict = verdict, Findings = [.. rules.Findings.Concat(stories).OrderBy(finding => finding.Start)] };
    }
}
