using System.Collections.Frozen;

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
    private readonly FrozenDictionary<uint, WordEnds> _ends;

    private readonly Func<uint, WordTraits> _traits;

    private LanguageWords(Jargon jargon, string phrases, Morphology morphology, Func<ReadOnlySpan<char>, int> syllables, Func<uint, WordTraits> traits)
    {
        (Morphology, Syllables, _traits) = (morphology, syllables, traits);
        Jargon = jargon;
        Phrases = new(Phrase.Read(phrases).Select(phrase => KeyValuePair.Create(phrase.Words, phrase)));
        var ends = jargon.LastWords.ToDictionary(word => word, _ => WordEnds.Term);
        foreach (var word in jargon.LastWordsInContext) ends[word] = ends.GetValueOrDefault(word) | WordEnds.TermInContext;
        foreach (var word in Phrases.LastWords) ends[word] = ends.GetValueOrDefault(word) | WordEnds.Phrase;
        _ends = ends.ToFrozenDictionary();
    }

    public static LanguageWords English { get; } = new(Jargon.English, "phrases-english.txt", Morphology.English, Scoring.Syllables.English, WordList.Traits);

    public static LanguageWords Spanish { get; } = new(Jargon.Spanish, "phrases-spanish.txt", Morphology.Spanish, Scoring.Syllables.Spanish, SpanishFormula.TraitsOf);

    public Jargon Jargon { get; }

    public PhraseTable<Phrase> Phrases { get; }

    public Morphology Morphology { get; }

    /// <summary>Counts the syllables of a lower-case word.</summary>
    public Func<ReadOnlySpan<char>, int> Syllables { get; }

    public WordTraits TraitsOf(uint hash) => _traits(hash);

    public WordEnds EndsOf(uint hash) => _ends.GetValueOrDefault(hash);
}
