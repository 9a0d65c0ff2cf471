namespace Wellread.Privacy;

/// <summary>All that was recognised in a post, before anything is made of it.</summary>
internal sealed class Evidence
{
    private static readonly CueMatcher Matcher = new("english", "spanish");

    private readonly List<CueHit>[] _hits = [.. Enum.GetValues<CueKind>().Select(_ => new List<CueHit>())];

    public required GuardText Text { get; init; }

    public required PostMode Mode { get; init; }

    public required List<GuardWord> Words { get; init; }

    /// <summary>What has a shape: numbers, links, days, ages.</summary>
    public required List<Mention> Shapes { get; init; }

    public required List<NameRun> Names { get; init; }

    private readonly HashSet<int> _general = [];
    private readonly HashSet<int> _conditional = [];
    private readonly HashSet<int> _advice = [];
    private readonly HashSet<int> _aboutStaff = [];
    private readonly HashSet<int> _asking = [];
    private Fact[]? _facts;
    private readonly HashSet<int> _news = [];
    private readonly HashSet<int> _animal = [];

    /// <summary>The facts of each sentence.</summary>
    public Fact[] Facts => _facts ??= SentenceFacts.Of(this);

    public int Sentences => Words.Count == 0 ? 0 : Words[^1].Sentence + 1;

    /// <summary>Whether a sentence ends with a question mark.</summary>
    public bool Asks(int sentence) => _asking.Contains(sentence);

    /// <summary>Whether a sentence speaks to everybody, or of a product. One that says "our patient" or describes one person does not.</summary>
    public bool IsGeneral(int sentence) => _general.Contains(sentence);

    /// <summary>Whether a sentence says nothing of its reader. A reply speaks to one person, so only an "if" makes it so.</summary>
    public bool SaysNothingOfTheReader(int sentence) => IsReply ? _conditional.Contains(sentence) : IsGeneral(sentence);

    /// <summary>Whether a sentence of a reply gives advice for everybody: "Your child's first visit should be by age 1."</summary>
    public bool IsAdvice(int sentence) => _advice.Contains(sentence) || _conditional.Contains(sentence);

    /// <summary>Whether a sentence tells what an authority, a study or the practice did.</summary>
    public bool IsNews(int sentence) => _news.Contains(sentence);

    public bool IsConditional(int sentence) => _conditional.Contains(sentence);

    /// <summary>Whether a sentence speaks of somebody of the office or somebody famous, or says "she" behind one that does.</summary>
    public bool IsAboutStaff(int sentence) => _aboutStaff.Contains(sentence);

    /// <summary>Whether the text is an invented case: "Imagine a man of 58". One that says "our patient" is none.</summary>
    public bool IsInvented => _hits[(int)CueKind.Example].Count > 0 && _hits[(int)CueKind.Patient].Count == 0;

    /// <summary>Whether a sentence speaks of an animal, and of no patient.</summary>
    public bool IsOfAnAnimal(int sentence) => _animal.Contains(sentence);

    /// <summary>Whether the person agreed. A reply is not made safe by it: "you signed the consent" is about the care.</summary>
    public bool HasPermission => !IsReply && _hits[(int)CueKind.Permission].Count > 0;

    /// <summary>True for a reply, and for a post that reads like one.</summary>
    public bool IsReply => Mode == PostMode.Reply || _hits[(int)CueKind.Replying].Count > 0 || StartsWithHandle;

    public IReadOnlyList<CueHit> Hits(CueKind kind) => _hits[(int)kind];

    public int SentenceOf(CueHit hit) => Words[hit.First].Sentence;

    public int SentenceOf(NameRun name) => Words[name.First].Sentence;

    /// <summary>The sentence of a place: that of the last word before it.</summary>
    public int SentenceOf(Mention mention) => WordAt(mention.End - 1) is >= 0 and var word ? Words[word].Sentence : 0;

    /// <summary>The last word that begins at a place or before it, or -1.</summary>
    public int WordAt(int place)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Start <= place) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private bool StartsWithHandle => Shapes.Exists(shape => shape.Kind == MentionKind.Handle && shape.Start <= 1);

    public static Evidence Of(string text, PostMode mode)
    {
        var guardText = GuardText.Of(text);
        var plain = guardText.Plain;
        var shapes = LinkShapes.Find(plain);
        var words = GuardWords.Of(plain, [.. shapes.Select(shape => (shape.Start, shape.End))]);
        BirthDates.Find(plain, shapes);
        NumberShapes.Find(plain, shapes);
        DateShapes.Find(plain, shapes);
        var evidence = new Evidence { Text = guardText, Mode = mode, Words = words, Shapes = shapes, Names = NameFinder.Find(plain, words) };
        evidence.FindCues();
        return evidence;
    }

    private void FindCues()
    {
        var cueText = new CueText(Words);
        foreach (var name in Names)
        {
            cueText.Mark(CueMention.Capitals, name.First, name.Last);
            if (name.Strength >= NameFinder.Sure) cueText.Mark(CueMention.Name, name.First, name.Last);
        }
        foreach (var shape in Shapes)
        {
            if (MentionOf(shape.Kind) is { } mention) MarkWords(cueText, mention, shape);
        }
        for (var i = 0; i < Words.Count; i++)
        {
            if (PastTense.Is(Words, i, Text.Plain)) cueText.Mark(CueMention.Past, i, i + 1);
        }
        foreach (var hit in Matcher.Find(cueText)) _hits[(int)hit.Kind].Add(hit);
        foreach (var kind in (ReadOnlySpan<CueKind>)[CueKind.Conditional, CueKind.Advice, CueKind.General, CueKind.Recall])
        {
            foreach (var hit in _hits[(int)kind]) _general.Add(SentenceOf(hit));
        }
        foreach (var hit in _hits[(int)CueKind.Conditional]) _conditional.Add(SentenceOf(hit));
        foreach (var hit in _hits[(int)CueKind.Advice]) _advice.Add(SentenceOf(hit));
        foreach (var kind in (ReadOnlySpan<CueKind>)[CueKind.Patient, CueKind.Rarity, CueKind.Relation, CueKind.Described])
        {
            foreach (var hit in _hits[(int)kind]) _general.Remove(SentenceOf(hit));
        }
        _news.UnionWith(SentencesOf(CueKind.News));
        _animal.UnionWith(SentencesOf(CueKind.Animal).Except(SentencesOf(CueKind.Patient)));
        for (var i = 0; i < Words.Count; i++)
        {
            var end = i + 1 < Words.Count ? Words[i + 1].Start : Text.Plain.Length;
            if ((i + 1 == Words.Count || Words[i + 1].Sentence != Words[i].Sentence) && Text.Plain.AsSpan(Words[i].End, end - Words[i].End).Contains('?')) _asking.Add(Words[i].Sentence);
        }
        NameRoles.Settle(this);
        FindStaff();
    }

    private IEnumerable<int> SentencesOf(CueKind kind) => _hits[(int)kind].Select(SentenceOf);

    private void FindStaff()
    {
        foreach (var kind in (ReadOnlySpan<CueKind>)[CueKind.Staff, CueKind.Colleague, CueKind.Public]) _aboutStaff.UnionWith(SentencesOf(kind));
        foreach (var name in Names.Where(name => name.Role is NameRole.Staff or NameRole.Famous)) _aboutStaff.Add(SentenceOf(name));
        var ofOthers = SentencesOf(CueKind.One).Concat(Names.Where(name => name.Strength >= NameFinder.Sure).Select(SentenceOf)).ToHashSet();
        foreach (var sentence in SentencesOf(CueKind.Pronoun))
        {
            if (_aboutStaff.Contains(sentence - 1) && !ofOthers.Contains(sentence)) _aboutStaff.Add(sentence);
        }
    }

    private static CueMention? MentionOf(MentionKind kind) => kind switch
    {
        MentionKind.Date or MentionKind.BirthDate => CueMention.Date,
        MentionKind.Age or MentionKind.OldAge => CueMention.Age,
        MentionKind.Phone => CueMention.Phone,
        _ => null,
    };

    private void MarkWords(CueText cueText, CueMention mention, Mention shape)
    {
        var first = Words.FindIndex(word => word.Start >= shape.Start && word.Start < shape.End);
        if (first < 0) return;
        var last = first;
        while (last < Words.Count && Words[last].Start < shape.End) last++;
        cueText.Mark(mention, first, last);
    }
}
