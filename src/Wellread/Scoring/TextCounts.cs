namespace Wellread.Scoring;

/// <summary>What is counted while a text is read once. Everything else is worked out from it.</summary>
internal struct TextCounts
{
    public int Words, Sentences, Letters, Syllables, MostSyllables, Longest, LongestSentence, SentenceWords, Imperatives, Passives, JargonTerms;

    public TraitCounts Traits;

    public int Numbers, Percents, Statistics, Brackets, Commas, Semicolons, Colons, Questions, Exclamations, Quotes, Hyphens;

    /// <summary>Familiarity: 0 for a word never met in training texts for laypeople, growing with the logarithm of how often it was met.</summary>
    public float FamiliaritySum, LeastFamiliar, SecondLeastFamiliar, ThirdLeastFamiliar;

    /// <summary>The same of everyday speech. <see cref="Rarity"/> adds up how far each word is below the few hundred commonest ones.</summary>
    public float CommonnessSum, LeastCommon, SecondLeastCommon, ThirdLeastCommon, Rarity;

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

    public readonly int UpperWords => Traits[WordTraits.Capital];

    public readonly int UnknownWords => Traits[WordTraits.Unknown];

    public readonly int RareWords => Traits[WordTraits.Rare];

    public readonly int UncommonWords => Traits[WordTraits.Uncommon];

    public readonly int UnusualWords => Traits[WordTraits.Unusual];

    public readonly int UnlistedWords => Traits[WordTraits.Unlisted];

    public static TextCounts Empty => new()
    {
        LeastFamiliar = float.MaxValue,
        SecondLeastFamiliar = float.MaxValue,
        ThirdLeastFamiliar = float.MaxValue,
        LeastCommon = float.MaxValue,
        SecondLeastCommon = float.MaxValue,
        ThirdLeastCommon = float.MaxValue,
    };

    public void EndSentence()
    {
        if (SentenceWords == 0) return;
        Sentences++;
        LongestSentence = Math.Max(LongestSentence, SentenceWords);
        SentenceWords = 0;
    }

    public void AddFamiliarity(float familiarity)
    {
        FamiliaritySum += familiarity;
        Insert(familiarity, ref LeastFamiliar, ref SecondLeastFamiliar, ref ThirdLeastFamiliar);
    }

    /// <summary>The 400 commonest words of speech are above 11.4.</summary>
    public void AddCommonness(float commonness)
    {
        CommonnessSum += commonness;
        Rarity += Math.Max(0, 11.4f - commonness);
        Insert(commonness, ref LeastCommon, ref SecondLeastCommon, ref ThirdLeastCommon);
    }

    private static void Insert(float value, ref float least, ref float second, ref float third)
    {
        if (value >= third) return;
        if (value < least) (least, second, third) = (value, least, second);
        else if (value < second) (second, third) = (value, second);
        else third = value;
    }
}
