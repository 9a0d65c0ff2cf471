using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Articles;

/// <summary>
/// Reads the notice that a publisher puts into an article's own text, in English and Spanish: "Editor's note: this study has been retracted", "Correction: An earlier version of this
/// article misstated …". News of another paper's retraction is none.
/// </summary>
internal static partial class TextNotices
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(["retract", "withdrawn", "correct", "earlier version", "previous version", "errat", "clarification",
        "retirado", "retirada", "correcci", "rectificaci", "versión anterior"], StringComparison.OrdinalIgnoreCase);

    public static ArticleNotice Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints)) return ArticleNotice.None;
        if (Retraction().IsMatch(text)) return ArticleNotice.Retraction;
        return Correction().IsMatch(text) ? ArticleNotice.Corrected : ArticleNotice.None;
    }

    [GeneratedRegex(
        """(?:(?:^|[.!?…\n]\s*)\W*(?:editor['’]?s?['’]?\s+note|update|note|nota (?:del editor|de la redacción)|actualización)\s*[:\-–—][^.!?\n]{0,40}?\b(?:this|the|este|el) (?:study|article|paper|research|trial|story|report|estudio|artículo)\b[^.!?\n]{0,40}?|\b(?:this|our) (?:article|story|post|page|report)[^.!?\n]{0,30}?|\beste (?:artículo|texto|reportaje)[^.!?\n]{0,30}?)\b(?:has been|was|were|have been|is|ha sido|fue) (?:now |since )?(?:retracted|withdrawn|retractad[oa]|retirad[oa])\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Retraction();

    [GeneratedRegex(
        """(?:^|[.!?…\n]\s*)\W*(?:correction|corrections|clarification|fe de erratas|erratum|corrección|rectificación)(?: \([^)]{1,40}\)|,? \w+\.? \d{1,2}(?:, \d{4})?)?\s*[:\-–—]|\b(?:an earlier|a previous|the original) version of (?:this|the) (?:article|story|post|page|report|headline)\b|\b(?:this|our) (?:article|story|post|page|report) (?:has been|was) (?:updated to correct|corrected)\b|\b(?:una|la) versión anterior de este (?:artículo|texto|reportaje)\b|\beste (?:artículo|texto) (?:ha sido|fue) corregido\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correction();
}
