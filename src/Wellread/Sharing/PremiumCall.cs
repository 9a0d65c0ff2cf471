using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>A call that costs by the minute, which no practice means to send its patients to: numbers in 900 and 976 (FCC, "900 number" pay-per-call services), or a price per minute.</summary>
internal static partial class PremiumCall
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool IsNamed(string text) => Number().IsMatch(text) || Price().IsMatch(text);

    [GeneratedRegex(@"(?<![\d-])(\+?1[-. ]?)?\(?(900|976)\)?[-. ]\d{3}[-. ]?\d{4}\b|\b1[-. ](900|976)[-. ][\p{Lu}\d]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"([$€£] ?\d[\d.,]*|\b\d[\d.,]* ?([$€£¢]|(cents|dollars|euros?|pence|centavos|céntimos|dólares|pesos|usd)\b)) ?(a|per|each|every|/|por|el|al|cada) ?min(utes?|utos?)?\b", Options)]
    private static partial Regex Price();
}
