using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>A title without what its site left on it: the name of a section in front, a mark set twice, a question that begins small.</summary>
internal static partial class TitleTidy
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A title without web and mail addresses, which a network would make a link to somebody else's page.</summary>
    public static string WithoutLinks(string title) => Blanks().Replace(Address().Replace(title, " "), " ").Trim();

    public static bool HasLink(string text) => Address().IsMatch(text);

    public static string Of(string title)
    {
        var words = DoubledMark().Replace(Section().Replace(title, ""), "$1");
        return SmallQuestion().IsMatch(words) ? $"{char.ToUpperInvariant(words[0])}{words[1..]}" : words;
    }

    [GeneratedRegex(@"^((science|health|medical|wellness|lifestyle|world|latest|top) news|news|health|wellness|fitness|lifestyle|explained|explainer|coronavirus|covid-19|noticias|salud) \| (?=\S)", Options)]
    private static partial Regex Section();

    [GeneratedRegex(@"\S*(://|\bwww\.)\S*|[\w.+-]+@[\w-]+\.\w\S*", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"([?!])\1+", Options)]
    private static partial Regex DoubledMark();

    [GeneratedRegex(@"^(what|how|why|when|where|which|who|can|does|do|is|are|should) [^?]+\?$", RegexOptions.CultureInvariant)]
    private static partial Regex SmallQuestion();
}
