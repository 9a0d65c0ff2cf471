using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>A title without what its site left on it: the name of a section in front, a mark set twice, a question that begins small.</summary>
internal static partial class TitleTidy
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static string Of(string title)
    {
        var words = DoubledMark().Replace(Section().Replace(title, ""), "$1");
        return SmallQuestion().IsMatch(words) ? $"{char.ToUpperInvariant(words[0])}{words[1..]}" : words;
    }

    [GeneratedRegex(@"^((science|health|medical|wellness|lifestyle|world|latest|top) news|news|health|wellness|fitness|lifestyle|explained|explainer|coronavirus|covid-19|noticias|salud) \| (?=\S)", Options)]
    private static partial Regex Section();

    [GeneratedRegex(@"([?!])\1+", Options)]
    private static partial Regex DoubledMark();

    [GeneratedRegex(@"^(what|how|why|when|where|which|who|can|does|do|is|are|should) [^?]+\?$", RegexOptions.CultureInvariant)]
    private static partial Regex SmallQuestion();
}
