namespace Wellread.Privacy;

/// <summary>What one sentence adds to the three counts. <see cref="Kinds"/> are the kinds that tell who it is, each with its worth, so that a kind counts once.</summary>
internal sealed class SentenceScores
{
    public double Person { get; private set; }

    public double Care { get; private set; }

    public Dictionary<int, double> Kinds { get; } = [];

    /// <summary>The highest counts a sentence and its neighbours reach together.</summary>
    public static (double Person, double Care, double Identity) Around(SentenceScores[] scores, int sentence)
    {
        double person = 0, care = 0;
        var kinds = new Dictionary<int, double>();
        for (var i = Math.Max(0, sentence - 1); i <= Math.Min(scores.Length - 1, sentence + 1); i++)
        {
            person = Math.Max(person, scores[i].Person);
            care = Math.Max(care, scores[i].Care);
            foreach (var (kind, worth) in scores[i].Kinds) kinds[kind] = Math.Max(worth, kinds.GetValueOrDefault(kind));
        }
        return (person, care, kinds.Values.Sum());
    }

    public static SentenceScores[] Of(Evidence evidence, int sentences)
    {
        var scores = Enumerable.Range(0, sentences).Select(_ => new SentenceScores()).ToArray();
        foreach (var kind in Enum.GetValues<CueKind>())
        {
            foreach (var hit in evidence.Hits(kind)) scores[evidence.SentenceOf(hit)].Add(kind, evidence, hit);
        }
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure && !IsOfAProduct(evidence, name) && !evidence.IsOfAnAnimal(evidence.SentenceOf(name))))
        {
            var score = scores[evidence.SentenceOf(name)];
            score.Person = GuardScores.Identified;
            score.Kinds[(int)MentionKind.Name] = GuardScores.Identified;
            // "Denise H." is how practices write of patients.
            if (evidence.Words[name.Last - 1].Is(WordShapes.Single) && name.Last - name.First > 1) score.Care = Math.Max(score.Care, GuardScores.SomeCare);
        }
        foreach (var shape in evidence.Shapes.Where(shape => IsPersonal(evidence, shape)))
        {
            var worth = GuardScores.Identity(shape.Kind);
            if (worth == 0 || evidence.Words.Count == 0) continue;
            var score = scores[evidence.SentenceOf(shape)];
            score.Kinds[(int)shape.Kind] = worth;
            if (shape.Kind == MentionKind.Room) score.Care = Math.Max(score.Care, GuardScores.SomeCare);
        }
        return scores;
    }

    private void Add(CueKind kind, Evidence evidence, CueHit hit)
    {
        var sentence = evidence.SentenceOf(hit);
        var general = evidence.IsGeneral(sentence) || evidence.IsOfAnAnimal(sentence) || (kind == CueKind.Pronoun && evidence.IsAboutStaff(sentence))
            || (kind == CueKind.Testimonial && evidence.Hits(CueKind.Speaker).Count > 0);
        if (!general) Person = Math.Max(Person, GuardScores.Person(kind));
        if (kind != CueKind.Testimonial || !general) Care = Math.Max(Care, GuardScores.Care(kind));
        var worth = kind == CueKind.Place ? PlaceWorth(evidence, hit) : GuardScores.Identity(kind);
        if (!general && worth > Kinds.GetValueOrDefault(-(int)kind - 1)) Kinds[-(int)kind - 1] = worth;
    }

    // "From Cedar Falls" tells where; "from Medicare" does not, nor does a state or a country.
    /// <summary>What a place tells of who is meant; 0 for a state, a country, a disease.</summary>
    public static double PlaceWorth(Evidence evidence, CueHit hit)
    {
        var place = evidence.Names.Find(name => name.First <= hit.NameFirst && hit.NameFirst < name.Last);
        if (place is null || (place.Last - place.First == 1 && evidence.Words[place.First].Is(WordShapes.Single)) || (place.Strength > NameFinder.Sure && place.Role == NameRole.Unknown) || place.Role is NameRole.Famous or NameRole.Staff || WidePlaces.At(evidence.Words, place.First) > 0 || NameLists.NotPeople.At(evidence.Words, place.First) == place.Last - place.First) return 0;
        return IsOfMedicine(evidence, place) ? GuardScores.Facility : GuardScores.Identity(CueKind.Place);
    }

    private static bool IsOfMedicine(Evidence evidence, NameRun name)
    {
        for (var i = name.First; i < name.Last; i++)
        {
            if (evidence.Words[i].Folded is "clinic" or "hospital" or "university" or "health" or "medical" or "center" or "institute" or "mayo" or "hopkins" or "clinica") return true;
        }
        return false;
    }

    private static readonly PhraseSet WidePlaces = PhraseSet.Read("Lists.wide-places.txt");

    private static bool IsOfAProduct(Evidence evidence, NameRun name) => evidence.Hits(CueKind.Recall).Any(hit => evidence.SentenceOf(hit) == evidence.SentenceOf(name));

    /// <summary>Whether a shape can be some one person's: not the office's phone, mailbox or house.</summary>
    public static bool IsPersonal(Evidence evidence, Mention shape)
    {
        var sentence = evidence.SentenceOf(shape);
        return shape.Kind switch
        {
            MentionKind.Phone => !DateShapes.IsFree(evidence.Text.Plain.AsSpan(shape.Start, shape.End - shape.Start)) && !IsTheOffices() && StandsByAPerson(),
            MentionKind.Email => !IsTheOffices() && StandsByAPerson(),
            MentionKind.Address => StandsByAPerson(),
            MentionKind.Handle => evidence.IsReply,
            MentionKind.Date or MentionKind.Zip => !evidence.IsGeneral(sentence),
            MentionKind.Age or MentionKind.Room => true,
            MentionKind.OldAge => !evidence.IsGeneral(sentence) && !evidence.Names.Exists(name => name.Role == NameRole.Famous),
            _ => false,
        };

        bool Stands(CueKind kind) => evidence.Hits(kind).Any(hit => evidence.SentenceOf(hit) == sentence);

        // "Call our office at …", but "our patient has diabetes, so send her a fax at …".
        bool IsTheOffices() => Stands(CueKind.Office) && !(Stands(CueKind.Patient) && Stands(CueKind.Pronoun) && !evidence.IsGeneral(sentence));

        bool StandsByAPerson() =>
            evidence.Names.Exists(name => name.Strength >= NameFinder.Sure && evidence.SentenceOf(name) == sentence)
            || (!evidence.IsGeneral(sentence) && (Stands(CueKind.Patient) || Stands(CueKind.Person)));
    }
}
