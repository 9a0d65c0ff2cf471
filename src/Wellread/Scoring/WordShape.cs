namespace Wellread.Scoring;

/// <summary>What capitals and digits give away of a word as it is written. The same bits end <see cref="WordTraits"/>.</summary>
[Flags]
internal enum WordForm : byte
{
    None = 0,

    /// <summary>Starts with a capital.</summary>
    Capital = 1,

    /// <summary>See <see cref="WordShape.IsAcronym"/>.</summary>
    Acronym = 2,

    /// <summary>No acronym, and see <see cref="WordShape.IsMixedCase"/>.</summary>
    MixedCase = 4,

    /// <summary>See <see cref="WordShape.IsCode"/>.</summary>
    Code = 8,
}

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

    // Of the pairs of letters that words end or begin with, few can be those of a medical word.
    private static readonly bool[] MedicalEndingPairs = Pairs(MedicalEndings.Select(ending => ending[^2..]));
    private static readonly bool[] MedicalBeginningPairs = Pairs(MedicalBeginnings.Select(beginning => beginning[..2]));

    private static readonly string[] NominalEndings = ["tion", "sion", "ment", "ance", "ence", "ity", "ness", "tions", "ments", "ities"];

    public static bool IsMedical(ReadOnlySpan<char> word)
    {
        if (word.Length < 7) return false;
        return (MedicalEndingPairs[Pair(word[^2..])] && EndsWithAny(word, MedicalEndings))
            || (MedicalBeginningPairs[Pair(word)] && StartsWithAny(word, MedicalBeginnings));
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending)) return true;
        }
        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> word, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning)) return true;
        }
        return false;
    }

    private static int Pair(ReadOnlySpan<char> letters) => ((letters[0] & 31) << 5) | (letters[1] & 31);

    private static bool[] Pairs(IEnumerable<string> pairs)
    {
        var found = new bool[32 * 32];
        foreach (var pair in pairs) found[Pair(pair)] = true;
        return found;
    }

    public static bool IsNominalization(ReadOnlySpan<char> word) => word.Length >= 8 && EndsWithAny(word, NominalEndings);

    public static WordForm FormOf(ReadOnlySpan<char> raw) =>
        (char.IsUpper(raw[0]) ? WordForm.Capital : WordForm.None)
        | (IsAcronym(raw) ? WordForm.Acronym : IsMixedCase(raw) ? WordForm.MixedCase : WordForm.None)
        | (IsCode(raw) ? WordForm.Code : WordForm.None);

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
