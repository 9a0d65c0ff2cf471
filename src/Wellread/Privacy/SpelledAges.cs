using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>Ages in words: "ninety-six years old", "a fourteen-year-old", "her ninetieth birthday", "noventa y dos años".</summary>
internal static partial class SpelledAges
{
    public static void Find(string text, List<Mention> found)
    {
        foreach (var (shape, kind) in (ReadOnlySpan<(Regex, MentionKind)>)[(Old(), MentionKind.OldAge), (OldInSpanish(), MentionKind.OldAge), (Any(), MentionKind.Age)])
        {
            for (var match = shape.Match(text); match.Success; match = match.NextMatch()) DateShapes.AddApart(found, new Mention(kind, match.Index, match.Index + match.Length));
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Unit = "(one|two|three|four|five|six|seven|eight|nine)";

    private const string Ninety = @"(ninety([- ]" + Unit + @")?|(one|a) hundred([- ](and )?(" + Unit + @"|ten|eleven|twelve))?)";

    private const string Ninetieth = @"(ninetieth|ninety[- ](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(one )?hundredth|(one )?hundred (and )?(first|second|third|fourth|fifth))";

    private const string NinetySpanish = "(noventa( y (un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|cien|ciento (un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez))";

    [GeneratedRegex(@"\b(" + Ninety + @"[- ]?(years?[- ](old|young)|yrs? old|years of age)|(turn(s|ed|ing)?|celebrat(es|ed|ing)|aged?|(she|he|who)('s| is| was| will be| just turned)) " + Ninety + @"\b(?! (percent|pounds|minutes|days|miles))|" + Ninety + @"(?= and (still|going|counting|never|as))|" + Ninetieth + @" birthday|(a |an |our )?(nonagenarian|(super)?centenarian)s?)\b", Options)]
    private static partial Regex Old();

    [GeneratedRegex(@"\b(" + NinetySpanish + @" a[ñn]os(?! (de (servicio|experiencia|historia|vida)|atr[aá]s))|nonagenari[oa]|(paciente|se[ñn]ora?|abuel[oa]|mujer|hombre|anciana?o?) centenari[oa])\b", Options)]
    private static partial Regex OldInSpanish();

    [GeneratedRegex(@"\b(" + Unit + @"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(twenty|thirty|forty|fifty|sixty|seventy|eighty)([- ]" + Unit + @")?)[- ](years?|months?|weeks?|days?)[- ](old|young)\b", Options)]
    private static partial Regex Any();
}
