using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Scoring;

/// <summary>
/// Cuts from title and text what says who published rather than how it reads: "… - Outlet", "LONDON (Reuters) - ", "BACKGROUND:", and a journal's
/// "J Abbrev. 2021 … doi: …". Cuts only, so that no text is copied.
/// </summary>
internal static partial class TextTrimming
{
    private const int SearchLength = 400;

    // Characters of a journal's name behind its first letter.
    private const int LongestJournal = 80;

    /// <summary>The title without the outlet's name behind a bar or dash.</summary>
    public static ReadOnlySpan<char> Title(ReadOnlySpan<char> title)
    {
        title = title.Trim();
        if (!HasDash(title)) return title;
        foreach (var match in OutletSuffix().EnumerateMatches(title))
        {
            var head = title[..match.Index].TrimEnd();
            if (WordCount(head) >= 3) return head;
        }
        return title;
    }

    /// <summary>The text without what stands before its first sentence. <paramref name="journal"/> says whether that was a journal's citation.</summary>
    public static ReadOnlySpan<char> Text(ReadOnlySpan<char> text, out bool journal)
    {
        text = text.Trim();
        journal = false;
        if (MayStartWithCitation(text))
        {
            foreach (var match in Citation().EnumerateMatches(Start(text)))
            {
                journal = true;
                text = text[(match.Index + match.Length)..].TrimStart();
                break;
            }
        }
        if (MayStartWithDateline(text) && HasDash(Start(text)))
        {
            foreach (var match in Dateline().EnumerateMatches(Start(text)))
            {
                text = text[(match.Index + match.Length)..];
                break;
            }
        }
        if (!MayStartWithLabel(text)) return text;
        foreach (var match in SectionLabel().EnumerateMatches(Start(text)))
        {
            text = text[(match.Index + match.Length)..];
            break;
        }
        return text;
    }

    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, SearchLength)];

    // Before each expression a quick look whether it can match at all: on most texts none does.
    private static readonly SearchValues<char> Dashes = SearchValues.Create("|-–—");

    // The journal's name goes to the first comma at the latest, and what follows it has few beginnings. Looking for its marks anywhere in the text takes six times as long.
    private static bool MayStartWithCitation(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("Publication date:")) return true;
        if (text.IsEmpty || !char.IsAsciiLetterUpper(text[0])) return false;
        for (var at = 1; at < text.Length && at <= LongestJournal + 1; at++)
        {
            var next = text[at..Math.Min(text.Length, LongestJournal + 2)].IndexOfAny(',', '.');
            if (next < 0) return false;
            at += next;
            if (text[(at + 1)..].TrimStart() is ['E' or 'A' or 'V', ..] or ['1', '9', ..] or ['2', '0', ..]) return true;
            if (text[at] == ',') return false;
        }
        return false;
    }

    private static bool HasDash(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOfAny(Dashes) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (at + 1 < rest.Length && char.IsWhiteSpace(rest[at + 1])) return true;
        }
        return false;
    }

    // A capital and no small letter, a bracket, or one word before a long dash.
    private static bool MayStartWithDateline(ReadOnlySpan<char> text) =>
        text is ['(', ..] || (text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && (!char.IsAsciiLetterLower(text[1]) || Start(text).Contains('—')));

    private static bool MayStartWithLabel(ReadOnlySpan<char> text) =>
        text is ['A', 'B' or 'b' or 'I' or 'i', ..] or ['B', 'A' or 'a', ..] or ['O', 'B' or 'b', ..] or ['P', 'U' or 'u', ..]
            or ['I', 'N' or 'n' or 'M' or 'm', ..] or ['C', 'O' or 'o', ..] or ['D', 'E' or 'e', ..] or ['M', 'E' or 'e', ..];

    private static int WordCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.Split(' ')) count++;
        return count;
    }

    [GeneratedRegex(@"\s+(?:\|\s+[^|]{2,40}|[-–—]\s+(?:(?:The\s+)?[A-Z][\w&'.]*(?:\s+(?:of\s+|and\s+|&\s+)?[A-Z][\w&'.]*){0,2}|[a-z]+\.(?:com|org|net|co\.uk)))$")]
    private static partial Regex OutletSuffix();

    [GeneratedRegex(
        @"^(?:Publication date:.{0,60}?Source:[^\n]{0,160}?(?:Author\(s\):.*|$)"
        + @"|[A-Z][\w .:&()-]{1,80}?[,.]\s*(?:EarlyView|Early View|Ahead of Print|Volume \d+.*?(?:\d{4}|$))\.?"
        + @"|[A-Z][\w .:&()-]{1,80}?\. (?:19|20)\d\d\b.{0,80}?\bdoi:?\s*\S+(?:\s*(?:Epub [^.]*\.|Online ahead of print\.))*(?:\s*ABSTRACT)?)",
        RegexOptions.Singleline)]
    private static partial Regex Citation();

    [GeneratedRegex(@"^(?:[A-Z][A-Z .,'/]{2,40}(?:,[^()–—]{1,30})?\s*(?:\([^)]{2,60}\)|/[A-Za-z]+/)?|\([A-Z][\w ]{2,30}\)|[A-Z]\w+ ?—)\s*[-–—]+\s+")]
    private static partial Regex Dateline();

    [GeneratedRegex(
        @"^(?:(?:ABSTRACT|Abstract)\s*(?:[:.]|--|[-–—])?\s*)?(?:(?:BACKGROUND|OBJECTIVES?|AIMS?|PURPOSE|INTRODUCTION|IMPORTANCE|CONTEXT|DESIGN|METHODS?)(?: AND \w+)?"
        + @"|(?:Background|Objectives?|Aims?|Purpose|Introduction|Importance|Context|Design|Methods?)(?: and \w+)?(?=\s*[:.]|\s+[A-Z]))\s*(?:[:.]|--|[-–—])?\s+"
        + @"|^(?:ABSTRACT|Abstract)\s+(?=[A-Z])")]
    private static partial Regex SectionLabel();
}
