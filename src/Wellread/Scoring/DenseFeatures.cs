namespace Wellread.Scoring;

/// <summary>
/// The features that are not n-grams: rates, never totals, for a total mostly tells how much of an article a feed gives away. Those at
/// the end are totals of a sentence, for its difficulty, where length is a cause.
/// </summary>
internal static class DenseFeatures
{
    public const int Count = 84;

    /// <summary>Where the totals of a sentence begin; the friendliness head does not see them.</summary>
    public const int FirstTotal = Count - 11;

    public static void Fill(in TextCounts c, Span<float> features)
    {
        var tokens = Math.Max(1, c.Words + c.Numbers);
        // Dividing takes a processor several times as long as multiplying.
        float perWord = 1f / Math.Max(1, c.Words), perToken = 1f / tokens, perSentence = 1f / Math.Max(1, c.Sentences);
        var grade = ReadingGrade.English(c);
        var i = 0;
        features[i++] = tokens * perSentence;
        features[i++] = c.LongestSentence;
        features[i++] = c.Syllables * perWord;
        features[i++] = c.ThreeSyllables * perWord;
        features[i++] = c.FourSyllables * perWord;
        features[i++] = c.MostSyllables;
        features[i++] = c.Letters * perWord;
        features[i++] = c.Longest;
        features[i++] = c.SevenLetters * perWord;
        features[i++] = c.TenLetters * perWord;
        features[i++] = (float)grade.FleschKincaid;
        features[i++] = (float)grade.Smog;
        features[i++] = (float)grade.ColemanLiau;
        i = FillFamiliarity(c, perWord, features, i);
        i = FillVocabulary(c, perWord, perSentence, features, i);
        i = FillManner(c, perWord, perSentence, features, i);
        i = FillMarks(c, perToken, perSentence, features, i);
        i = FillTotals(c, tokens, perSentence, features, i);
        if (i != Count) throw new InvalidOperationException("The count of dense features is stale.");
    }

    // Of the average sentence, so that a text of many sentences is as hard as they are.
    private static int FillTotals(in TextCounts c, int tokens, float perSentence, Span<float> features, int i)
    {
        features[i++] = MathF.Log(1 + (tokens * perSentence));
        features[i++] = c.ThreeSyllables * perSentence;
        features[i++] = c.UncommonWords * perSentence;
        features[i++] = c.UnlistedWords * perSentence;
        features[i++] = c.Levels.Sum(WordLevels.Rarity) * (perSentence / WordFamiliarity.Step);
        features[i++] = c.Acronyms * perSentence;
        features[i++] = c.JargonTerms * perSentence;
        features[i++] = ((WordSizes.Unlisted * c.Words) - c.Levels.Sum(WordLevels.Size)) * perSentence;
        features[i++] = c.NotInSmall * perSentence;
        features[i++] = c.NotInMiddle * perSentence;
        features[i++] = c.NotInLarge * perSentence;
        return i;
    }

    private static int FillFamiliarity(in TextCounts c, float perWord, Span<float> features, int i)
    {
        i = FillLevel(c, WordLevels.Lay, 1 / WordFamiliarity.Step, perWord, features, i);
        i = FillLevel(c, WordLevels.Commonness, 1 / WordFamiliarity.Step, perWord, features, i);
        i = FillLevel(c, WordLevels.Size, 1, perWord, features, i);
        features[i++] = c.UnknownWords * perWord;
        features[i++] = c.RareWords * perWord;
        features[i++] = c.UncommonWords * perWord;
        features[i++] = c.UnusualWords * perWord;
        features[i++] = c.UnlistedWords * perWord;
        features[i++] = c.NotInSmall * perWord;
        features[i++] = c.NotInMiddle * perWord;
        features[i++] = c.NotInLarge * perWord;
        c.Vectors.Fill(features[i..]);
        i += WordVectors.Size;
        return i;
    }

    // The mean of all words and the three hardest.
    private static int FillLevel(in TextCounts c, int level, float unit, float perWord, Span<float> features, int i)
    {
        features[i++] = c.Levels.Sum(level) * (unit * perWord);
        features[i++] = c.Words == 0 ? 0 : c.Levels.Least(level) * unit;
        features[i++] = c.Words < 2 ? 0 : c.Levels.Second(level) * unit;
        features[i++] = c.Words < 3 ? 0 : c.Levels.Third(level) * unit;
        return i;
    }

    private static int FillVocabulary(in TextCounts c, float perWord, float perSentence, Span<float> features, int i)
    {
        features[i++] = c.Affixes * perWord;
        features[i++] = c.Affixes * perSentence;
        features[i++] = c.Nominalizations * perWord;
        features[i++] = c.JargonTerms * perWord;
        features[i++] = c.StudyWords * perWord;
        features[i++] = c.Everyday * perWord;
        return i;
    }

    private static int FillManner(in TextCounts c, float perWord, float perSentence, Span<float> features, int i)
    {
        features[i++] = c.SecondPerson * perWord;
        features[i++] = c.FirstPersonPlural * perWord;
        features[i++] = c.Pronouns * perWord;
        features[i++] = c.FunctionWords * perWord;
        features[i++] = c.Modals * perWord;
        features[i++] = c.Contractions * perWord;
        features[i++] = c.Imperatives * perSentence;
        features[i++] = c.Questions * perSentence;
        features[i++] = c.Exclamations * perSentence;
        features[i++] = c.Passives * perSentence;
        features[i++] = c.StartsWithNumber ? 1 : 0;
        return i;
    }

    private static int FillMarks(in TextCounts c, float perToken, float perSentence, Span<float> features, int i)
    {
        features[i++] = c.Numbers * perToken;
        features[i++] = c.Percents * perToken;
        features[i++] = c.Statistics * perToken;
        features[i++] = c.Acronyms * perToken;
        features[i++] = c.MixedCase * perToken;
        features[i++] = c.CodeWords * perToken;
        features[i++] = c.Brackets * perSentence;
        features[i++] = c.Commas * perSentence;
        features[i++] = c.Hyphens * perSentence;
        features[i++] = (c.Semicolons + c.Colons) * perSentence;
        features[i++] = c.Quotes * perToken;
        return i;
    }
}
