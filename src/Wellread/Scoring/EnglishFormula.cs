namespace Wellread.Scoring;

/// <summary>Stands in while there is no model: the reading grade, shifted by terms and study words against it and words to the reader for it.</summary>
internal static class EnglishFormula
{
    public const string Version = "formula-en-1";

    public const double PatientsFrom = 0.6;

    public const double ColleaguesBelow = 0.4;

    // Half of lay items read below grade 11, half of professional ones above 14.
    private const double MiddleGrade = 12.5;

    public static double Probability(ReadOnlySpan<char> title, ReadOnlySpan<char> text, out TextCounts counts)
    {
        var nothing = default(Ignored);
        Featurizer.Read(title, text, Vocabulary.None, ref nothing, out counts);
        double words = Math.Max(1, counts.Words);
        var margin = (0.3 * (MiddleGrade - ReadingGrade.English(counts).Consensus))
            - (12 * (counts.JargonTerms + counts.Affixes) / words)
            - (10 * (counts.StudyWords + counts.Statistics) / words)
            + (8 * (counts.SecondPerson + counts.Everyday) / words);
        return 1 / (1 + Math.Exp(-margin));
    }

    private readonly struct Ignored : IFeatureSink
    {
        public void Word(uint hash) { }

        public void Character(uint hash) { }
    }
}
