using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>
/// Medical words that no list has, told by how they are built: "nephrectomy", "bronchoscopy", "atorvastatin". Only endings that everyday words hardly
/// have; those that do are left out by name.
/// </summary>
internal sealed class Morphology
{
    private const int FewestLetters = 7;

    private const int MostLetters = 40;

    // {0} is the part of the body; the third field stands where the part is not known, and where it is empty the word is then no term.
    private static readonly (string Ending, string Plain, string Unknown)[] EnglishBuilt =
    [
        ("ectomy", "surgery to remove {0}", "surgery to remove something"),
        ("ostomy", "a surgical opening in {0}", "a surgical opening"),
        ("otomy", "surgery to cut into {0}", ""),
        ("oplasty", "surgery to repair {0}", "surgery to repair something"),
        ("plasty", "surgery to repair {0}", "surgery to repair something"),
        ("oscopy", "a look inside {0} with a camera", ""),
        ("oscopic", "done with a camera", ""),
        ("opexy", "surgery to fix {0} in place", ""),
        ("ography", "a scan of {0}", ""),
        ("ogram", "a scan of {0}", ""),
        ("opathy", "disease of {0}", ""),
        ("itis", "swelling of {0}", "swelling inside the body"),
        ("osis", "disease of {0}", ""),
        ("algia", "pain in {0}", "pain"),
        ("odynia", "pain in {0}", "pain"),
        ("omegaly", "enlarging of {0}", ""),
        ("omalacia", "softening of {0}", ""),
        ("orrhaphy", "stitching of {0}", ""),
        ("otoxic", "harmful to {0}", ""),
        ("otoxicity", "harm to {0}", ""),
        ("oprotective", "protecting {0}", ""),
        ("ologic", "about {0}", ""),
        ("ological", "about {0}", ""),
        ("emia", "", "a problem in the blood"),
        ("aemia", "", "a problem in the blood"),
        ("uria", "", "a problem with urine"),
        ("penia", "", "too few cells in the blood"),
        ("plegia", "", "paralysis"),
        ("blastoma", "", "cancer"),
        ("sarcoma", "", "cancer"),
        ("carcinoma", "", "cancer"),
        ("omatous", "", "like a growth"),
    ];

    private static readonly (string Ending, string Plain)[] EnglishDrugs =
    [
        ("mab", "lab-made antibody drug"), ("citinib", "drug for joint disease"), ("tinib", "cancer drug"), ("ciclib", "cancer drug"), ("parib", "cancer drug"), ("rubicin", "cancer drug"),
        ("platin", "cancer drug"), ("taxel", "cancer drug"), ("olol", "drug that slows the heart"), ("pril", "blood pressure drug"),
        ("sartan", "blood pressure drug"), ("dipine", "blood pressure drug"), ("vastatin", "cholesterol drug"), ("gliptin", "diabetes drug"),
        ("gliflozin", "diabetes drug"), ("glitazone", "diabetes drug"), ("glutide", "diabetes and weight drug"), ("piprazole", "drug for severe mental illness"), ("prazole", "stomach acid drug"),
        ("citidine", "cancer drug"), ("tidine", "stomach acid drug"), ("conazole", "fungus drug"), ("mycin", "antibiotic"), ("micin", "antibiotic"), ("cillin", "antibiotic"),
        ("cycline", "antibiotic"), ("floxacin", "antibiotic"), ("penem", "antibiotic"), ("ovir", "drug against viruses"), ("avir", "drug against viruses"),
        ("evir", "drug against viruses"), ("amivir", "drug against viruses"), ("xaban", "blood thinner"), ("gatran", "blood thinner"),
        ("parin", "blood thinner"), ("grel", "blood thinner"), ("grelor", "blood thinner"), ("triptan", "migraine drug"), ("gepant", "migraine drug"),
        ("setron", "nausea drug"), ("zepam", "calming drug"), ("zolam", "calming drug"), ("oxetine", "drug for depression"),
        ("triptyline", "drug for depression"), ("dronate", "bone drug"), ("dronic", "bone drug"), ("buterol", "drug that opens the airways"),
        ("meterol", "drug that opens the airways"), ("caine", "numbing drug"), ("semide", "water pill"), ("thiazide", "water pill"), ("lukast", "asthma drug"),
        ("methasone", "steroid drug"), ("nisone", "steroid drug"), ("nisolone", "steroid drug"), ("ratadine", "allergy drug"), ("tirizine", "allergy drug"),
        ("coxib", "painkiller"), ("gabalin", "nerve pain drug"), ("gabatine", "nerve pain drug"),
    ];

    private static readonly (string Ending, string Plain, string Unknown)[] SpanishBuilt =
    [
        ("ectomía", "", "cirugía para extirpar algo"), ("ostomía", "", "abertura hecha por cirugía"), ("plastia", "", "cirugía para reparar algo"),
        ("oscopia", "", "examen con una cámara"), ("oscopía", "", "examen con una cámara"), ("itis", "", "inflamación"), ("algia", "", "dolor"),
        ("emia", "", "problema de la sangre"), ("uria", "", "problema de la orina"), ("penia", "", "falta de células en la sangre"),
        ("blastoma", "", "cáncer"), ("sarcoma", "", "cáncer"), ("carcinoma", "", "cáncer"),
    ];

    private static readonly (string Ending, string Plain)[] SpanishDrugs =
    [
        ("mab", "medicamento de anticuerpos"), ("tinib", "medicamento contra el cáncer"), ("platino", "medicamento contra el cáncer"), ("olol", "medicamento que calma el corazón"),
        ("pril", "medicamento para la presión"), ("sartán", "medicamento para la presión"), ("dipino", "medicamento para la presión"), ("vastatina", "medicamento para el colesterol"),
        ("gliptina", "medicamento para la diabetes"), ("gliflozina", "medicamento para la diabetes"), ("glutida", "medicamento para la diabetes y el peso"),
        ("prazol", "medicamento contra la acidez"), ("conazol", "medicamento contra los hongos"), ("micina", "antibiótico"), ("cilina", "antibiótico"), ("floxacino", "antibiótico"),
        ("xabán", "medicamento para que la sangre no se coagule"), ("triptán", "medicamento para la migraña"), ("zepam", "calmante"), ("zolam", "calmante"),
        ("oxetina", "medicamento para la depresión"), ("semida", "medicamento para orinar más"), ("solona", "medicamento con cortisona"), ("metasona", "medicamento con cortisona"),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpanishEveryday = FrozenSet.Create(
        "nostalgia", "academia", "epidemia", "bohemia", "lujuria", "penuria", "injuria", "centuria", "artritis", "bronquitis", "hepatitis", "leucemia", "penicilina", "espectroscopia",
        "microscopia", "vendimia", "pandemia", "blasfemia", "platino").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishEveryday = FrozenSet.Create(
        "arthritis", "bronchitis", "hepatitis", "leukemia", "leukaemia", "mammogram", "polyposis", "histidine", "caenorhabditis", "ascitis", "senioritis", "academia", "bohemia", "nostalgia", "sympathy", "empathy", "apathy", "antipathy", "telepathy", "dichotomy", "cocaine", "novocaine",
        "april", "penicillin", "microscopy", "manchuria", "liguria", "etruria", "homeopathy", "naturopathy", "osteopathy", "psychopathy", "sociopathy",
        "mongrel", "ukraine", "platinum", "hypnosis", "osmosis", "program", "anagram", "geography", "biology", "ecology").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _everyday;

    // By the last two letters, so that most words are asked nothing.
    private readonly FrozenDictionary<int, Rules> _rules;

    // The last two letters that a word with a rule can have as it is written, in the plural too; five bits of each.
    private readonly bool[] _mayEnd = new bool[32 * 32];

    private Morphology(
        (string Ending, string Plain, string Unknown)[] built, (string Ending, string Plain)[] drugs, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> everyday)
    {
        _everyday = everyday;
        var (builtByEnd, drugsByEnd) = (built.ToLookup(rule => LastTwo(rule.Ending)), drugs.ToLookup(rule => LastTwo(rule.Ending)));
        _rules = builtByEnd.Select(rules => rules.Key).Union(drugsByEnd.Select(rules => rules.Key))
            .ToFrozenDictionary(end => end, end => new Rules([.. builtByEnd[end]], [.. drugsByEnd[end]]));
        foreach (var end in _rules.Keys)
        {
            var (first, second) = ((char)(end >> 16), (char)(end & 0xFFFF));
            _mayEnd[Pair(first, second)] = _mayEnd[Pair(second, 's')] = true;
            if (second == 'y') _mayEnd[Pair('e', 's')] = true;
        }
    }

    public static Morphology English { get; } = new(EnglishBuilt, EnglishDrugs, EnglishEveryday);

    public static Morphology Spanish { get; } = new(SpanishBuilt, SpanishDrugs, SpanishEveryday);

    /// <summary>Plain words for a word as written, or null where it is no medical word by its form.</summary>
    public string? PlainWordsFor(ReadOnlySpan<char> raw, FrozenDictionary<string, string> parts)
    {
        if (raw.Length is < FewestLetters or > MostLetters || !_mayEnd[Pair(raw[^2], raw[^1])]) return null;
        Span<char> letters = stackalloc char[raw.Length];
        raw.ToLowerInvariant(letters);
        ReadOnlySpan<char> word = Singular(letters);
        if (!_rules.TryGetValue(LastTwo(word), out var rules) || _everyday.Contains(word)) return null;
        foreach (var (ending, plain, unknown) in rules.Built)
        {
            if (!word.EndsWith(ending)) continue;
            var part = plain.Length == 0 ? null : PartOf(word[..^ending.Length], parts);
            if (part is not null) return plain.Replace("{0}", part, StringComparison.Ordinal);
            if (unknown.Length > 0) return unknown;
        }
        foreach (var (ending, plain) in rules.Drugs)
        {
            if (word.EndsWith(ending)) return plain;
        }
        return null;
    }

    // "nephr" of "nephritis"; "gastroenter" is two, of which the list has both together or the last.
    private static string? PartOf(ReadOnlySpan<char> stem, FrozenDictionary<string, string> parts)
    {
        var lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start + 2 <= stem.Length; start++)
        {
            if (start > 0 && stem[start - 1] is not ('o' or 'i')) continue;
            if (lookup.TryGetValue(stem[start..], out var part)) return part;
        }
        return null;
    }

    private static ReadOnlySpan<char> Singular(Span<char> word)
    {
        if (word.EndsWith("ies"))
        {
            word[^3] = 'y';
            return word[..^2];
        }
        return word[^1] == 's' && word[^2] is not ('s' or 'i' or 'u') ? word[..^1] : word;
    }

    // The same for small letters and capitals.
    private static int Pair(char first, char second) => ((first & 31) << 5) | (second & 31);

    private static int LastTwo(string word) => LastTwo(word.AsSpan());

    private static int LastTwo(ReadOnlySpan<char> word) => (word[^2] << 16) | word[^1];

    private sealed record Rules((string Ending, string Plain, string Unknown)[] Built, (string Ending, string Plain)[] Drugs);
}
