namespace Wellread.Privacy;

/// <summary>Applies <see cref="Compositions"/> to each sentence, with its neighbours where a composition reaches across.</summary>
internal static class CompositionRules
{
    private const Fact Doubts = Fact.General | Fact.Conditional | Fact.Question | Fact.News | Fact.NoPatient | Fact.Colleague;

    /// <summary>What a finding shows of its sentence.</summary>
    private static readonly CueKind[] Shown = [CueKind.Care, CueKind.Money, CueKind.Served, CueKind.One, CueKind.Event];

    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        var facts = evidence.Facts;
        var places = PlacesOf(evidence);
        var names = evidence.Names.Where(name => name.Strength >= NameFinder.Sure).ToLookup(evidence.SentenceOf);
        for (var sentence = 0; sentence < facts.Length; sentence++)
        {
            foreach (var composition in Compositions.All)
            {
                if (!Applies(composition, evidence) || !composition.Holds(composition.Across ? Around(facts, sentence) : facts[sentence])) continue;
                if (Add(sentence, composition) || !composition.Across) continue;
                Add(sentence - 1, composition);
                Add(sentence + 1, composition);
            }
        }

        bool Add(int sentence, Composition composition)
        {
            if (sentence < 0 || sentence >= facts.Length || places[sentence].Last < 0) return false;
            findings.Add(composition.Kind, composition.Severity, evidence.Words[places[sentence].First].Start, evidence.Words[places[sentence].Last - 1].End);
            foreach (var name in names[sentence]) findings.Add(composition.Severity, name);
            return true;
        }
    }

    private static bool Applies(Composition composition, Evidence evidence) =>
        (composition.In is not { } mode || mode == evidence.Mode || (mode == PostMode.Reply && evidence.IsReply)) && (!evidence.IsInvented || composition.Kind == MentionKind.PatientStatus);

    // A neighbour that speaks to everybody adds nothing, and what makes a neighbour doubtful does not make the sentence so.
    private static Fact Around(Fact[] facts, int sentence)
    {
        var around = facts[sentence];
        foreach (var other in (ReadOnlySpan<int>)[sentence - 1, sentence + 1])
        {
            if (other < 0 || other >= facts.Length || (facts[other] & (Fact.General | Fact.NoPatient)) != 0) continue;
            if ((facts[other] & Fact.Question) == 0 || (facts[other] & Fact.Telling) != 0) around |= facts[other] & ~Doubts;
        }
        return around;
    }

    /// <summary>Of each sentence, from the first to behind the last word that has to do with care or with who is meant; a last of -1 where it has none.</summary>
    private static (int First, int Last)[] PlacesOf(Evidence evidence)
    {
        var places = new (int First, int Last)[evidence.Sentences];
        Array.Fill(places, (int.MaxValue, -1));
        foreach (var hit in Shown.SelectMany(evidence.Hits))
        {
            ref var place = ref places[evidence.SentenceOf(hit)];
            place = (Math.Min(place.First, hit.First), Math.Max(place.Last, hit.Last));
        }
        return places;
    }
}
