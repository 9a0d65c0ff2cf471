namespace Wellread.Privacy;

/// <summary>
/// A person and their care, told so that others can tell who it is. Looks at each sentence with its neighbours and counts by <see cref="GuardScores"/>: a name with
/// care; somebody's care with enough beside it; a patient of one's own with a day, a place or a job (a warning with none of these); an age over 89; a relation or a trait that fits one person.
/// </summary>
internal static class PersonRules
{
    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        if (evidence.IsInvented) return;
        var sentences = evidence.Words.Count == 0 ? 0 : evidence.Words[^1].Sentence + 1;
        var scores = SentenceScores.Of(evidence, sentences);
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            WarnOfTitledNames(findings, sentence);
            var window = SentenceScores.Around(scores, sentence);
            if (window.Care < GuardScores.SomeCare || window.Person < GuardScores.SomePerson) continue;
            if (window.Identity >= GuardScores.Identified || (window.Person >= GuardScores.OwnPatient && window.Identity >= GuardScores.NearlyIdentified))
                AddAll(findings, sentence, FindingSeverity.Block);
            else if (window.Person >= GuardScores.OwnPatient && window.Care >= GuardScores.AnEvent)
                AddAll(findings, sentence, FindingSeverity.Warn);
        }
    }

    // "Mrs. Kline" is nobody of the office, or it would say so: a reader of the post may know better.
    private static void WarnOfTitledNames(Findings findings, int sentence)
    {
        foreach (var name in findings.Evidence.Names.Where(name => name.Role == NameRole.Titled && findings.Evidence.SentenceOf(name) == sentence)) findings.Add(FindingSeverity.Warn, name);
    }

    private static void AddAll(Findings findings, int sentence, FindingSeverity severity)
    {
        var evidence = findings.Evidence;
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure && IsNear(evidence.SentenceOf(name)))) findings.Add(severity, name);
        foreach (var shape in evidence.Shapes.Where(shape => GuardScores.Identity(shape.Kind) > 0 && IsNear(evidence.SentenceOf(shape)) && SentenceScores.IsPersonal(evidence, shape))) findings.Add(severity, shape);
        foreach (var place in evidence.Hits(CueKind.Place).Where(hit => IsNear(evidence.SentenceOf(hit)) && SentenceScores.PlaceWorth(evidence, hit) > GuardScores.Facility))
            findings.Add(MentionKind.Place, severity, evidence.Words[place.NameFirst].Start, evidence.Words[place.NameLast - 1].End);
        AddCues(CueKind.Relation, MentionKind.Relation);
        AddCues(CueKind.Rarity, MentionKind.RareTrait);
        AddCues(CueKind.Day, MentionKind.Day);
        AddCues(CueKind.Event, MentionKind.CaseDetail);
        AddCues(CueKind.Care, MentionKind.CaseDetail);

        bool IsNear(int other) => Math.Abs(other - sentence) <= 1;

        void AddCues(CueKind kind, MentionKind mention)
        {
            foreach (var hit in evidence.Hits(kind))
            {
                if (IsNear(evidence.SentenceOf(hit))) findings.Add(mention, severity, hit);
            }
        }
    }
}
