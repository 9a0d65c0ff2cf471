using System.Text.RegularExpressions;

namespace Wellread.Articles;

/// <summary>What a title says about the fate of an article.</summary>
internal enum ArticleNotice
{
    None,

    /// <summary>The article was put right: "CORRECTED: …".</summary>
    Corrected,

    /// <summary>It only tells what was wrong with another: "Correction: …", "Erratum".</summary>
    Correction,

    /// <summary>It no longer stands: "Retracted: …", "Expression of concern".</summary>
    Retraction,
}

/// <summary>Reads the notice in a title, in English and Spanish. A publisher's notice stands in front, or in brackets.</summary>
internal static partial class ArticleNotices
{
    /// <summary>What the article's title says, or, where that says nothing, its page and the registry of papers.</summary>
    public static ArticleNotice Of(Article article) => Of(article.Title) switch
    {
        ArticleNotice.None when article.Page is { RetractedAt: not null } => ArticleNotice.Retraction,
        ArticleNotice.None when article.Page?.Headline is { } headline => Of(headline),
        var notice => notice,
    };

    public static ArticleNotice Of(string title)
    {
        if (Retraction().IsMatch(title)) return ArticleNotice.Retraction;
        if (Correction().IsMatch(title)) return ArticleNotice.Correction;
        return Corrected().IsMatch(title) ? ArticleNotice.Corrected : ArticleNotice.None;
    }

    [GeneratedRegex(
        """^\W*(?:(?:retracted(?: article| paper| chapter)?|retraction(?: note| notice)?(?: to| for| of)?|notice of retraction|expression of concern|retractado|retractada|retractación)\b\W*(?:[:\-–—\]]|$)|retraction (?:note|notice|to)\b|expression of concern\b)|[\[(](?:retracted|retraction|retractado|retractada)[\])]|^WITHDRAWN\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Retraction();

    [GeneratedRegex(
        """^\W*(?:(?:publisher|author) correction\b|correction\b\W*(?:[:\-–—\]]|to:|to the|$)|correction to\b|corrigend(?:um|a)\b|errat(?:um|a)\b|clarification\s*[:\-–—]|fe de erratas\b|correcci[oó]n\s*[:\-–—]|rectificaci[oó]n\s*[:\-–—])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correction();

    [GeneratedRegex(
        """^\W*(?:corrected|corregid[oa])\b\W*(?:[:\-–—\]]|version\b)|[\[(](?:corrected|corregid[oa])[\])]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corrected();
}
