using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>Days and ages as they are written, in English and Spanish, and phone numbers, house numbers and ZIP codes.</summary>
internal static partial class DateShapes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>A person is named by an age above it: 45 CFR 164.514(b)(2)(i)(C).</summary>
    public const int OldestThatManyReach = 89;

    public static void Find(string text, List<Mention> found)
    {
        Add(text, found, Phone(), MentionKind.Phone, value => value.Value.Count(char.IsAsciiDigit) >= 7);
        Add(text, found, MonthAndDay(), MentionKind.Date, _ => true);
        Add(text, found, SpanishDay(), MentionKind.Date, _ => true);
        Add(text, found, Numbers(), MentionKind.Date, value => IsDay(value.Value));
        Add(text, found, DayOfMonth(), MentionKind.Date, _ => true);
        Add(text, found, House(), MentionKind.Address, _ => true);
        Add(text, found, Zip(), MentionKind.Zip, _ => true);
        Add(text, found, Room(), MentionKind.Room, _ => true);
        AddAges(text, found, Age());
        AddAges(text, found, Birthday());
        AddAges(text, found, Told());
        SpelledAges.Find(text, found);
        found.RemoveAll(mention => mention.Kind == MentionKind.OldAge && ThingAges.IsOne(text, mention));
    }

    /// <summary>Numbers that cost the caller nothing: they are everybody's.</summary>
    public static void FindFreeLines(string text, List<Mention> found) => Add(text, found, Phone(), MentionKind.Phone, value => IsFree(value.ValueSpan));

    public static bool IsFree(ReadOnlySpan<char> number)
    {
        if (number.ContainsAnyInRange('A', 'Z')) return true;
        var digits = string.Concat(number.ToArray().Where(char.IsAsciiDigit));
        return (digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits) is ['8', '0' or '3' or '4' or '5' or '6' or '7' or '8', var last, ..] and { Length: 10 } && (last == digits[^9] || last == '0');
    }

    private static void Add(string text, List<Mention> found, Regex shape, MentionKind kind, Func<Group, bool> holds)
    {
        for (var match = shape.Match(text); match.Success; match = match.NextMatch())
        {
            var value = match.Groups["value"];
            if (holds(value)) AddApart(found, new Mention(kind, value.Index, value.Index + value.Length));
        }
    }

    private static void AddAges(string text, List<Mention> found, Regex shape)
    {
        for (var match = shape.Match(text); match.Success; match = match.NextMatch())
        {
            var value = match.Groups["value"];
            if (!int.TryParse(value.ValueSpan, out var years) || years > 125) continue;
            var months = match.Value.Contains("month", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("week", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("day", StringComparison.OrdinalIgnoreCase) && !match.Value.Contains("birth", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("mes", StringComparison.OrdinalIgnoreCase);
            if (match.Groups["old"].Success && years <= OldestThatManyReach) continue;
            AddApart(found, new Mention(years > OldestThatManyReach && !months ? MentionKind.OldAge : MentionKind.Age, match.Index, match.Index + match.Length));
        }
    }

    /// <summary>Adds a mention unless an earlier one has its place.</summary>
    public static void AddApart(List<Mention> found, Mention mention)
    {
        if (!found.Exists(earlier => mention.Start < earlier.End && earlier.Start < mention.End)) found.Add(mention);
    }

    // 3/14, 3/14/2026, 2026-03-14, 14.3.2026; not 130/80 and not 1/2.
    private static bool IsDay(string value)
    {
        var parts = value.Split('/', '-', '.').Select(part => int.TryParse(part, out var number) ? number : 0).ToArray();
        if (parts[0] > 1900) return parts.Length == 3 && parts[1] is >= 1 and <= 12 && parts[2] is >= 1 and <= 31;
        if (parts.Length == 2) return value.Contains('/', StringComparison.Ordinal) && ((parts[0] is >= 1 and <= 12 && parts[1] is >= 1 and <= 31 && parts[0] + parts[1] > 3) || (parts[0] is >= 1 and <= 12 && parts[1] > 1900));
        return parts[0] is >= 1 and <= 31 && parts[1] is >= 1 and <= 31 && (parts[0] <= 12 || parts[1] <= 12) && parts[2] > 0;
    }

    public const string Month = @"(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    public const string SpanishMonth = "(enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)";

    [GeneratedRegex(@"(?<![\d-])(?<value>(\+\d{1,3}[-. ]?)?(1[-. ]?)?(\(\d{3}\) ?|\d{3}[-. ]?)\d{3}[-. ]\d{4}|1-8\d\d-[A-Z0-9-]{7,12}|\d{3}-\d{4}|\+\d{1,3}[ -]?\d{9,11}|(?<=(phone|cell|tel|mobile|fax|tel[eé]fono|celular)\W{1,3})\d{10})(?![\d-])", Options)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?<value>" + Month + @"\.? ?\d{1,2}(st|nd|rd|th)?\b(,? ?('\d{2}|\d{4}))?|" + Month + @"\.?,? (19|20)\d{2}|\d{1,2}(st|nd|rd|th)? (of )?" + Month + @"\.?( \d{4})?|\d{1,2}-" + Month + @"-\d{2,4})(?!\w)", Options)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\b(?<value>\d{1,2}º? de " + SpanishMonth + @"( del? \d{4})?|" + SpanishMonth + @" (de |del )?\d{4})\b", Options)]
    private static partial Regex SpanishDay();

    [GeneratedRegex(@"(?<![\w/.-])(?<value>\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/(\d{4}|\d{1,2}))(?![\w/-]|\.\d)", Options)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(on|for|since|until|from) the (?<value>\d{1,2}(st|nd|rd|th))\b(?! (street|floor|grade|ave|avenue|annual|anniversary|birthday|century|year|percentile))", Options)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"(?<value>\b\d{1,5} ((N|S|E|W|North|South|East|West)\.? )?([A-Z0-9][\w']{0,20} ){1,3}(Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Terrace|Circle|Highway|Hwy|Trail|Parkway|Pkwy)\b\.?(,? (Apt|Unit|Suite|Ste|#)\.? ?\w{1,6})?|\b((County|State|Ranch|Farm) (Road|Rd)|Route|Rte|Highway|Hwy) \d{1,4}\b|\b([Cc]alle|[Aa]venida|[Cc]arretera|[Cc]amino|[Bb]ulevar) ([A-Z][\wáéíóúñ]{0,20} ){1,4}(#|n[uú]mero |no\. )?\d{1,5})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex House();

    [GeneratedRegex(@"\b(zip|zip ?code|código postal|codigo postal|c\.p\.)\b( is| es|:)? ?(?<value>\d{5}(-\d{4})?)\b|\b[A-Z]{2},? (?<value>\d{5})\b", Options)]
    private static partial Regex Zip();

    [GeneratedRegex(@"\b(?<value>(room|bed|exam|exam room|bay|chair|cama|cuarto|habitación) ?#?\d{1,4}[A-D]?|(?<=\bin )\d{1,3}[A-D])\b", Options)]
    private static partial Regex Room();

    [GeneratedRegex(@"\b(age|aged|edad)[: ] ?(?<value>\d{1,3})\b(?! (to|and|or|y|o|a) )|\b(?<value>\d{1,3})[- ]?(years?[- ]old|years young|yo\b|y/o|y\.o\.?|[MF]\b|yr[- ]old|yrs? old|(months?|weeks?|days?)[- ]old|años de edad|years of age)|\bde (?<value>\d{1,3}) (años|meses)\b|(?=\d)(?<=\p{L}, )(?<value>\d{1,2})(?=,)|(?=\d)(?<=\p{Ll}\p{Ll}, )(?<value>\d{1,3})(?=\.(\s|$)| today\b| hoy\b| años\b(?! de (servicio|experiencia|trabajo|vida)))", Options)]
    private static partial Regex Age();

    // "She's 92", "Dad will be 90", "at 101, she", "tiene 95 años": bare figures, so only where they can be no weight or pulse.
    [GeneratedRegex(@" (?<value>9\d|1[01]\d)\b(?<=\b(she|he|who|mom|mother|dad|father|grand(ma|pa|mother|father)|patient|lady|gentleman|woman|man|miss \w{2,20}|mrs?\.? \w{2,20}|doña \w{2,20}|don \w{2,20})('s|'ll be| is| was| will be| is now| is almost| will turn| just turned| turned| is a young)(?<old>) \d{2,3})(?! ?(%|percent|pounds|lbs?|kilos|kg|minutes|hours|days|weeks|months|degrees|over|th\b|st\b|nd\b|rd\b|/))|(?=9|1)(?<=\b[Aa]t )(?<old>)(?<value>9\d|1[01]\d)(?=, (she|he|our|this)\b)|(?=9|1)(?<=\b(tiene|cumple|cumplió|cumplir|con) (ya |sus )?)(?<old>)(?<value>9\d|1[01]\d) años\b(?! (de|en|con) (servicio|experiencia|vida|trabajo|historia))|\b(?<value>9\d|1[01]\d)[- ]?(?<old>)y(ea)?rs?[- ](old|young)\b", Options)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(turn(s|ed|ing)|celebrat(es|ed|ing)|cumpl(e|ió|iendo)|celebra|happy|feliz) (her |his |sus? )?(?<value>\d{2,3})(th|st|nd|rd)?\b(?!:|%| (am|pm|a\.m|p\.m|percent|minutes|hours|days|weeks|months|lb|pounds|years (of|with|in|at|as|serving|since)|años (de|con|en)))|\b(?<value>\d{2,3})(th|st|nd|rd)? (birthday|cumpleaños)", Options)]
    private static partial Regex Birthday();
}
