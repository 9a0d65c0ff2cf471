namespace Wellread.Scoring;

/// <summary>Where sentences end: at . ! ? … before white space and a capital, digit or quote, unless the point belongs to an abbreviation or initial.</summary>
internal static class SentenceEnds
{
    private static readonly string[] Abbreviations =
    [
        "dr", "mr", "mrs", "ms", "prof", "st", "vs", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
        "fig", "etc", "al", "no", "vol", "jr", "sr", "sra", "dra",
    ];

    /// <summary>More marks in a row end nothing; so a text of marks alone is read in a time that grows with its length only.</summary>
    private const int LongestRun = 64;

    /// <summary>Whether the character at <paramref name="index"/> ends a sentence of <paramref name="text"/>.</summary>
    public static bool At(ReadOnlySpan<char> text, int index)
    {
        if (text[index] is not ('.' or '!' or '?' or '\u2026' or ':' or ';')) return false;
        if (text[index] is ':' or ';') return index + 1 < text.Length && text[index + 1] == '\n';
        var next = index + 1;
        var last = Math.Min(text.Length, next + LongestRun);
        while (next < last && text[next] is '"' or '\'' or ')' or ']' or '\u201D' or '\u2019' or '.' or '!' or '?') next++;
        if (next >= text.Length) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next >= text.Length) return true;
        if (char.IsLower(text[next]) || text[next] is ',' or ';') return false;
        // "A risk of 0. 78": some texts have a space in a decimal.
        if (text[index] == '.' && index > 0 && char.IsAsciiDigit(text[index - 1]) && char.IsAsciiDigit(text[next])) return false;
        return text[index] != '.' || !IsAbbreviation(text[..index]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && char.IsLetter(before[start - 1])) start--;
        var word = before[start..];
        if (word.Length == 1) return char.IsUpper(word[0]);
        if (word.Length is 0 or > 6) return false;
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
