namespace Wellread.Scoring;

/// <summary>How many years of US schooling a text asks for, by the classical formulas.</summary>
/// <param name="FleschKincaid">Kincaid et al. 1975: 0.39 words per sentence + 11.8 syllables per word − 15.59.</param>
/// <param name="Smog">McLaughlin 1969: 1.0430 √(30 × words of three or more syllables per sentence) + 3.1291.</param>
/// <param name="ColemanLiau">Coleman and Liau 1975: 0.0588 letters per 100 words − 0.296 sentences per 100 words − 15.8.</param>
/// <param name="AutomatedReadability">Senter and Smith 1967: 4.71 letters per word + 0.5 words per sentence − 21.43.</param>
internal readonly record struct ReadingGrade(double FleschKincaid, double Smog, double ColemanLiau, double AutomatedReadability)
{
    /// <summary>One grade of the four: the mean of the middle two, so that no formula's weakness on short texts decides; from 1 to 18.</summary>
    public double Consensus
    {
        get
        {
            double low = Math.Min(FleschKincaid, Smog), high = Math.Max(FleschKincaid, Smog);
            double otherLow = Math.Min(ColemanLiau, AutomatedReadability), otherHigh = Math.Max(ColemanLiau, AutomatedReadability);
            return Math.Clamp((Math.Max(low, otherLow) + Math.Min(high, otherHigh)) / 2, 1, 18);
        }
    }

    /// <summary>The <see cref="Consensus"/> for a text of our own.</summary>
    public static double OfEnglish(string text)
    {
        EnglishFormula.Probability("", text, out var counts);
        return English(counts).Consensus;
    }

    public static ReadingGrade English(in TextCounts counts)
    {
        if (counts.Words == 0) return new ReadingGrade(1, 1, 1, 1);
        double words = counts.Words, sentences = Math.Max(1, counts.Sentences);
        return new ReadingGrade(
            (0.39 * words / sentences) + (11.8 * counts.Syllables / words) - 15.59,
            (1.0430 * Math.Sqrt(30 * counts.ThreeSyllables / sentences)) + 3.1291,
            (5.88 * counts.Letters / words) - (29.6 * sentences / words) - 15.8,
            (4.71 * counts.Letters / words) + (0.5 * words / sentences) - 21.43);
    }
}
