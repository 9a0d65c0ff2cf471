using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wellread.Suggestions.Rules;

/// <summary>The ages that a text says it is for: "adults 50 and older", "people over 65", "mayores de 60 años". In English and Spanish. Pure.</summary>
internal static partial class NamedAges
{
    private const int Oldest = 100;

    private static readonly SearchValues<string> Hints =
        SearchValues.Create(["older", "over", "and up", "or up", "above", "mayor", "años", "a partir de"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The lowest age from which it is for people; null where it names none. What is for babies of some months is for all ages.</summary>
    public static int? From(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints)) return null;
        int? lowest = null;
        foreach (Match found in AgeAndOlder().Matches(text))
        {
            var age = found.Groups["months"].Success ? 0 : int.Parse(found.Groups["age"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (age <= Oldest && !(age >= lowest)) lowest = age;
        }
        return lowest;
    }

    [GeneratedRegex(
        """\b(?<age>\d{1,3})(?<months>[\s-]+(?:months?|weeks?))?(?:[\s-]+years?(?:[\s-]+old)?(?:\s+of\s+age)?)?\s+(?:and|or)\s+older\b|\b(?:ages?|aged)\s+(?<age>\d{1,3})(?:\s+years)?\s+(?:and|or)\s+(?:over|up|above)\b|\b(?<age>\d{1,3})[\s-]+years?(?:[\s-]+old)?(?:\s+of\s+age)?\s+(?:and|or)\s+(?:over|up|above)\b|\b(?:adults|people|persons|women|men|patients|those|everyone|anyone|anybody|all)\s+(?:who\s+are\s+)?(?:aged?\s+|ages\s+)?(?:over|above|older\s+than)\s+(?:the\s+age\s+of\s+|age\s+)?(?<age>\d{1,3})\b(?!\s*(?:%|percent|per\s+cent|people|million|thousand|pounds|kg|countries|states|hours|minutes|days|weeks))|\b(?<age>\d{1,3})(?:(?<months>\s+(?:meses|semanas))|\s+años)(?:\s+de\s+edad)?\s+(?:y|o)\s+(?:más|mayores)\b|\bmayores\s+de\s+(?:los\s+)?(?<age>\d{1,3})(?<months>\s+(?:meses|semanas))?\b|\ba\s+partir\s+de\s+los\s+(?<age>\d{1,3})(?<months>\s+(?:meses|semanas))?(?:\s+años)?\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgeAndOlder();
}
