using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>
/// Scores Spanish by formula, for the training texts are English. The grade is Fernández-Huerta's (1959: 206.84 − 60 syllables per word − 1.02 words
/// per sentence) through his own table from ease to school years; the probability starts from the INFLESZ scale (Barrio-Cantalejo et al.
/// 2008, on Szigriszt-Pazos 1993: 206.835 − 62.3 syllables per word − words per sentence), on which 55 is "normal" and 40 the border of "very hard",
/// and moves with medical words, study words and words to the reader.
/// </summary>
internal static class SpanishFormula
{
    public const string Version = "formula-es-1";

    public const double PatientsFrom = 0.6;

    public const double ColleaguesBelow = 0.4;

    private static readonly FrozenSet<string> ReaderWords =
        "usted ustedes su sus tu tus te ti tú nos nuestro nuestra evite coma beba haga consulte sepa aprenda descubre conoce evita come bebe haz cuida cuide".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> StudyWords =
        ("aleatorizado aleatorizados cohorte prevalencia incidencia morbilidad mortalidad retrospectivo prospectivo metaanálisis multivariado multivariante "
        + "significativa significativas significativo estadísticamente intervalo odds hazard placebo doble-ciego etiología fisiopatología pronóstico "
        + "comorbilidad biomarcador biomarcadores eficacia terapéutica farmacológico transversal observacional pacientes resultados métodos objetivo conclusiones").Split(' ').ToFrozenSet();

    private static readonly string[] MedicalEndings =
        ["itis", "osis", "emia", "ectomía", "tomía", "plastia", "scopia", "patía", "algia", "uria", "oma", "omas", "lisis", "genia", "trofia", "plasia", "penia", "citos", "mab", "pril", "olol"];

    private static readonly FrozenSet<string> Everyday = "síntoma síntomas problema problemas idioma tema diploma toma aroma goma broma paloma asoma fenómeno alguna ninguna".Split(' ').ToFrozenSet();

    public static double Probability(in SpanishCounts counts)
    {
        if (counts.Words < 3) return 0.5;
        var margin = (0.06 * (Ease(counts) - 50)) + 0.5
            - (14.0 * (counts.Medical + counts.Study) / counts.Words) + (6.0 * counts.Reader / counts.Words);
        return 1 / (1 + Math.Exp(-margin));
    }

    public static ReadingLevel Level(in SpanishCounts counts)
    {
        if (counts.Words == 0) return ReadingLevel.TooShort(0, 0);
        var grade = Math.Round(Grade(counts), 1);
        if (counts.Words < ReadingLevel.FewestWords) return ReadingLevel.TooShort(counts.Words, grade);
        var inflesz = Inflesz(counts);
        return new ReadingLevel
        {
            Grade = grade,
            RoughGrade = grade,
            FernandezHuerta = Math.Round(FernandezHuerta(counts), 1),
            Inflesz = Math.Round(inflesz, 1),
            InfleszBand = BandOf(inflesz),
            Words = counts.Words,
        };
    }

    /// <summary>The five bands of the INFLESZ scale (Barrio-Cantalejo et al. 2008).</summary>
    internal static string BandOf(double inflesz) => inflesz switch
    {
        > 80 => "very easy",
        > 65 => "fairly easy",
        >= 55 => "normal",
        >= 40 => "somewhat hard",
        _ => "very hard",
    };

    /// <summary>Fernández-Huerta's table: 100 is the 4th year, 60 the 8th, 50 the end of secondary school, 30 and less university.</summary>
    internal static double Grade(in SpanishCounts counts)
    {
        var ease = FernandezHuerta(counts);
        ReadOnlySpan<(double Ease, double Grade)> table = [(100, 3.5), (90, 4.5), (80, 5.5), (70, 6.5), (60, 8.5), (50, 12), (30, 14.5), (0, 18)];
        if (ease >= table[0].Ease) return table[0].Grade;
        for (var i = 1; i < table.Length; i++)
        {
            if (ease < table[i].Ease) continue;
            var (above, below) = (table[i - 1], table[i]);
            return below.Grade + ((ease - below.Ease) / (above.Ease - below.Ease) * (above.Grade - below.Grade));
        }
        return table[^1].Grade;
    }

    // A title is too short for the formula to be sure, so it starts at "normal" and moves as words come in.
    private static double Ease(in SpanishCounts counts)
    {
        var weight = Math.Min(1, counts.Words / 40.0);
        return (weight * Inflesz(counts)) + ((1 - weight) * 60);
    }

    private static double FernandezHuerta(in SpanishCounts counts) =>
        206.84 - (60.0 * counts.Syllables / counts.Words) - (1.02 * counts.Words / Math.Max(1, counts.Sentences));

    private static double Inflesz(in SpanishCounts counts) =>
        206.835 - (62.3 * counts.Syllables / counts.Words) - ((double)counts.Words / Math.Max(1, counts.Sentences));

    internal static SpanishCounts Count(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        var counts = new SpanishCounts();
        Count(title, ref counts);
        Count(text, ref counts);
        return counts;
    }

    private static void Count(ReadOnlySpan<char> text, ref SpanishCounts counts)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var readerWords = ReaderWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var studyWords = StudyWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var everyday = Everyday.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new TokenReader(text, buffer);
        while (tokens.Next())
        {
            if (tokens.StartsSentence) counts.Sentences++;
            if (tokens.Kind != TokenKind.Word) continue;
            counts.Words++;
            counts.Syllables += Syllables.Spanish(tokens.Lowered);
            if (readerWords.Contains(tokens.Lowered)) counts.Reader++;
            if (studyWords.Contains(tokens.Lowered)) counts.Study++;
            else if (IsMedical(tokens.Lowered) && !everyday.Contains(tokens.Lowered)) counts.Medical++;
        }
    }

    private static bool IsMedical(ReadOnlySpan<char> word)
    {
        if (word.Length < 6) return false;
        foreach (var ending in MedicalEndings)
        {
            if (word.EndsWith(ending)) return true;
        }
        return false;
    }
}

/// <summary>What is counted in a Spanish text.</summary>
internal struct SpanishCounts
{
    public int Words, Sentences, Syllables, Reader, Study, Medical;
}
