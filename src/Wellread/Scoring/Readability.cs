namespace Wellread.Scoring;

/// <summary>What the classical formulas count, and the school grade that they give.</summary>
internal readonly record struct Readability(int Sentences, int Words, int Letters, int SyllableCount, int LongWords)
{
    private const int LowestGrade = 1;
    private const int HighestGrade = 18;

    public double WordsPerSentence => Words == 0 ? 0 : (double)Words / Sentences;

    public double SyllablesPerWord => Words == 0 ? 0 : (double)SyllableCount / Words;

    /// <summary>The share of words with three syllables or more, 0 to 1.</summary>
    public double LongWordShare => Words == 0 ? 0 : (double)LongWords / Words;

    public static Readability Of(ReadOnlySpan<char> text, bool spanish)
    {
        var (sentences, words, letters, syllables, longWords) = (0, 0, 0, 0, 0);
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            if (reader.StartsSentence || words == 0) sentences++;
            words++;
            letters += reader.Current.Length;
            var count = spanish ? Syllables.Spanish(reader.Current) : Syllables.English(reader.Current);
            syllables += count;
            if (count >= 3) longWords++;
        }

        return new Readability(sentences, words, letters, syllables, longWords);
    }

    /// <summary>
    /// A US school grade from 1 to 18. English: the mean of Flesch-Kincaid (Kincaid and others 1975), SMOG (McLaughlin 1969) and Coleman-Liau (1975), as
    /// each alone is unsteady on a few words. Spanish: Fernández-Huerta's ease (1959), turned to a grade by the bands of Flesch's own table.
    /// </summary>
    public double Grade(bool spanish) => Words == 0 ? LowestGrade : Math.Clamp(spanish ? SpanishGrade : (FleschKincaid + Smog + ColemanLiau) / 3, LowestGrade, HighestGrade);

    public double FleschKincaid => (0.39 * WordsPerSentence) + (11.8 * SyllablesPerWord) - 15.59;

    public double Smog => 3.1291 + (1.0430 * Math.Sqrt(LongWords * (30.0 / Math.Max(1, Sentences))));

    public double ColemanLiau => (5.88 * Letters / Math.Max(1, Words)) - (29.6 * Sentences / Math.Max(1, Words)) - 15.8;

    /// <summary>100 is very easy, 0 very hard: 206.84 - 60 syllables per word - 1.02 words per sentence.</summary>
    public double FernandezHuerta => 206.84 - (60 * SyllablesPerWord) - (1.02 * WordsPerSentence);

    private double SpanishGrade => FernandezHuerta >= 90 ? 5 - ((FernandezHuerta - 90) / 10) : 5 + ((90 - FernandezHuerta) / 7);
}
