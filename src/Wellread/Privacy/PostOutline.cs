using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>
/// Who and what a post speaks of, sentence by sentence, in the order of the text with all other words left out: "we, care, one person, past". How these follow each other tells
/// whose care it is, which words beside each other don't. Part of the post model's contract.
/// </summary>
internal static class PostOutline
{
    public const string Begin = "^";

    private const string Past = "past";

    private const int LongestMention = 4;

    private static readonly FrozenDictionary<string, string> Words = EmbeddedWords.LinesOf("Lists.outline-words.txt")
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[1].Split(' ').Select(word => (Word: NameLists.Folded(word), Mark: parts[0])))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Mark, StringComparer.Ordinal);

    /// <summary>The last one that marks a word stays.</summary>
    private static readonly (CueKind Kind, string Mark)[] ByCue =
    [
        (CueKind.Now, "now"), (CueKind.Day, "now"), (CueKind.Place, "place"), (CueKind.CarePlace, "careplace"), (CueKind.Money, "money"), (CueKind.Served, "served"), (CueKind.Care, "care"),
        (CueKind.Event, "care"), (CueKind.Patient, "patient"), (CueKind.One, "one"), (CueKind.Relation, "job"), (CueKind.Kin, "kin"), (CueKind.Job, "job"), (CueKind.Colleague, "staff"),
        (CueKind.Public, "public"), (CueKind.Staff, "staff"), (CueKind.News, "news"), (CueKind.Animal, "animal"),
    ];

    /// <summary>The marks of each sentence, none twice in a row, between <see cref="Begin"/> and what ends it: a question mark or another.</summary>
    public static List<string>[] Of(Evidence evidence)
    {
        var marks = MarksOf(evidence);
        var outline = Enumerable.Range(0, evidence.Sentences).Select(_ => new List<string> { Begin }).ToArray();
        for (var i = 0; i < marks.Length; i++)
        {
            var sentence = outline[evidence.Words[i].Sentence];
            if (marks[i] is { } mark && sentence[^1] != mark) sentence.Add(mark);
        }
        for (var i = 0; i < outline.Length; i++) outline[i].Add(evidence.Asks(i) ? "?" : "$");
        return outline;
    }

    private static string?[] MarksOf(Evidence evidence)
    {
        var words = evidence.Words;
        var marks = new string?[words.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = Words.TryGetValue(words[i].Folded, out var mark) ? mark : words[i].Is(WordShapes.Number) ? "number" : PastTense.Is(words, i, evidence.Text.Plain) ? Past : null;
        }
        foreach (var (kind, mark) in ByCue)
        {
            foreach (var hit in evidence.Hits(kind)) Mark(evidence, marks, hit, mark);
        }
        foreach (var name in evidence.Names.Where(name => name.Role != NameRole.Nobody)) Array.Fill(marks, MarkOf(name), name.First, name.Last - name.First);
        return marks;
    }

    private static void Mark(Evidence evidence, string?[] marks, CueHit hit, string mark)
    {
        if (hit.Last - hit.First > LongestMention && mark is not ("care" or "served" or "money")) return;
        for (var i = hit.First; i < hit.Last; i++)
        {
            var keeps = Words.ContainsKey(evidence.Words[i].Folded) || (marks[i] == Past && mark is "one" or "kin" or "job" or "staff");
            if (!keeps) marks[i] = mark;
        }
    }

    private static string MarkOf(NameRun name) => name.Role switch
    {
        NameRole.Staff => "staff name",
        NameRole.Famous => "famous",
        _ => name.Strength >= NameFinder.Sure ? "name" : "capitals",
    };
}
