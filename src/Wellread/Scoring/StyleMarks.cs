using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Marks of register in a text, counted in one pass: numerals, acronyms, words that speak to the reader, words of studies, everyday words, Greek and Latin word ends.</summary>
internal readonly record struct StyleMarks(int Digits, int Acronyms, int Reader, int Study, int Everyday, int Affixes, int Brackets, bool Question, bool Colon)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReaderWords = Words("you your yours yourself we our us usted su tú tu");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StudyWords = Words(
        "randomized randomised trial trials cohort placebo efficacy baseline outcome outcomes prospective retrospective multicenter multicentre odds hazard "
        + "ratio interval confidence p-value significance significantly correlation regression multivariate univariate meta-analysis systematic methods "
        + "methodology participants in-vitro vitro vivo assay murine mice rats association associated expression pathway mediated receptor inhibitor "
        + "inhibition biomarker biomarkers versus vs ci aleatorizado cohorte ensayo estadísticamente");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EverydayWords = Words(
        "a about after all and are as at be but by can do don't eat every feel find food for from get give go good have help here how if in is it it's keep know "
        + "like live make may more most need new no not of off on or out people say should so some stay take talk than that the their them they things this "
        + "time tips to try up use walk want was way what when who why will with work");

    private static readonly string[] Ends =
        ["itis", "osis", "emia", "aemia", "ectomy", "otomy", "plasty", "pathy", "ology", "oma", "ase", "uria", "penia", "genic", "graphy", "scopy", "trophy", "megaly", "lysis", "algia"];

    public static StyleMarks Of(ReadOnlySpan<char> text)
    {
        var (digits, acronyms, reader, study, everyday, affixes) = (0, 0, 0, 0, 0, 0);
        Span<char> lower = stackalloc char[64];
        var words = new WordReader(text);
        while (words.MoveNext())
        {
            var word = words.Current;
            if (char.IsAsciiDigit(word[0])) digits++;
            if (word.Length is >= 2 and <= 6 && IsUpper(word)) acronyms++;
            if (word.Length > lower.Length) continue;
            word.ToLowerInvariant(lower);
            var folded = lower[..word.Length];
            if (ReaderWords.Contains(folded)) reader++;
            if (StudyWords.Contains(folded)) study++;
            if (EverydayWords.Contains(folded)) everyday++;
            if (word.Length > 6 && HasMedicalEnd(folded)) affixes++;
        }

        return new StyleMarks(digits, acronyms, reader, study, everyday, affixes, text.Count('(') + text.Count('['), text.Contains('?'), text.Contains(':'));
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
            if (char.IsUpper(letter)) letters++;
        }

        return letters >= 2;
    }

    private static bool HasMedicalEnd(ReadOnlySpan<char> word)
    {
        foreach (var end in Ends)
        {
            if (word.EndsWith(end, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
