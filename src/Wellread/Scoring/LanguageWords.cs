namespace Wellread.Scoring;

/// <summary>What a word may be the last of; most words are the last of nothing, which one look-up tells.</summary>
[Flags]
internal enum WordEnds
{
    None = 0,
    Term = 1,
    TermInContext = 2,
    Phrase = 4,
}

/// <summary>The word lists of a language.</summary>
internal sealed class LanguageWords
{
    private const int MaybeBits = 17;

    private readonly HashedValues<ListedWord> _listed;

    // Most words are in no list. A bit for each place that a listed word falls on tells nine of ten of them, without a look-up.
    private readonly ulong[] _maybe = new ulong[(1 << MaybeBits) / 64];

    // The same for words that something ends with.
    private readonly ulong[] _maybeEnd = new ulong[(1 << MaybeBits) / 64];

    private LanguageWords(
        Jargon jargon, string phrases, Morphology morphology, Func<ReadOnlySpan<char>, int> syllables, IEnumerable<KeyValuePair<uint, WordTraits>> traits)
    {
        (Morphology, Syllables) = (morphology, syllables);
        Jargon = jargon;
        Phrases = new(Phrase.Read(phrases).Select(phrase => KeyValuePair.Create(phrase.Words, phrase)));
        var ends = jargon.LastWords.ToDictionary(word => word, _ => WordEnds.Term);
        foreach (var word in jargon.LastWordsInContext) ends[word] = ends.GetValueOrDefault(word) | WordEnds.TermInContext;
        foreach (var word in Phrases.LastWords) ends[word] = ends.GetValueOrDefault(word) | WordEnds.Phrase;
        var byWord = traits.ToDictionary();
        var listed = ends.Keys.Union(byWord.Keys).ToDictionary(word => word, word => new ListedWord(ends.GetValueOrDefault(word), byWord.GetValueOrDefault(word)));
        _listed = new(listed);
        Mark(_maybe, listed.Keys);
        Mark(_maybeEnd, ends.Keys);
    }

    public static LanguageWords English { get; } = new(Jargon.English, "phrases-english.txt", Morphology.English, Scoring.Syllables.English, WordList.All);

    public static LanguageWords Spanish { get; } = new(Jargon.Spanish, "phrases-spanish.txt", Morphology.Spanish, Scoring.Syllables.Spanish, []);

    public Jargon Jargon { get; }

    public PhraseTable<Phrase> Phrases { get; }

    public Morphology Morphology { get; }

    /// <summary>Counts the syllables of a lower-case word.</summary>
    public Func<ReadOnlySpan<char>, int> Syllables { get; }

    /// <summary>What the lists say of a word.</summary>
    public ListedWord Of(uint hash) => IsMarked(_maybe, hash) ? _listed.GetValueOrDefault(hash) : default;

    /// <summary>What a word may be the last of, for who knows its traits.</summary>
    public WordEnds EndsOf(uint hash) => IsMarked(_maybeEnd, hash) ? _listed.GetValueOrDefault(hash).Ends : WordEnds.None;

    private static void Mark(ulong[] marks, IEnumerable<uint> words)
    {
        foreach (var word in words) marks[FeatureHash.Bucket(word, MaybeBits) / 64] |= 1UL << (FeatureHash.Bucket(word, MaybeBits) % 64);
    }

    private static bool IsMarked(ulong[] marks, uint word)
    {
        var place = FeatureHash.Bucket(word, MaybeBits);
        return (marks[place / 64] >> (place % 64) & 1) != 0;
    }
}

/// <summary>What a word may be the last of, and its traits.</summary>
internal readonly record struct ListedWord(WordEnds Ends, WordTraits Traits);
