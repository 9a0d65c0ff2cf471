namespace Wellread.Scoring;

/// <summary>
/// The features that are not n-grams: rates, never totals, for a total mostly tells how much of an article a feed gives away. The totals at
/// the end are for the difficulty of a sentence, where length is a cause.
/// </summary>
internal static class DenseFeatures
{
    public const int Count = 84;

    /// <summary>Where the totals begin; the friendliness head does not see them.</summary>
    public const int FirstTotal = Count - 11;

    public static void Fill(in TextCounts c, Span<float> features)
    {
        var words = Math.Max(1, c.Words);
        var tokens = Math.Max(1, c.Words + c.Numbers);
        var sentences = Math.Max(1, c.Sentences);
        var grade = ReadingGrade.English(c);
        var i = 0;
        features[i++] = (float)tokens / sentences;
        features[i++] = c.LongestSentence;
        features[i++] = (float)c.Syllables / words;
        features[i++] = (float)c.ThreeSyllables / words;
        features[i++] = (float)c.FourSyllables / words;
        features[i++] = c.MostSyllables;
        features[i++] = (float)c.Letters / words;
        features[i++] = c.Longest;
        features[i++] = (float)c.SevenLetters / words;
        features[i++] = (float)c.TenLetters / words;
        features[i++] = (float)grade.FleschKincaid;
        features[i++] = (float)grade.Smog;
        features[i++] = (float)grade.ColemanLiau;
        FillFamiliarity(c, words, features, ref i);
        FillVocabulary(c, words, sentences, features, ref i);
        FillManner(c, words, sentences, features, ref i);
        FillMarks(c, tokens, sentences, features, ref i);
        features[i++] = MathF.Log(1 + tokens);
        features[i++] = c.ThreeSyllables;
        features[i++] = c.UncommonWords;
        features[i++] = c.UnlistedWords;
        features[i++] = c.Levels.Sum(WordLevels.Rarity) / WordFamiliarity.Step;
        features[i++] = (WordSizes.Unlisted * c.Words) - c.Levels.Sum(WordLevels.Size);
        features[i++] = c.NotInSmall;
        features[i++] = c.NotInMiddle;
        features[i++] = c.NotInLarge;
        features[i++] = c.Acronyms;
        features[i++] = c.JargonTerms;
        if (i != Count) throw new InvalidOperationException("The count of dense features is stale.");
    }

    private static void FillFamiliarity(in TextCounts c, int words, Span<float> features, ref int i)
    {
        FillLevel(c, WordLevels.Lay, WordFamiliarity.Step, words, features, ref i);
        FillLevel(c, WordLevels.Commonness, WordFamiliarity.Step, words, features, ref i);
        FillLevel(c, WordLevels.Size, 1, words, features, ref i);
        features[i++] = (float)c.UnknownWords / words;
        features[i++] = (float)c.RareWords / words;
        features[i++] = (float)c.UncommonWords / words;
        features[i++] = (float)c.UnusualWords / words;
        features[i++] = (float)c.UnlistedWords / words;
        features[i++] = (float)c.NotInSmall / words;
        features[i++] = (float)c.NotInMiddle / words;
        features[i++] = (float)c.NotInLarge / words;
        c.Vectors.Fill(features[i..]);
        i += WordVectors.Size;
    }

    // The mean of all words and the three hardest.
    private static void FillLevel(in TextCounts c, int level, float step, int words, Span<float> features, ref int i)
    {
        features[i++] = c.Levels.Sum(level) / (step * words);
        features[i++] = c.Words == 0 ? 0 : c.Levels.Least(level) / step;
        features[i++] = c.Words < 2 ? 0 : c.Levels.Second(level) / step;
        features[i++] = c.Words < 3 ? 0 : c.Levels.Third(level) / step;
    }

    private static void FillVocabulary(in TextCounts c, int words, int sentences, Span<float> features, ref int i)
    {
        features[i++] = (float)c.Affixes / words;
        features[i++] = (float)c.Affixes / sentences;
        features[i++] = (float)c.Nominalizations / words;
        features[i++] = (float)c.JargonTerms / words;
        features[i++] = (float)c.StudyWords / words;
        features[i++] = (float)c.Everyday / words;
    }

    private static void FillManner(in TextCounts c, int words, int sentences, Span<float> features, ref int i)
    {
        features[i++] = (float)c.SecondPerson / words;
        features[i++] = (float)c.FirstPersonPlural / words;
        features[i++] = (float)c.Pronouns / words;
        features[i++] = (float)c.FunctionWords / words;
        features[i++] = (float)c.Modals / words;
        features[i++] = (float)c.Contractions / words;
        features[i++] = (float)c.Imperatives / sentences;
        features[i++] = (float)c.Questions / sentences;
        features[i++] = (float)c.Exclamations / sentences;
        features[i++] = (float)c.Passives / sentences;
        features[i++] = c.StartsWithNumber ? 1 : 0;
    }

    private static void FillMarks(in TextCounts c, int tokens, int sentences, Span<float> features, ref int i)
    {
        features[i++] = (float)c.Numbers / tokens;
        features[i++] = (float)c.Percents / tokens;
        features[i++] = (float)c.Statistics / tokens;
        features[i++] = (float)c.Acronyms / tokens;
        features[i++] = (float)c.MixedCase / tokens;
        features[i++] = (float)c.CodeWords / tokens;
        features[i++] = (float)c.Brackets / sentences;
        features[i++] = (float)c.Commas / sentences;
        features[i++] = (float)c.Hyphens / sentences;
        features[i++] = (float)(c.Semicolons + c.Colons) / sentences;
        features[i++] = (float)c.Quotes / tokens;
    }
}
