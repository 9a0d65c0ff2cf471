using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Articles;

/// <summary>What publishing systems add to every item of a feed, in English and Spanish. It says nothing about the article.</summary>
internal static partial class Boilerplate
{
    private const int MaxWholeLine = 300;
    private const int MaxTail = 700;

    /// <summary>What any of the patterns for an end of a line needs. Nearly every line has none, and costs no pattern.</summary>
    private static readonly SearchValues<string> Triggers = SearchValues.Create(
        ["the post", "la entrada", "el post", "el artículo", "el cargo", "reading", "read ", "learn more", "find out", "click here", "see more", "view original", "leer", "leyendo", "más información", "full story", "[", "(…", "(..."],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Leaves out the lines, and ends of lines, that are boilerplate.</summary>
    public static string Remove(string text)
    {
        var lines = text.Split('\n');
        var kept = new List<string>(lines.Length);
        foreach (var line in lines)
        {
            var clean = Clean(line);
            if (clean.Length > 0) kept.Add(clean);
        }
        return string.Join('\n', kept);
    }

    private static string Clean(string line)
    {
        var rest = line.Trim();
        while (rest.Length > 0)
        {
            if (rest.Length <= MaxWholeLine && WholeLine().IsMatch(rest)) return "";
            // Only the end is looked at, so the cost of a line does not grow with its length.
            var tail = rest[^Math.Min(rest.Length, MaxTail)..];
            if (!tail.AsSpan().ContainsAny(Triggers)) break;
            var kept = Ellipsis().Replace(MoreLink().Replace(Footer().Replace(tail, ""), ""), "").TrimEnd();
            if (kept.Length == tail.Length) break;
            rest = (rest[..^tail.Length] + kept).TrimEnd();
        }
        return rest;
    }

    [GeneratedRegex(
        """
        ^(?:advertisement|publicidad|share (?:this|on \w+)|comments?|comentarios|related(?: (?:articles|stories|posts))?:?|tags?:.{0,200}|filed under:?.{0,200}|photo(?:graph)?(?: by|:).{0,120}|image(?: credit)?:.{0,120}|leer|more|más|\[?link\]?|submitted by .{0,80}|view (?:this|the) (?:email|post) in .{0,60})[.:]?$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WholeLine();

    [GeneratedRegex(
        """
        (?:^|\s)(?:The post .{1,300} (?:first appeared|appeared first) on .{1,120}|(?:La entrada|El post|El artículo|El cargo) .{1,300} (?:se publicó primero|aparece primero|apareció primero|se publica primero) en .{1,120})$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    /// <summary>Only where a sentence has ended, in brackets, or with a capital: "Ask your nurse to learn more." is the author's.</summary>
    [GeneratedRegex(
        """
        (?:^|(?<=[.!?…»"”)\]:])\s*|\s*[\[(]\s*|\s+[-–|»›→]\s*|\s+(?-i:(?=[A-Z])))(?:continue reading|read (?:the )?(?:more|full (?:story|article|post))|keep reading|learn more|find out more|click here(?: to (?:read|learn|see)[^.]{0,60})?|see more|view original|leer más|seguir leyendo|sigue leyendo|continuar leyendo|leer el artículo completo|más información|read on|full story)(?:\s+(?:on|at|about|here|in|en|sobre)\s[^.!?]{0,120}|\s*[“"‘'][^”"’']{0,160}[”"’'])?[\s.…»›>→:\])]*$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreLink();

    [GeneratedRegex("""\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))$""", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();
}
