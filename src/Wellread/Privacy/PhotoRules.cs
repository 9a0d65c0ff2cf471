namespace Wellread.Privacy;

/// <summary>Words that go with a picture of a patient, without a word of permission.</summary>
internal static class PhotoRules
{
    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        foreach (var hit in evidence.Mode == PostMode.Caption ? evidence.Hits(CueKind.Photo).Concat(evidence.Hits(CueKind.Caption)) : evidence.Hits(CueKind.Photo))
        {
            var sentence = evidence.SentenceOf(hit);
            if (evidence.IsGeneral(sentence) || ShowsStaff(evidence, sentence)) continue;
            findings.Add(MentionKind.Photo, FindingSeverity.Block, hit);
            foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure && evidence.SentenceOf(name) == sentence)) findings.Add(FindingSeverity.Block, name);
        }
    }

    private static bool ShowsStaff(Evidence evidence, int sentence) => evidence.Names.Any(name => name.Role is NameRole.Staff or NameRole.Famous && evidence.SentenceOf(name) == sentence);
}
