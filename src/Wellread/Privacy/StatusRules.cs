namespace Wellread.Privacy;

/// <summary>The breach that is fined most: a text that says that its reader, or somebody named, is or was a patient.</summary>
internal static class StatusRules
{
    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        foreach (var hit in evidence.Hits(CueKind.Status))
        {
            if (!evidence.SaysNothingOfTheReader(evidence.SentenceOf(hit))) findings.Add(MentionKind.PatientStatus, FindingSeverity.Block, hit);
        }
        if (!evidence.IsReply) return;
        foreach (var hit in RevealingReplies(evidence)) findings.Add(MentionKind.PatientStatus, FindingSeverity.Block, hit);
        AddAddressee(findings);
    }

    private static IEnumerable<CueHit> RevealingReplies(Evidence evidence) => evidence.Hits(CueKind.Reply).Where(hit => !evidence.SaysNothingOfTheReader(evidence.SentenceOf(hit)))
        .Concat(evidence.Hits(CueKind.Addressed).Where(hit => !evidence.IsAdvice(evidence.SentenceOf(hit)) && !evidence.IsNews(evidence.SentenceOf(hit)) && !SpeaksOfTheFamous(evidence, hit)));

    // In Spanish, "su" is his or hers too.
    private static bool SpeaksOfTheFamous(Evidence evidence, CueHit hit) => evidence.Names.Exists(name => name.Role == NameRole.Famous && evidence.SentenceOf(name) == evidence.SentenceOf(hit));

    // Who is spoken to is part of the breach; without one, a name is still better left out.
    private static void AddAddressee(Findings findings)
    {
        var evidence = findings.Evidence;
        var reveals = evidence.Hits(CueKind.Status).Any(hit => !evidence.SaysNothingOfTheReader(evidence.SentenceOf(hit))) || RevealingReplies(evidence).Any();
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure))
        {
            var addressed = evidence.Hits(CueKind.Address).Any(hit => hit.NameFirst >= 0 && hit.NameFirst < name.Last && name.First < hit.NameLast);
            if (reveals || addressed) findings.Add(reveals ? FindingSeverity.Block : FindingSeverity.Warn, name);
        }
        if (!reveals) return;
        foreach (var shape in evidence.Shapes.Where(shape => shape.Kind is MentionKind.Handle or MentionKind.Date)) findings.Add(FindingSeverity.Block, shape);
    }
}
