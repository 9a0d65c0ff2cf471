using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>Tells that the text below a title of one doubted claim says at once that it is not so: "Myth. There is no age limit."</summary>
internal static partial class Refutation
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool Answers(string title, string first) => !ClaimsMany().IsMatch(title) && (SaysNo().IsMatch(first) || Sentences.TakesBack(first));

    [GeneratedRegex(@"\b(myths|mistakes|worst|bad ideas|rumou?rs|mitos|errores|bulos)\b", Options)]
    private static partial Regex ClaimsMany();

    [GeneratedRegex(@"^(myth|false|fiction|no|not true|wrong|it is (a myth|false|not true)|mito|falso|es (un mito|falso))\b|\b(retracted|debunked|not true|there is no (proof|evidence)|no hay pruebas|no es cierto)\b", Options)]
    private static partial Regex SaysNo();
}
