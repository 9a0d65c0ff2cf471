using System.Text.RegularExpressions;

namespace Wellread.Articles;

/// <summary>What a title says about the fate of an article; the later ones weigh more.</summary>
internal enum ArticleNotice
{
    None,

    /// <summary>The article was put right: "CORRECTED: …".</summary>
    Corrected,

    /// <summary>It only tells what was wrong with another: "Correction: …", "Erratum".</summary>
    Correction,

    /// <summary>Its publisher warns that it may not be right: "Expression of concern: …".</summary>
    Concern,

    /// <summary>A part of it no longer stands: "Partial retraction: …".</summary>
    PartialRetraction,

    /// <summary>It no longer stands: "Retracted: …".</summary>
    Retraction,
}

/// <summary>Reads the notice in a title, in English and Spanish. A publisher's notice stands in front, or in brackets.</summary>
internal static partial class ArticleNotices
{
    /// <summary>The gravest of what the article's title, its page, the registry of papers and an item of its own say.</summary>
    public static ArticleNotice Of(Article article)
    {
        var notice = Of(article.Title, article.Summary);
        if (article.Fate is { } fate && fate.AsTitle > notice) notice = fate.AsTitle;
        return article.Page?.Headline is { } headline && Of(headline) is var said && said > notice ? said : notice;
    }

    /// <summary>The graver one of what a title and its text say.</summary>
    public static ArticleNotice Of(string title, string text)
    {
        var (ofTitle, ofText) = (Of(title), TextNotices.Of(text));
        return ofText > ofTitle ? ofText : ofTitle;
    }

    public static ArticleNotice Of(string title)
    {
        if (PartialRetraction().IsMatch(title)) return ArticleNotice.PartialRetraction;
        if (Retraction().IsMatch(title)) return ArticleNotice.Retraction;
        if (Concern().IsMatch(title)) return ArticleNotice.Concern;
        if (Correction().IsMatch(title)) return ArticleNotice.Correction;
        return Corrected().IsMatch(title) ? ArticleNotice.Corrected : ArticleNotice.None;
    }

    [GeneratedRegex(
        """^\W*(?:(?:partial|part) retraction\b|retraction (?:of part|in part)\b|partially retracted\b|partly retracted\b|retractaci[oó]n parcial\b|retracci[oó]n parcial\b|(?:parcialmente retractado|parcialmente retractada)\b)(?:\W*$|\W*[:\-–—\]]|\s+(?:to|for|note|notice)\b)|[\[(](?:partial retraction|part(?:ial)?ly retracted|retracci[oó]n parcial|retractaci[oó]n parcial)[\])]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartialRetraction();

    [GeneratedRegex(
        """^\W*(?:(?:retracted(?: article| paper| chapter)?|retraction(?: note| notice)?(?: to| for| of)?|notice of retraction|retractado|retractada|retractaci[oó]n)\b\W*(?:[:\-–—\]]|$)|retraction (?:note|notice|to)\b|(?:withdrawn|(?:temporary )?removal|removed)(?: article| paper)?\s*(?:[:\]]|$))|[\[(](?:retracted|retraction|retractado|retractada|withdrawn)[\])]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Retraction();

    [GeneratedRegex(
        """^\W*(?:(?:editorial |editor(?:['’]?s?['’]?) |publisher(?:['’]?s?['’]?) )?(?:note of |notice of )?expressions? of concern(?:\s*$|\W*[:\-–—\]]|\s+(?:to|for|on|regarding|notice)\b)|(?:nota de )?expresi[oó]n de (?:preocupaci[oó]n|inquietud)\b)|[\[(]expression of concern[\])]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Concern();

    [GeneratedRegex(
        """^\W*(?:(?:publisher|author) correction\b|correction\b\W*(?:[:\-–—\]]|to:|to the|$)|correction to\b|corrigend(?:um|a)\b|errat(?:um|a)\b|clarification\s*[:\-–—]|fe de erratas\b|correcci[oó]n\s*[:\-–—]|rectificaci[oó]n\s*[:\-–—])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correction();

    [GeneratedRegex(
        """^\W*(?:corrected|corregid[oa])\b\W*(?:[:\-–—\]]|version\b)|[\[(](?:corrected|corregid[oa])[\])]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corrected();
}
