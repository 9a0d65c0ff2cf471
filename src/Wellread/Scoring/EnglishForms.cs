using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>English plurals and verb forms, as far as medical terms and plain words need them.</summary>
internal sealed class EnglishForms : JargonForms
{
    private static readonly FrozenSet<string> HeadEnds =
        "of in on to from that which who with without for at by near around inside behind under when where after before into between made like as such not against up out down passed placed compared born aged caused taken seen".Split(' ').ToFrozenSet();

    private static readonly FrozenDictionary<string, string> IrregularPlurals = Table(
        "child children,foot feet,tooth teeth,woman women,man men,person people,diagnosis diagnoses,illness illnesses,series series,spread spread,lack lack,loss loss,damage damage,harm harm,trouble trouble,pain pain,tissue tissue,cancer cancer,skin skin,care care,treatment treatments,control control,confusion confusion,worry worry");

    // Base, past, participle.
    private static readonly FrozenDictionary<string, (string Past, string Participle)> IrregularVerbs =
        ("give gave given,take took taken,cut cut cut,find found found,get got got,keep kept kept,make made made,put put put,show showed shown,bring brought brought,"
        + "go went gone,leave left left,begin began begun,become became become,spread spread spread,run ran run,come came come,think thought thought,feel felt felt,"
        + "see saw seen,have had had,be was been,say said said,let let let,tell told told,draw drew drawn,grow grew grown,eat ate eaten,rise rose risen,lose lost lost,"
        + "break broke broken,choose chose chosen,write wrote written,send sent sent,set set set,pass passed passed,throw threw thrown")
        .Split(',').Select(line => line.Split(' ')).Where(words => words.Length == 3).ToFrozenDictionary(words => words[0], words => (words[1], words[2]));

    /// <summary>Plain words for an adjective that start with one of these can't stand before a noun.</summary>
    private static readonly FrozenSet<string> BehindNouns =
        ("that who with without not of in on by from into through before after around during past under over inside outside at behind across lying put spread caused "
        + "unable able harmful hard likely present always low short out getting going coming killing protecting causing growing kept tested filled").Split(' ').ToFrozenSet();

    protected override bool CanOnlyFollowNoun(string plain) => plain.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && BehindNouns.Contains(plain[..end]);

    protected override IEnumerable<JargonTerm> Adjective(string term, string plain) =>
        [new(term, plain) { FollowsNoun = CanOnlyFollowNoun(plain) && !term.EndsWith("ly", StringComparison.Ordinal) }];

    protected override string Plural(string noun)
    {
        var start = noun.LastIndexOf(' ') + 1;
        var word = noun[start..];
        return noun[..start] + (IrregularPlurals.TryGetValue(word, out var irregular) ? irregular
            : word.EndsWith("sis", StringComparison.Ordinal) || word.EndsWith("xis", StringComparison.Ordinal) ? word[..^2] + "es"
            : word.EndsWith("itis", StringComparison.Ordinal) ? word
            : EndsInSibilant(word) ? word + "es"
            : word.EndsWith('y') && !IsVowel(word[^2]) ? word[..^1] + "ies"
            : word + "s");
    }

    protected override string PhrasePlural(string phrase)
    {
        var words = phrase.Split(' ');
        var end = Array.FindIndex(words, 1, HeadEnds.Contains);
        if (end < 0) end = words.Length;
        var head = words[end - 1];
        if (IsPlural(head) || head.EndsWith("ing", StringComparison.Ordinal)) return phrase;
        words[end - 1] = Plural(head);
        // "drug that slows the heart", but "germ that drugs can't kill".
        if (end + 2 < words.Length && words[end] is "that" or "who" && words[end + 2] is not ("can't" or "clear")) words[end + 1] = WithoutThird(words[end + 1]);
        return string.Join(' ', words);
    }

    private static bool IsPlural(string word) =>
        word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("sis", StringComparison.Ordinal);

    private static string WithoutThird(string verb) => verb switch
    {
        "is" => "are",
        "has" => "have",
        "does" => "do",
        _ when verb.EndsWith("ies", StringComparison.Ordinal) => verb[..^3] + "y",
        _ when verb.EndsWith("ches", StringComparison.Ordinal) || verb.EndsWith("shes", StringComparison.Ordinal) || verb.EndsWith("xes", StringComparison.Ordinal) => verb[..^2],
        _ when verb.EndsWith('s') => verb[..^1],
        _ => verb,
    };

    protected override IEnumerable<JargonTerm> Verb(string term, string plain)
    {
        var (verb, rest) = Split(term);
        var (plainVerb, plainRest) = Split(plain);
        var (past, participle) = IrregularVerbs.GetValueOrDefault(plainVerb, (Past(plainVerb), Past(plainVerb)));
        yield return new(term, plain);
        yield return new(Third(verb) + rest, Third(plainVerb) + plainRest);
        yield return new(Past(verb) + rest, participle + plainRest, Past: past == participle ? null : past + plainRest);
        yield return new(Gerund(verb) + rest, Gerund(plainVerb) + plainRest);
    }

    private static (string Verb, string Tail) Split(string phrase) => phrase.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? (phrase[..at], phrase[at..]) : (phrase, "");

    private static string Third(string verb) => verb switch
    {
        "have" => "has",
        "go" => "goes",
        "be" => "is",
        _ when EndsInSibilant(verb) => verb + "es",
        _ when verb.EndsWith('y') && !IsVowel(verb[^2]) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Past(string verb) =>
        verb.EndsWith('e') ? verb + "d" : verb.EndsWith('y') && !IsVowel(verb[^2]) ? verb[..^1] + "ied" : verb is "stop" or "rub" or "drip" or "step" ? verb + verb[^1] + "ed" : verb + "ed";

    private static string Gerund(string verb) =>
        verb is "be" or "see" ? verb + "ing"
        : verb.EndsWith('e') ? verb[..^1] + "ing"
        : verb is "cut" or "get" or "put" or "run" or "stop" or "set" or "let" or "begin" or "rub" or "drip" or "step" ? verb + verb[^1] + "ing"
        : verb + "ing";

    private static bool EndsInSibilant(string word) =>
        word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, string> Table(string pairs) => pairs.Split(',').Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
