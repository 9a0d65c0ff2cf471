using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>Tells that the text below a title of one doubted claim says at once whether it is so: "Myth. There is no age limit.", "Fact: Colds come from viruses."</summary>
internal static partial class Refutation
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool Answers(string title, string first) =>
        !ClaimsMany().IsMatch(title) && (SaysNo().IsMatch(first) || SaysWhatIsSo().IsMatch(first) || (Question.Ends(title) && Yes().IsMatch(first)) || Sentences.TakesBack(first) || Contradicts(title, first));

    /// <summary>"The shot holds no live virus" below "Myth: the shot gives you the flu": of the same thing it says no, and nobody else says it.</summary>
    private static bool Contradicts(string title, string first) =>
        Marked().IsMatch(title) && !Negation().IsMatch(title) && Negation().IsMatch(first) && !Hearsay().IsMatch(first) && Sentences.SharesAWord(first, title);

    [GeneratedRegex(@"\b(myths|mistakes|worst|bad ideas|rumou?rs|mitos|errores|bulos)\b", Options)]
    private static partial Regex ClaimsMany();

    [GeneratedRegex(@"^(myth|false|fiction|no|nope|never|not true|not so|untrue|wrong|incorrect|(it is|it's|it’s|that is|that's|that’s) (a myth|false|not true|wrong)|mito|fals[oa]|mentira|incorrecto|nunca|(esto |eso )?es (un mito|fals[oa]|mentira))\b|\b(retracted|debunked|not true|there is no (proof|evidence)|no hay pruebas|no es cierto)\b", Options)]
    private static partial Regex SaysNo();

    [GeneratedRegex(@"^((the )?(fact|truth|reality)|true|(la )?(verdad|realidad)|hecho|verdadero|cierto)[.:!]", Options)]
    private static partial Regex SaysWhatIsSo();

    [GeneratedRegex(@"^(yes|sí)\b", Options)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(myth|fiction|mito|bulo)\b[^:?]{0,20}[:?]|\b(or|o) (myth|mito|fiction|ficción)[:?]", Options)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\b(no|not|never|cannot|without|\p{L}+n['’]t|nunca|ningún|ninguna|sin|tampoco)\b", Options)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(think|believe|say|says|claims?|heard|hear|told|many|some people|creen?|dicen?|piensan?|muchos|muchas)\b", Options)]
    private static partial Regex Hearsay();
}
