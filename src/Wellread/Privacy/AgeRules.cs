namespace Wellread.Privacy;

/// <summary>An age over 89 of one person who is cared for. So few people reach it that it identifies by itself: 45 CFR 164.514(b)(2)(i)(C).</summary>
internal static class AgeRules
{
    private static readonly CueKind[] OnePerson = [CueKind.Pronoun, CueKind.Patient, CueKind.Person, CueKind.One, CueKind.Described, CueKind.Relation];

    private static readonly CueKind[] Care = [CueKind.Status, CueKind.Event, CueKind.Care, CueKind.Seen, CueKind.Patient, CueKind.CarePlace];

    private static readonly CueKind[] Ours = [CueKind.Firsthand, CueKind.CarePlace, CueKind.Patient, CueKind.Seen];

    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        if (evidence.IsInvented) return;
        foreach (var age in evidence.Shapes.Where(shape => shape.Kind == MentionKind.OldAge))
        {
            var sentence = evidence.SentenceOf(age);
            if (IsNobodys(evidence, sentence) || !StandsFor(evidence, sentence)) continue;
            if (IsAPatients(evidence, sentence) || (Stands(Care, 1) && Stands(Ours, 1))) findings.AddSure(age);

            bool Stands(CueKind[] kinds, int reach) => kinds.SelectMany(evidence.Hits).Any(hit => Math.Abs(evidence.SentenceOf(hit) - sentence) <= reach);
        }
    }

    private static bool IsAPatients(Evidence evidence, int sentence) => evidence.Words.Exists(word => word.Sentence == sentence && word.Folded is "patient" or "pt" or "paciente");

    private static bool IsNobodys(Evidence evidence, int sentence) =>
        evidence.IsConditional(sentence) || evidence.IsGeneral(sentence) || evidence.IsOfAnAnimal(sentence) || evidence.IsAboutStaff(sentence) || evidence.IsNews(sentence);

    // "Ninety-four and still our patient": where nobody else is named, an age is a person's.
    private static bool StandsFor(Evidence evidence, int sentence) =>
        OnePerson.SelectMany(evidence.Hits).Any(hit => evidence.SentenceOf(hit) == sentence) || evidence.Names.Exists(name => name.Strength >= NameFinder.Sure && evidence.SentenceOf(name) == sentence)
        || evidence.Hits(CueKind.Event).Any(hit => evidence.SentenceOf(hit) == sentence);
}
