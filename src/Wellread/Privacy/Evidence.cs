namespace Wellread.Privacy;

/// <summary>All that was recognised in a post, before anything is made of it.</summary>
internal sealed class Evidence
{
    private static readonly CueMatcher Matcher = new("Lists.cues-english.txt", "Lists.cues-spanish.txt");

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

    /// <summary>Whether a sentence speaks to everybody, or of a product. One that says "our patient" or describes one person does not.</summary>
    public bool IsGeneral(int sentence) => _general.Contains(sentence);

    /// <summary>Whether a sentence says nothing of its reader. A reply speaks to one person, so only an "if" makes it so.</summary>
    public bool SaysNothingOfTheReader(int sentence) => IsReply ? _conditional.Contains(sentence) : IsGeneral(sentence);

    /// <summary>Whether a sentence of a reply gives advice for everybody: "Your child's first visit should be by age 1."</summary>
    public bool IsAdvice(int sentence) => _advice.Contains(sentence) || _conditional.Contains(sentence);

    public bool HasPermission => _hits[(int)CueKind.Permission].Count > 0;

    /// <summary>True for a reply, and for a post that reads like one.</summary>
    public bool IsReply => Mode == PostMode.Reply || _hits[(int)CueKind.Replying].Count > 0 || StartsWithHandle;

    public IReadOnlyList<CueHit> Hits(CueKind kind) => _hits[(int)kind];

    public int SentenceOf(CueHit hit) => Words[hit.First].Sentence;

    public int SentenceOf(NameRun name) => Words[name.First].Sentence;

    /// <summary>The sentence of a place: that of the last word before it.</summary>
    public int SentenceOf(Mention mention)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Start < mention.End) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : Words[low - 1].Sentence;
    }

    private bool StartsWithHandle => Shapes.Exists(shape => shape.Kind == MentionKind.Handle && shape.Start <= 1);

    public static Evidence Of(string text, PostMode mode)
    {
        var guardText = GuardText.Of(text);
        var plain = guardText.Plain;
        var shapes = LinkShapes.Find(plain);
        var words = GuardWords.Of(plain, [.. shapes.Select(shape => (shape.Start, shape.End))]);
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
        foreach (var hit in Matcher.Find(cueText)) _hits[(int)hit.Kind].Add(hit);
        foreach (var kind in (ReadOnlySpan<CueKind>)[CueKind.Conditional, CueKind.Advice, CueKind.General, CueKind.Recall])
        {
            foreach (var hit in _hits[(int)kind]) _general.Add(SentenceOf(hit));
        }
        foreach (var hit in _hits[(int)CueKind.Conditional]) _conditional.Add(SentenceOf(hit));
        foreach (var hit in _hits[(int)CueKind.Advice]) _advice.Add(SentenceOf(hit));
        foreach (var kind in (ReadOnlySpan<CueKind>)[CueKind.Patient, CueKind.Rarity, CueKind.Described])
        {
            foreach (var hit in _hits[(int)kind]) _general.Remove(SentenceOf(hit));
        }
        NameRoles.Settle(this);
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
