namespace Wellread.Scoring;

/// <summary>What is counted while a text is read once. Everything else is worked out from it.</summary>
internal struct TextCounts
{
    public int Words, Sentences, Letters, Syllables, MostSyllables, Longest, LongestSentence, SentenceWords, Imperatives, Passives, JargonTerms;

    public TraitCounts Traits;

    public LevelCounts Levels;

    public VectorSum Vectors;

    public int Numbers, Percents, Statistics, Brackets, Commas, Semicolons, Colons, Questions, Exclamations, Quotes, Hyphens;

    public bool StartsWithNumber;

    public readonly int ThreeSyllables => Traits[WordTraits.ThreeSyllables];

    public readonly int FourSyllables => Traits[WordTraits.FourSyllables];

    public readonly int SevenLetters => Traits[WordTraits.SevenLetters];

    public readonly int TenLetters => Traits[WordTraits.TenLetters];

    public readonly int FirstPersonPlural => Traits[WordTraits.FirstPersonPlural];

    public readonly int SecondPerson => Traits[WordTraits.SecondPerson];

    public readonly int Pronouns => Traits[WordTraits.Pronoun];

    public readonly int FunctionWords => Traits[WordTraits.Function];

    public readonly int Modals => Traits[WordTraits.Modal];

    public readonly int Contractions => Traits[WordTraits.Contraction];

    public readonly int StudyWords => Traits[WordTraits.Study];

    public readonly int Affixes => Traits[WordTraits.Medical];

    public readonly int Nominalizations => Traits[WordTraits.Nominalization];

    public readonly int Acronyms => Traits[WordTraits.Acronym];

    public readonly int MixedCase => Traits[WordTraits.MixedCase];

    public readonly int CodeWords => Traits[WordTraits.Code];

    public readonly int Everyday => Traits[WordTraits.Everyday];

    public readonly int UnknownWords => Traits[WordTraits.Unknown];

    public readonly int RareWords => Traits[WordTraits.Rare];

    public readonly int UncommonWords => Traits[WordTraits.Uncommon];

    public readonly int UnusualWords => Traits[WordTraits.Unusual];

    public readonly int UnlistedWords => Traits[WordTraits.Unlisted];

    public readonly int NotInSmall => Traits[WordTraits.NotInSmall];

    public readonly int NotInMiddle => Traits[WordTraits.NotInMiddle];

    public readonly int NotInLarge => Traits[WordTraits.NotInLarge];

    public static TextCounts Empty => new() { Levels = LevelCounts.Empty };

    public void EndSentence()
    {
        if (SentenceWords == 0) return;
        Sentences++;
        LongestSentence = Math.Max(LongestSentence, SentenceWords);
        SentenceWords = 0;
    }

    /// <summary>To be called when the last word was counted.</summary>
    public void Flush()
    {
        Traits.Flush();
        Levels.Flush();
        if (Words == 0) return;
        Letters = (Words * byte.MaxValue) - Levels.Sum(WordLevels.Letters);
        Syllables = (Words * byte.MaxValue) - Levels.Sum(WordLevels.Syllables);
        Longest = byte.MaxValue - Levels.Least(WordLevels.Letters);
        MostSyllables = byte.MaxValue - Levels.Least(WordLevels.Syllables);
    }
}
