using System.Collections.Frozen;
using System.Collections.Immutable;
using Wellread.Articles;

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

    private const double PatientsFrom = 0.6;

    private const double ColleaguesBelow = 0.4;

    private static readonly FrozenSet<string> ReaderWords =
        "usted ustedes su sus tu tus te ti tú nos nuestro nuestra evite coma beba haga consulte sepa aprenda descubre conoce evita come bebe haz cuida cuide".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> StudyWords =
        ("aleatorizado aleatorizados cohorte prevalencia incidencia morbilidad mortalidad retrospectivo prospectivo metaanálisis multivariado multivariante "
        + "significativa significativas significativo estadísticamente intervalo odds hazard placebo doble-ciego etiología fisiopatología pronóstico "
        + "comorbilidad biomarcador biomarcadores eficacia terapéutica farmacológico transversal observacional pacientes resultados métodos objetivo conclusiones").Split(' ').ToFrozenSet();

    private static readonly string[] MedicalEndings =
        ["itis", "osis", "emia", "ectomía", "tomía", "plastia", "scopia", "patía", "algia", "uria", "oma", "omas", "lisis", "genia", "trofia", "plasia", "penia", "citos", "mab", "pril", "olol"];

    private static readonly FrozenSet<string> Everyday = "síntoma síntomas problema problemas idioma tema diploma toma aroma goma broma paloma asoma fenómeno alguna ninguna".Split(' ').ToFrozenSet();

    public static Assessment Score(string title, string text)
    {
        var counts = Count(TextTrimming.Title(title), TextTrimming.Text(text, out var journal));
        if (counts.Words < 3) return new Assessment(0.5, 0, ArticleAudience.Neither, [Reason.TooShort], Version);
        var grade = Grade(counts);
        var margin = (0.06 * (Ease(counts) - 50)) + 0.5
            - (14.0 * (counts.Medical + counts.Study) / counts.Words) + (6.0 * counts.Reader / counts.Words);
        var probability = 1 / (1 + Math.Exp(-margin));
        if (journal) probability = Math.Min(probability, 0.1);
        var audience = FriendlinessScorer.AudienceOf(probability, counts.Words, PatientsFrom, ColleaguesBelow);
        return new Assessment(Math.Round(probability, 4), Math.Round(grade, 1), audience, Reasons(counts, grade, audience, journal), Version);
    }

    /// <summary>Fernández-Huerta's table: 100 is the 4th year, 60 the 8th, 50 the end of secondary school, 30 and less university.</summary>
    internal static double Grade(in SpanishCounts counts)
    {
        var ease = 206.84 - (60.0 * counts.Syllables / counts.Words) - (1.02 * counts.Words / Math.Max(1, counts.Sentences));
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
        var ease = 206.835 - (62.3 * counts.Syllables / counts.Words) - ((double)counts.Words / Math.Max(1, counts.Sentences));
        var weight = Math.Min(1, counts.Words / 40.0);
        return (weight * ease) + ((1 - weight) * 60);
    }

    private static ImmutableArray<AssessmentReason> Reasons(in SpanishCounts counts, double grade, ArticleAudience audience, bool journal)
    {
        var average = (double)counts.Words / Math.Max(1, counts.Sentences);
        List<AssessmentReason> reasons = [audience switch
        {
            ArticleAudience.Patients => Reason.LikePublic,
            ArticleAudience.Colleagues => Reason.LikeProfessional,
            _ => Reason.InBetween,
        }];
        if (journal) reasons.Insert(0, Reason.Journal);
        if (counts.Reader > 0) reasons.Add(new AssessmentReason("speaks-to-reader", "Speaks to the reader."));
        reasons.Add(grade <= 8.4 ? Reason.EasyGrade(grade) : grade >= 12 ? Reason.HardGrade(grade) : new AssessmentReason("middle-grade", $"Reads at about grade {grade:F0}."));
        if (average <= 15) reasons.Add(Reason.ShortSentences(average));
        else if (average >= 28) reasons.Add(Reason.LongSentences(average));
        if (counts.Medical + counts.Study > 0 && reasons.Count < 5) reasons.Add(new AssessmentReason("medical-terms", "Uses medical or study words."));
        return [.. reasons.Take(5)];
    }

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
