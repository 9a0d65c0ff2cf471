namespace Wellread.Privacy;

/// <summary>Words that go with a picture, a fingerprint or a voice of a patient, without a word of permission.</summary>
internal static class PhotoRules
{
    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        Add(findings, evidence.Hits(CueKind.Photo), MentionKind.Photo);
        if (evidence.Mode == PostMode.Caption) Add(findings, evidence.Hits(CueKind.Caption), MentionKind.Photo);
        Add(findings, evidence.Hits(CueKind.Biometric), MentionKind.Biometric);
    }

    private static void Add(Findings findings, IReadOnlyList<CueHit> hits, MentionKind kind)
    {
        var evidence = findings.Evidence;
        foreach (var hit in hits)
        {
            var sentence = evidence.SentenceOf(hit);
            if (evidence.IsGeneral(sentence) || ShowsStaff(evidence, sentence)) continue;
            if (kind == MentionKind.Biometric) findings.AddSure(kind, hit);
            else findings.Add(kind, FindingSeverity.Block, hit);
            foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure && evidence.SentenceOf(name) == sentence)) findings.Add(FindingSeverity.Block, name);
        }
    }

    private static bool ShowsStaff(Evidence evidence, int sentence) => evidence.Names.Any(name => name.Role is NameRole.Staff or NameRole.Famous && evidence.SentenceOf(name) == sentence);
}
