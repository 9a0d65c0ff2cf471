using System.Buffers;
using System.Text.RegularExpressions;
using Wellread.Feeds.Parsing;

namespace Wellread.Articles;

/// <summary>Which article a notice that came as an item of its own is about, by its words alone. Pure.</summary>
/// <param name="Titles">How that article may be titled, each as <see cref="NoticeSubjects.Words"/> gives it.</param>
/// <param name="Doi">The paper's identifier; null where the notice names none.</param>
internal sealed record NoticeSubject(IReadOnlyList<string> Titles, string? Doi);

/// <summary>Reads it from "Retraction: TITLE", "Correction to “TITLE” [Journal 12 (2026) 1-9]" and from "[This corrects the article DOI: …]".</summary>
internal static partial class NoticeSubjects
{
    /// <summary>Shorter titles, such as "News in brief", are given to many articles.</summary>
    private const int FewestWords = 4;

    /// <summary>What every notice has a part of, to pass over nearly all other titles at once.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["retra", "correc", "corrig", "corregid", "errat", "concern", "withdraw", "remov", "clarif", "rectif", "preocupaci", "inquietud"], StringComparison.OrdinalIgnoreCase);

    private const char Within = '\u0001';
    private const char Between = '\0';

    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(code => FoldedOf((char)code))];

    /// <summary>What the title says, read only where it may say anything.</summary>
    public static ArticleNotice NoticeIn(string title) => title.AsSpan().ContainsAny(Hints) ? ArticleNotices.Of(title) : ArticleNotice.None;

    public static NoticeSubject Of(Article notice)
    {
        var rest = Lead().Replace(notice.Title, "");
        string[] titles = [rest, Tail().Replace(rest, ""), .. Quoted().Matches(rest).Select(match => match.Groups["title"].Value)];
        var named = Named().Match(notice.Summary);
        return new NoticeSubject(
            rest == notice.Title && Tail().Replace(rest, "") == rest ? [] : [.. titles.Select(Words).Where(words => words.Count(letter => letter == ' ') >= FewestWords - 1).Distinct(StringComparer.Ordinal)],
            named.Success ? DigitalObjectIdentifier.Find(named.Groups["doi"].Value) : null);
    }

    /// <summary>A title's words in lower case, without accents and punctuation, one blank between them: two titles with the same words are the same.</summary>
    public static string Words(string title)
    {
        var words = FoldedWords.From(title);
        return string.Join(' ', Enumerable.Range(0, words.Count).Select(i => words[i].ToString()).Where(word => word.Length > 0));
    }

    /// <summary>The same for all titles with the same <see cref="Words"/>, and hardly ever for others (FNV-1a). Nothing is made for it.</summary>
    public static ulong Hash(ReadOnlySpan<char> title)
    {
        const ulong Prime = 1099511628211ul;
        var (hash, isBetween, any) = (14695981039346656037ul, false, false);
        foreach (var character in title)
        {
            var letter = character < Ascii.Length ? Ascii[character] : FoldedOf(character);
            if (letter == Within) continue;
            if (letter == Between)
            {
                isBetween = any;
                continue;
            }

            if (isBetween) hash = unchecked((hash ^ ' ') * Prime);
            (isBetween, any) = (false, true);
            hash = unchecked((hash ^ letter) * Prime);
        }

        return hash;
    }

    /// <summary>A letter or digit as <see cref="FoldedWords"/> has it, or what stands between or within words.</summary>
    private static char FoldedOf(char character) =>
        char.IsLetterOrDigit(character) ? FoldedWords.Fold(character) : character is '\'' or '’' or '´' or '\u0301' ? Within : Between;

    [GeneratedRegex(
        """^\W*(?:(?:editorial|editor['’]?s?['’]?|publisher['’]?s?['’]?|author['’]?s?['’]?|temporary|partial(?:ly)?|partly|part|parcialmente)\s+)*(?:(?:note|notice|nota)\s+(?:of|de)\s+)?(?:retracted|retraction|withdrawn|removed|removal|expressions?\s+of\s+concern|corrections?|corrected|corrigend(?:um|a)|errat(?:um|a)|clarification|fe\s+de\s+erratas|retractad[oa]|retractaci[oó]n|retracci[oó]n|correcci[oó]n|corregid[oa]|rectificaci[oó]n|expresi[oó]n\s+de\s+(?:preocupaci[oó]n|inquietud))(?:\s+(?:article|paper|chapter|note|notice|parcial|version|of\s+part|in\s+part))*(?:\s+(?:to|for|of|on|regarding))?\b\W*""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    /// <summary>Where it came out, or the notice itself, in brackets behind the title.</summary>
    [GeneratedRegex("""\s*[\[(][^\[\]()]*(?:\([^()]*\)[^\[\]()]*)*[\])]\W*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex("""“(?<title>[^”]+)”|"(?<title>[^"]+)"|«(?<title>[^»]+)»|‘(?<title>[^’]+)’(?!\w)""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        """\b(?:corrects|retracts|corrected|retracted|retraction (?:of|to)|correction (?:of|to)|corrigendum to|erratum (?:to|for|in))\W{1,3}(?:(?:the|this) )?(?:original )?(?:article|paper|study)?\W{0,3}(?:doi\W{0,2})?(?:https?://(?:dx\.)?doi\.org/)?(?<doi>10\.\d{4,9}/[^\s\]]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
