namespace Wellread.Privacy;

/// <summary>What a sentence holds that matters to <see cref="Compositions"/>. None of it reveals anybody by itself.</summary>
[Flags]
internal enum Fact
{
    None = 0,

    /// <summary>"You", "your".</summary>
    Reader = 1,

    /// <summary>A verb in the past.</summary>
    Past = 1 << 1,

    /// <summary>A sickness, a treatment, a part of the body, a test, a medicine.</summary>
    Care = 1 << 2,

    /// <summary>A bill, insurance.</summary>
    Money = 1 << 3,

    /// <summary>What a practice does, or a patient there: "prescribed", "canceled".</summary>
    Served = 1 << 4,

    /// <summary>One person, or a few, whom nobody names.</summary>
    One = 1 << 5,

    /// <summary>"He", "her".</summary>
    Pronoun = 1 << 6,

    /// <summary>A private person's name.</summary>
    Name = 1 << 7,

    /// <summary>"We", "our", "here": the writer was there.</summary>
    Firsthand = 1 << 8,

    /// <summary>A day, or "just now".</summary>
    Now = 1 << 9,

    /// <summary>"Our clinic", "room 4".</summary>
    CarePlace = 1 << 10,

    /// <summary>A patient of the writer's own.</summary>
    OurPatient = 1 << 11,

    /// <summary>A job, a relative, a trait that few have.</summary>
    Telling = 1 << 12,

    /// <summary>An age, a place, an address.</summary>
    Detail = 1 << 15,

    /// <summary>A relative, who may be a colleague's.</summary>
    Kin = 1 << 16,

    /// <summary>Glad, or hoping, of how somebody is.</summary>
    Wish = 1 << 13,

    /// <summary>Something past that the reader did, or that was done to the reader.</summary>
    ReaderDid = 1 << 14,

    /// <summary>Holds for everybody: advice, a condition, a figure.</summary>
    General = 1 << 20,

    /// <summary>"If you …": says nothing of its reader.</summary>
    Conditional = 1 << 25,

    Question = 1 << 21,

    /// <summary>News of the practice, an authority, a study.</summary>
    News = 1 << 22,

    /// <summary>Speaks of somebody of the office, or of somebody famous, or goes on to.</summary>
    Colleague = 1 << 23,

    /// <summary>An invented case, or an animal.</summary>
    NoPatient = 1 << 24,
}

/// <summary>The facts of each sentence of a post.</summary>
internal static class SentenceFacts
{
    private static readonly (CueKind Kind, Fact Fact)[] ByCue =
    [
        (CueKind.Reader, Fact.Reader), (CueKind.Care, Fact.Care), (CueKind.Event, Fact.Care), (CueKind.Seen, Fact.Care), (CueKind.Money, Fact.Money), (CueKind.Served, Fact.Served),
        (CueKind.One, Fact.One), (CueKind.Pronoun, Fact.Pronoun), (CueKind.Firsthand, Fact.Firsthand), (CueKind.Now, Fact.Now), (CueKind.Day, Fact.Now), (CueKind.CarePlace, Fact.CarePlace),
        (CueKind.Patient, Fact.OurPatient), (CueKind.Relation, Fact.Telling), (CueKind.Rarity, Fact.Telling), (CueKind.Job, Fact.Telling), (CueKind.Kin, Fact.Kin),
        (CueKind.Wish, Fact.Wish), (CueKind.ReaderDid, Fact.ReaderDid), (CueKind.Conduct, Fact.Firsthand | Fact.Served), (CueKind.News, Fact.News),
        (CueKind.Example, Fact.NoPatient), (CueKind.Animal, Fact.NoPatient), (CueKind.Recall, Fact.NoPatient),
    ];

    // "Grace periods": alone at the start of a sentence, a name may be another word.
    private static bool IsSure(Evidence evidence, NameRun name) =>
        name.Strength > NameFinder.Sure || (name.Strength >= NameFinder.Sure && !evidence.Words[name.First].Is(WordShapes.StartsSentence));

    public static Fact[] Of(Evidence evidence)
    {
        var facts = new Fact[evidence.Sentences];
        foreach (var (kind, fact) in ByCue)
        {
            foreach (var hit in evidence.Hits(kind)) facts[evidence.SentenceOf(hit)] |= fact;
        }
        for (var i = 0; i < evidence.Words.Count; i++)
        {
            if (PastTense.Is(evidence.Words, i, evidence.Text.Plain)) facts[evidence.Words[i].Sentence] |= Fact.Past;
        }
        foreach (var (start, end) in HealthTerms.Find(evidence.Text.Plain))
        {
            if (evidence.WordAt(start) is >= 0 and var word) facts[evidence.Words[word].Sentence] |= Fact.Care;
        }
        foreach (var name in evidence.Names)
        {
            if (name.Role == NameRole.Staff && name.First > 0 && evidence.Words[name.First - 1].Folded is "dr" or "dra" or "doctor" or "doctora" or "nurse") facts[evidence.SentenceOf(name)] |= Fact.Firsthand;
            if (name.Role is not (NameRole.Nobody or NameRole.Staff or NameRole.Famous) && IsSure(evidence, name)) facts[evidence.SentenceOf(name)] |= Fact.Name;
        }
        foreach (var hit in evidence.Hits(CueKind.Place).Where(hit => SentenceScores.PlaceWorth(evidence, hit) > GuardScores.Facility)) facts[evidence.SentenceOf(hit)] |= Fact.Detail;
        foreach (var shape in evidence.Shapes.Where(shape => shape.Kind is MentionKind.Age or MentionKind.OldAge or MentionKind.Zip or MentionKind.Address)) facts[evidence.SentenceOf(shape)] |= Fact.Detail;
        for (var sentence = 0; sentence < facts.Length; sentence++)
        {
            if (evidence.IsGeneral(sentence)) facts[sentence] |= Fact.General;
            if (evidence.IsConditional(sentence)) facts[sentence] |= Fact.Conditional;
            if (evidence.IsAboutStaff(sentence)) facts[sentence] |= Fact.Colleague;
            // The baby of a doctor is no patient, unless the sentence says who delivered it.
            if ((facts[sentence] & (Fact.Colleague | Fact.Kin | Fact.Served)) == (Fact.Colleague | Fact.Kin)) facts[sentence] &= ~Fact.One;
            if (evidence.Asks(sentence)) facts[sentence] |= Fact.Question;
        }
        return facts;
    }
}
