namespace Wellread.Articles;

/// <summary>
/// Whether an item of a journal or of a professional source is about medicine or health: such feeds also bring other sciences and words about the issue itself. Terms are in
/// <c>Terms/professional.txt</c>; words that are built as only medical ones are ("nephrectomy", "atorvastatin") count as well.
/// </summary>
internal static class ProfessionalSubject
{
    private const double Strong = 3;
    private const double Needed = 0.6;

    /// <summary>The weight of what names or orders species: a title that says so is about nothing else.</summary>
    private const int Decisive = 6;
    private const int FewestLetters = 7;
    private static readonly TermLexicon Lexicon = TermLexicon.Load("professional.txt");
    private static readonly int Medical = IndexOf("medical");
    private static readonly int Other = IndexOf("other");
    private static readonly int Notice = IndexOf("notice");

    // Family names of animals and plants end as no word of medicine does.
    private static readonly string[] OtherEndings = ["idae", "aceae", "optera", "iformes", "oidea"];

    private static readonly string[] MedicalEndings =
    [
        "itis", "ectomy", "otomy", "ostomy", "plasty", "oscopy", "pathy", "pathies", "algia", "aemia", "emia", "uria", "penia", "plegia", "blastoma", "sarcoma", "carcinoma",
        "sarcomas", "carcinomas", "toxicity", "toxic", "angioma", "adenoma", "neurinoma", "schwannoma", "therapy", "mab", "tinib", "ciclib", "parib", "platin", "taxel", "olol", "sartan", "dipine", "vastatin", "gliptin", "gliflozin", "glutide", "prazole", "conazole",
        "mycin", "cillin", "cycline", "floxacin", "xaban", "triptan", "setron", "zepam", "zolam",
    ];

    public static ProfessionalVerdict Judge(Article article)
    {
        var title = FoldedWords.From(article.Title);
        var hits = Lexicon.Find(title, article.Language);
        if (hits.Exists(hit => hit.Section == Notice && hit.Start == 0)) return ProfessionalVerdict.Notice;
        if (hits.Exists(hit => hit.Section == Other && hit.Weight >= Decisive)) return ProfessionalVerdict.Other;
        var text = FoldedWords.From(article.Summary);
        hits.AddRange(Lexicon.Find(text, article.Language).Where(hit => hit.Section != Notice));
        var medical = Amount(hits, Medical) + Built(title, MedicalEndings) + Built(text, MedicalEndings) + Math.Min(article.Topics.Length, 1);
        var other = Amount(hits, Other) + Built(title, OtherEndings) + Built(text, OtherEndings);
        return medical >= Needed && medical > other ? ProfessionalVerdict.Medical : ProfessionalVerdict.Other;
    }

    private static double Amount(List<TermHit> hits, int section)
    {
        var seen = new HashSet<int>();
        return hits.Where(hit => hit.Section == section && seen.Add(hit.Term)).Sum(hit => hit.Weight / Strong);
    }

    private static int Built(FoldedWords words, string[] endings)
    {
        var count = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length >= FewestLetters && EndsWithAny(words[i], endings)) count++;
        }
        return count;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static int IndexOf(string slug) => Lexicon.Sections.IndexOf(Lexicon.Sections.Single(section => section.Slug == slug));
}

/// <summary>What an item of a professional source is.</summary>
internal enum ProfessionalVerdict
{
    /// <summary>About medicine or health.</summary>
    Medical,

    /// <summary>About something else.</summary>
    Other,

    /// <summary>No article: the editorial board, a call for papers, a list of errata.</summary>
    Notice,
}
