using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>The number of a chart and of Social Security as practices write them in English and Spanish: behind the word, some words behind it, or in front of it.</summary>
internal static partial class RecordShapes
{
    private const int LeastDigits = 4;

    private const int DigitsOfAnSsn = 9;

    public static IReadOnlyList<NumberShape> All { get; } =
    [
        new(MentionKind.Ssn, SsnAhead(), (value, _) => value.Count(char.IsAsciiDigit) == DigitsOfAnSsn),
        new(MentionKind.Ssn, SsnBehind(), (value, _) => value.Count(char.IsAsciiDigit) == DigitsOfAnSsn),
        new(MentionKind.Ssn, SsnTail(), (_, _) => true),
        new(MentionKind.RecordNumber, Ahead(), (value, before) => IsNumber(value, before) && !(TakesCalls().IsMatch(before) && Telephone().IsMatch(value))),
        new(MentionKind.RecordNumber, FarAhead(), IsNumber),
        new(MentionKind.RecordNumber, Behind(), (value, before) => IsNumber(value, before) && !Telephone().IsMatch(value)),
        new(MentionKind.RecordNumber, OfThePatient(), (value, _) => !value.EndsWith("000", StringComparison.Ordinal)),
    ];

    /// <summary>Four digits or more, and no year.</summary>
    public static bool IsNumber(string value, string before) =>
        value.Count(char.IsAsciiDigit) >= LeastDigits && !(value.Length == 4 && value[0] is '1' or '2' && value[1] is '9' or '0');

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>"Number" in its short forms: "No.", "n.º", "nº", "nro.", "núm.", "#".</summary>
    public const string Number = @"(#|n\.? ?[º°o]\.?(?!\p{L})|nro\b\.?|n[úu]m(ero)?\b\.?|number\b|num\b\.?|no\b\.?|nr\b\.?|nbr\b\.?)";

    /// <summary>Between a cue and its number: "number is", "no.", "# ", "es el", "reads".</summary>
    public const string Link = @"('s)?(\s{0,2}(" + Number + @"|(id|ids|code|card|policy|plan|member|is|was|show|shows|reads|says|of record|for the patient|of the patient|del paciente|de la paciente|cl[ií]nic[oa]|m[eé]dic[oa]|es|es el|era|con el|now|below)\b\.?)){0,4}\s{0,2}[:#=.(-]{0,2}\s{0,2}#?\s?";

    public const string Value = @"(?<value>(?=[A-Z/-]{0,12}\d)[A-Z0-9]{1,16}([-./][A-Z0-9]{1,12}){0,4}|[A-Z]{1,6} \d[A-Z0-9-]{2,15})(?![A-Z0-9])";

    private const string Ssn = @"(ssn|s\.s\.n\.?|ss ?#|social security|social sec|soc\.? ?sec\b\.?|seguro social)";

    private const string Digits = @"(?<value>\d([ .-]{0,3}\d){8})(?![\d-])";

    private const string Whose = @"((her|his|their|my|your|the|our|a|su|el|la|mi|tu|patient's|\p{L}{1,20}'s)\s)?";

    // A chart or record, and no record that was broken.
    private const string Sure = @"(mrn|m\.r\.n\.?|med(ical)?\.? rec(ord)?s?|(chart|record|patient|file|encounter) (id|" + Number + @")|" + Number + @"( de| del| de la)? (paciente|historia|historial|registro|expediente|episodio|ingreso)( cl[ií]nic[oa]| m[eé]dic[oa])?|nhc|n\.h\.c\.?|historia cl[ií]nica|expediente)";

    [GeneratedRegex(@"\b" + Ssn + Link + Digits, Options)]
    private static partial Regex SsnAhead();

    [GeneratedRegex(@"(?<![\d.-])" + Digits + @"\s{0,2}[,(=:-]?\s?((is|was|es|era)\s)?" + Whose + @"(n[uú]mero de )?(social\b(?! (media|worker|work|distanc))|" + Ssn + ")", Options)]
    private static partial Regex SsnBehind();

    [GeneratedRegex(@"\b(" + Ssn + @"('s)?( number)? (ending|ends|that ends|terminad[oa]|que termina|termina) (in|with|en|con) (?<value>\d{4})|(last (four|4)|[uú]ltimos (cuatro|4))( digits| numbers| d[ií]gitos| n[uú]meros)? (of|de) " + Whose + @"(social\b|" + Ssn + @")( number)?( is| are| son)?[:, ]{0,2}(?<value>\d{4}))(?!\d)", Options)]
    private static partial Regex SsnTail();

    [GeneratedRegex(@"\b((?-i:MR|HC|H\.C\.?)(?=\s{0,2}([:#]|no\b|number))|mr ?#|med(ical)?\.? rec(ord)?s?|mrn|m\.r\.n\.?|nhc|n\.h\.c\.?|chart|(?<!\b(an?|new|track|this|all-time) )records?|file|patient (id|" + Number + @")|(?-i:[Pp]t)\.? (id|" + Number + @")|id number|case (id|file|" + Number + @")|case ?#|visit (id|" + Number + @")|encounter|hospital (id|" + Number + @")|accession|ref(erence)?\.? (code|id|" + Number + @")|expediente|historia cl[ií]nica|" + Number + @"( de| del| de la)? (paciente|historia|historial|registro|caso|referencia|expediente|episodio|ingreso)|paciente " + Number + "|folio)" + Link + Value, Options)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b" + Sure + @"([ ,]{1,2}[\p{L}']{1,15}){1,6} (is|reads|was|says|shows|es|dice|era)\s?[:#]?\s?#?(?<value>[A-Z]{0,3}-?\d[\d-]{4,14})(?![\w-])", Options)]
    private static partial Regex FarAhead();

    [GeneratedRegex(@"(?<![\w.,-])#?(?<value>[A-Z]{0,3}-?\d[\d-]{3,14})(?![\w-])(\s?(is|was|=|es|era)\s" + Whose + Sure + @"|\s?\(" + Sure + @"|\s(mrn|nhc))\b(?! of)", Options)]
    private static partial Regex Behind();

    // "Patient 448213: your refill is ready", "Pt. 448213 no-show".
    [GeneratedRegex(@"\b(patient|(?-i:[Pp]t)\.?|paciente|pte\.?)\s#?(?<value>[A-Z]{0,2}-?\d{5,10})(?![\w-]|[,.]\d)", Options)]
    private static partial Regex OfThePatient();

    [GeneratedRegex(@"\b(hospital|reference|ref)\b", Options)]
    private static partial Regex TakesCalls();

    [GeneratedRegex(@"^(\(?\d{3}[-. )]{1,2})?\d{3}[-. ]\d{4}$", Options)]
    private static partial Regex Telephone();
}
