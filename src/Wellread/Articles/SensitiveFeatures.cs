using static Wellread.Articles.FeatureMix;

namespace Wellread.Articles;

/// <summary>
/// What the model of sensitive subjects sees of a sentence: its words, their beginnings alone, in pairs and a few words apart within a clause, and the concepts of
/// <c>sensitive-concepts.txt</c> alone and in pairs. Each once, as a hash. Part of the model's contract: a change needs a new training.
/// </summary>
internal sealed class SensitiveFeatures
{
    private const int StemLetters = 6;
    private const int Farthest = 4;
    private static readonly TermLexicon Concepts = TermLexicon.Load("sensitive-concepts.txt");
    private readonly HashSet<uint> _all = [];
    private readonly uint _language;

    private SensitiveFeatures(string language) => _language = language == "es" ? 2u : 1u;

    private enum Kind : uint
    {
        Word = 1,
        Stem,
        Pair,
        Apart,
        Concept,
        Concepts,
    }

    public IReadOnlyCollection<uint> All => _all;

    /// <summary>The concepts of a text, for <see cref="Of"/>.</summary>
    public static List<TermHit> ConceptsIn(FoldedWords words, string language) => Concepts.Find(words, language);

    /// <param name="start">The first word of the sentence.</param>
    /// <param name="end">The first word behind it.</param>
    public static SensitiveFeatures Of(FoldedWords words, int start, int end, List<TermHit> concepts, string language)
    {
        var features = new SensitiveFeatures(language);
        features.AddWords(words, start, end);
        features.AddConcepts(Within(concepts, start, end));
        return features;
    }

    // They stand in the order of their places.
    private static List<TermHit> Within(List<TermHit> concepts, int start, int end)
    {
        var (low, high) = (0, concepts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (concepts[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        var within = new List<TermHit>();
        for (; low < concepts.Count && concepts[low].Start < end; low++)
        {
            if (concepts[low].Start + concepts[low].Length <= end) within.Add(concepts[low]);
        }
        return within;
    }

    private void AddWords(FoldedWords words, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (words[at].IsEmpty) continue;
            var stem = Stem(words[at]);
            Add(Kind.Stem, stem, _language);
            if (words[at].Length > StemLetters) Add(Kind.Word, HashOf(words[at]), _language);
            for (var other = at + 1; other < end && other <= at + Farthest && !words[other].IsEmpty; other++)
            {
                Add(other == at + 1 ? Kind.Pair : Kind.Apart, stem, Stem(words[other]));
            }
        }
    }

    private void AddConcepts(List<TermHit> hits)
    {
        // Of a concept only its first and last place matter: two that stand at one place alone are no pair.
        var places = new SortedDictionary<int, (int First, int Last)>();
        foreach (var hit in hits) places[hit.Section] = places.TryGetValue(hit.Section, out var place) ? (Math.Min(place.First, hit.Start), Math.Max(place.Last, hit.Start)) : (hit.Start, hit.Start);
        foreach (var (section, place) in places)
        {
            Add(Kind.Concept, (uint)section, 0);
            foreach (var (other, there) in places)
            {
                if (section < other && (place.First != there.First || place.Last != there.Last || place.First != place.Last)) Add(Kind.Concepts, (uint)section, (uint)other);
            }
        }
    }

    private void Add(Kind kind, uint first, uint second) => _all.Add(Mixed(Mixed(Mixed((uint)kind, first), second), 0));

    private static uint Stem(ReadOnlySpan<char> word) => HashOf(word[..Math.Min(word.Length, StemLetters)]);
}
