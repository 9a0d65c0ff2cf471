using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>Ages in words: "ninety-six years old", "a fourteen-year-old", "noventa y dos años".</summary>
internal static partial class SpelledAges
{
    public static void Find(string text, List<Mention> found)
    {
        foreach (var (shape, kind) in (ReadOnlySpan<(Regex, MentionKind)>)[(Old(), MentionKind.OldAge), (Any(), MentionKind.Age)])
        {
            for (var match = shape.Match(text); match.Success; match = match.NextMatch()) DateShapes.AddApart(found, new Mention(kind, match.Index, match.Index + match.Length));
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Unit = "(one|two|three|four|five|six|seven|eight|nine)";

    [GeneratedRegex(@"\b((ninety|one hundred|a hundred)([- ](and )?" + Unit + @")?[- ]?(years?[- ](old|young)|yrs? old)|(turn(s|ed)|celebrat(es|ed)) (ninety|one hundred|a hundred)([- ](and )?" + Unit + @")?|(noventa y (uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)|cien|ciento (uno|dos|tres|cuatro|cinco)) años)\b", Options)]
    private static partial Regex Old();

    [GeneratedRegex(@"\b(" + Unit + @"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(twenty|thirty|forty|fifty|sixty|seventy|eighty)([- ]" + Unit + @")?)[- ](years?|months?|weeks?|days?)[- ](old|young)\b", Options)]
    private static partial Regex Any();
}
