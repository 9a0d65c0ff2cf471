namespace Wellread.Scoring;

/// <summary>What the form of a word gives away.</summary>
internal static class WordShape
{
    private static readonly string[] MedicalEndings =
    [
        "itis", "osis", "oses", "emia", "aemia", "ectomy", "otomy", "ostomy", "plasty", "scopy", "opathy", "pathic", "algia", "uria", "oma", "omas", "ology",
        "mab", "nib", "azole", "pril", "statin", "gliptin", "glutide", "parin", "mycin", "cillin", "cycline", "olol", "sartan", "genic", "trophy", "plasia",
        "penia", "philia", "lysis", "phagia", "pnea", "pnoea", "stenosis", "sclerosis", "vascular", "cytes", "cyte", "oid", "receptor", "kinase", "amine",
    ];

    private static readonly string[] MedicalBeginnings =
    [
        "cardio", "myocard", "cerebr", "neuro", "hepat", "nephr", "gastro", "entero", "immuno", "onco", "hemo", "haemo", "hemat", "haemat", "osteo", "arthr",
        "dermat", "pulmon", "broncho", "thromb", "hyper", "hypo", "endo", "angio", "athero", "cyto", "histo", "patho", "pharmac", "encephal", "lymph",
        "myelo", "ophthalm", "perio", "psycho", "radio", "rhin", "sarco", "spondyl", "vaso", "intra", "peri", "trans", "anti", "glyc", "lipo", "carcino",
    ];

    private static readonly string[] NominalEndings = ["tion", "sion", "ment", "ance", "ence", "ity", "ness", "tions", "ments", "ities"];

    public static bool IsMedical(ReadOnlySpan<char> word)
    {
        if (word.Length < 7) return false;
        foreach (var ending in MedicalEndings)
        {
            if (word.EndsWith(ending)) return true;
        }
        foreach (var beginning in MedicalBeginnings)
        {
            if (word.StartsWith(beginning)) return true;
        }
        return false;
    }

    public static bool IsNominalization(ReadOnlySpan<char> word)
    {
        if (word.Length < 8) return false;
        foreach (var ending in NominalEndings)
        {
            if (word.EndsWith(ending)) return true;
        }
        return false;
    }

    /// <summary>Two to six capitals, a plural s allowed: "COPD", "BMIs".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> raw)
    {
        if (raw.Length is < 2 or > 7) return false;
        var body = raw[^1] == 's' ? raw[..^1] : raw;
        if (body.Length < 2) return false;
        foreach (var c in body)
        {
            if (!char.IsUpper(c)) return false;
        }
        return true;
    }

    /// <summary>A capital after a small letter, as in "mRNA" or "eGFR".</summary>
    public static bool IsMixedCase(ReadOnlySpan<char> raw)
    {
        for (var i = 1; i < raw.Length; i++)
        {
            if (char.IsUpper(raw[i]) && char.IsLower(raw[i - 1])) return true;
        }
        return false;
    }

    /// <summary>Letters and digits in one, as in "SGLT2" or "HbA1c".</summary>
    public static bool IsCode(ReadOnlySpan<char> raw)
    {
        // Span.IndexOfAnyInRange would do, but allocates until it is optimised.
        foreach (var c in raw)
        {
            if (char.IsAsciiDigit(c)) return true;
        }
        return false;
    }
}
