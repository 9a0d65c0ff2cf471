namespace Wellread.Scoring;

/// <summary>What is counted while a text is read once. Everything else is worked out from it.</summary>
internal struct TextCounts
{
    public int Words, Sentences, Letters, Syllables, ThreeSyllables, FourSyllables, MostSyllables, Longest, SevenLetters, TenLetters;

    public int LongestSentence, SentenceWords, FirstPersonPlural, SecondPerson, Imperatives, Pronouns, FunctionWords, Modals, Contractions, Passives;

    public int StudyWords, Affixes, Nominalizations, JargonTerms, Acronyms, MixedCase, CodeWords, Everyday;

    public int Numbers, Percents, Statistics, Brackets, Commas, Semicolons, Colons, Questions, Exclamations, Quotes, Hyphens;

    /// <summary>Familiarity: 0 for a word never met in training texts for laypeople, growing with the logarithm of how often it was met.</summary>
    public float FamiliaritySum, LeastFamiliar, SecondLeastFamiliar;

    public int UnknownWords, RareWords;

    public int UpperWords;

    public bool StartsWithNumber;

    public static TextCounts Empty => new() { LeastFamiliar = float.MaxValue, SecondLeastFamiliar = float.MaxValue };

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
        if (familiarity < 0.5f) UnknownWords++;
        if (familiarity < 4f) RareWords++;
        if (familiarity < LeastFamiliar)
        {
            SecondLeastFamiliar = LeastFamiliar;
            LeastFamiliar = familiarity;
        }
        else if (familiarity < SecondLeastFamiliar)
        {
            SecondLeastFamiliar = familiarity;
        }
    }
}
