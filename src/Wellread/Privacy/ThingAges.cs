using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>An age that is nobody's: of a clinic, a building, a tradition.</summary>
internal static partial class ThingAges
{
    private const int Reach = 64;

    public static bool IsOne(string text, Mention age)
    {
        var before = text[Math.Max(0, age.Start - Reach)..age.Start];
        return Owner().IsMatch(before) || Thing().IsMatch(text.AsSpan(age.End, Math.Min(Reach, text.Length - age.End)));
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Things = @"(clinic|hospital|office|practice|building|company|cent(er|re)|department|church|school|college|university|town|city|county|state|program|foundation|association|society|organi[sz]ation|house|home|mansion|tradition|event|hotline|pharmacy|lab|library|bridge|tree|museum|station|club|team|business|firm|brand|vaccine|drug|technique|cl[ií]nica|consultorio|oficina|edificio|centro|iglesia|escuela|colegio|universidad|fundaci[oó]n|asociaci[oó]n|organizaci[oó]n|ciudad|pueblo|programa|empresa|farmacia|biblioteca|museo|sociedad|instituto|institute)";

    [GeneratedRegex(@"\b(" + Things + @"|we|nosotros)('s|'re)?(\s(is|was|are|turns?|turned|just|has|have|been|will|be|turn|celebrates?|celebrated|celebrating|reached|es|est[aá]|tiene|tenemos|ya|cumple|cumpli[oó]|cumplimos|cumplir[aá]|celebra|celebr[oó]|celebramos|here|for|this year|today|now|hoy|este a[nñ]o|its|sus?|nuestros?|hace|desde)){0,5}\s*$", Options)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^[- ](\w{1,12} )?" + Things + @"\b", Options)]
    private static partial Regex Thing();
}
