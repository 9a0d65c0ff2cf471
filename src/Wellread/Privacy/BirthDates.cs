using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>Dates of birth in all orders, in figures and in words, in English and Spanish: behind "DOB", behind "born", in front of "is her birthday".</summary>
internal static partial class BirthDates
{
    /// <summary>Who was born before has been dead for long.</summary>
    private const int Living = 1910;

    public static void Find(string text, List<Mention> found)
    {
        Add(text, found, Stated());
        Add(text, found, Told());
        // A day can begin anywhere, so it is looked for only where what tells of a birth stands behind it.
        for (var cue = BehindCue().Match(text); cue.Success; cue = cue.NextMatch())
        {
            var start = Math.Max(0, cue.Index - DayReach);
            while (start > 0 && start < cue.Index && char.IsLetterOrDigit(text[start - 1])) start++;
            Add(text[start..(cue.Index + cue.Length)], found, Behind(), start);
        }
    }

    /// <summary>Whether it is told as a story, "born on …", and may so be anybody's; "DOB: …" is always of one who is on file.</summary>
    public static bool IsTold(string text, Mention date) => Telling().IsMatch(text.AsSpan(Math.Max(0, date.Start - CueReach), Math.Min(CueReach, date.Start)));

    private const int CueReach = 32;

    private const int DayReach = 72;

    private static void Add(string text, List<Mention> found, Regex shape, int offset = 0)
    {
        for (var match = shape.Match(text); match.Success; match = match.NextMatch())
        {
            var value = match.Groups["value"];
            if (Year().Match(value.Value) is { Success: true } year && int.Parse(year.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) < Living) continue;
            DateShapes.AddApart(found, new Mention(MentionKind.BirthDate, offset + value.Index, offset + value.Index + value.Length));
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Spelled = "((twenty|thirty)[- ])?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";

    private const string SpelledSpanish = "(primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|veinti[a-zéó]{3,6}|treinta( y uno)?)";

    private const string OfYear = @"(,? ?(of |in |de |del )?('?\d{2}\b|\d{4}\b))?";

    private const string Day = @"(?<value>(\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
        + "|" + DateShapes.Month + @"\b\.?,?[ -](the )?(\d{1,2}(st|nd|rd|th)?\b|" + Spelled + ")" + OfYear
        + @"|(the )?(\d{1,2}(st|nd|rd|th)?|" + Spelled + ")( day)?( of)?[ -]" + DateShapes.Month + @"\b\.?[-,]?" + OfYear
        + @"|(\d{1,2}(º|\.º|ro|\.)?|" + SpelledSpanish + ")( de|-| del mes de)?[ -]?" + DateShapes.SpanishMonth + @"\b,?" + OfYear
        + "|" + DateShapes.SpanishMonth + @" \d{1,2}\b" + OfYear + ")";

    private const string Cue = @"(dob|d\.o\.b\.?|d/o/b|date of birth|birth[ -]?date|fecha de nac(imiento|\.)?|f\. ?(de )?nac(imiento|\.)?|fec\. ?nac\.?|fdn|f\.n\.|(?-i:FN)(?=:))";

    [GeneratedRegex(@"\b" + Cue + @"('s)?( (on|in) (the |her |his |our )?(chart|file|record|form|bracelet)| en (el |su )?(expediente|archivo))?( (is|was|of|listed as|reads|shows|given as|es|era|del?|el))*\s{0,2}[:=(-]?\s{0,2}(el )?" + Day, Options)]
    private static partial Regex Stated();

    [GeneratedRegex(@"\b(?=born|nac|birthday|cumplea)(?<!\b(people|adults|anyone|everyone|those|babies|children|kids|patients|women|men|americans|girls|boys|infants|newborns|if you were|clinic was|hospital was|practice was|office was|company was|idea was|team was|personas|adultos|beb[eé]s|ni[ñn][oa]s|pacientes|mujeres|hombres) )(born( here)?( on)?,?( \w{3,6}day,?)?( the)?|nac(i[oó]|id[oa])( aqu[ií])?( el)?( d[ií]a| \w{5,9},)?|(birthday|cumplea[ñn]os)( is| was| falls| es)( on| el)?) " + Day, Options)]
    private static partial Regex Told();

    [GeneratedRegex(Day + @"\s{0,2}(\(|(,? ?(is|was|es) (her|his|their|the patient's|su|la) ))(" + Cue + @"|birthday|cumplea[ñn]os)", Options)]
    private static partial Regex Behind();

    [GeneratedRegex("(" + Cue + @"|birthday|cumplea[ñn]os)", Options)]
    private static partial Regex BehindCue();

    [GeneratedRegex(@"\b(born|nac(i[oó]|id[oa])|birthday|cumplea[ñn]os)\b[^.!?]{0,22}$", Options)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\d{4}", Options)]
    private static partial Regex Year();
}
