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
        // "Mrs. Kline" is nobody of the office, or it would say so: a reader of the post may know better.
        foreach (var name in evidence.Names.Where(name => name.Role == NameRole.Titled)) findings.Add(FindingSeverity.Warn, name);
        foreach (var name in evidence.Names.Where(name => name.Role != NameRole.Nobody && IsCalledPatient(evidence.Words, name))) findings.AddSure(name);
        AddAll(findings, Around(Judge(evidence)));
    }

    // "Our patient Tom Reed": whatever else the post is about, it says who is one, also where the rest reads as if Tom Reed were of the staff.
    private static bool IsCalledPatient(List<GuardWord> words, NameRun name)
    {
        var first = NameFinder.WithTitle(words, name);
        return first >= 2 && words[first - 1].Folded is ("patient" or "patients" or "paciente" or "pacientes") && words[first - 2].Folded is ("our" or "my" or "nuestra" or "nuestro" or "nuestras" or "nuestros" or "mi" or "mis")
            && words[first].Sentence == words[first - 2].Sentence && (NameLists.Of(words[name.First].Folded) & NameTraits.Given) != 0;
    }

    /// <summary>What each sentence and its neighbours come to; null where they reveal nobody.</summary>
    private static FindingSeverity?[] Judge(Evidence evidence)
    {
        var scores = SentenceScores.Of(evidence, evidence.Sentences);
        var judged = new FindingSeverity?[scores.Length];
        for (var sentence = 0; sentence < judged.Length; sentence++)
        {
            var window = SentenceScores.Around(scores, sentence);
            if (window.Care < GuardScores.SomeCare || window.Person < GuardScores.SomePerson) continue;
            if (window.Identity >= GuardScores.Identified || (window.Person >= GuardScores.OwnPatient && window.Identity >= GuardScores.NearlyIdentified)) judged[sentence] = FindingSeverity.Block;
            else if (window.Person >= GuardScores.OwnPatient && window.Care >= GuardScores.AnEvent) judged[sentence] = FindingSeverity.Warn;
        }
        return judged;
    }

    // What stands in a sentence beside one that reveals somebody is part of it.
    private static FindingSeverity?[] Around(FindingSeverity?[] judged)
    {
        var around = new FindingSeverity?[judged.Length];
        for (var sentence = 0; sentence < judged.Length; sentence++)
        {
            for (var other = Math.Max(0, sentence - 1); other <= Math.Min(judged.Length - 1, sentence + 1); other++)
            {
                if (judged[other] is { } severity && !(around[sentence] >= severity)) around[sentence] = severity;
            }
        }
        return around;
    }

    private static void AddAll(Findings findings, FindingSeverity?[] severities)
    {
        var evidence = findings.Evidence;
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure))
        {
            if (severities[evidence.SentenceOf(name)] is { } severity) findings.Add(severity, name);
        }
        foreach (var shape in evidence.Shapes.Where(shape => GuardScores.Identity(shape.Kind) > 0))
        {
            if (evidence.Words.Count > 0 && severities[evidence.SentenceOf(shape)] is { } severity && SentenceScores.IsPersonal(evidence, shape)) findings.Add(severity, shape);
        }
        foreach (var place in evidence.Hits(CueKind.Place))
        {
            if (severities[evidence.SentenceOf(place)] is { } severity && SentenceScores.PlaceWorth(evidence, place) > GuardScores.Facility)
                findings.Add(MentionKind.Place, severity, evidence.Words[place.NameFirst].Start, evidence.Words[place.NameLast - 1].End);
        }
        foreach (var (kind, mention) in Told)
        {
            foreach (var hit in evidence.Hits(kind))
            {
                if (severities[evidence.SentenceOf(hit)] is { } severity) findings.Add(mention, severity, hit);
            }
        }
    }

    private static readonly (CueKind Kind, MentionKind Mention)[] Told =
    [
        (CueKind.Relation, MentionKind.Relation), (CueKind.Rarity, MentionKind.RareTrait), (CueKind.Day, MentionKind.Day), (CueKind.Event, MentionKind.CaseDetail), (CueKind.Care, MentionKind.CaseDetail),
    ];
}
