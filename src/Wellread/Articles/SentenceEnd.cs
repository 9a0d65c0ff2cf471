namespace Wellread.Articles;

/// <summary>Where a sentence ends, in English and Spanish.</summary>
internal static class SentenceEnd
{
    private static readonly string[] Abbreviations =
        ["dr", "dra", "mr", "mrs", "ms", "prof", "st", "vs", "etc", "eg", "e.g", "ie", "i.e", "u.s", "u.k", "no", "fig", "approx", "inc", "jr", "sr", "sra", "ud", "uds", "ee.uu", "p.ej", "a.m", "p.m", "jan", "feb", "aug", "sept", "oct", "nov", "dec"];

    private static readonly int LongestAbbreviation = Abbreviations.Max(word => word.Length);

    /// <summary>True where the character at <paramref name="index"/> closes a sentence: a full stop (not an abbreviation's or an initial's), a question or exclamation mark, with closing quotes.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int index)
    {
        while (index > 0 && text[index] is '"' or '”' or '’' or ')' or '»' or '\'') index--;
        if (index < 0) return false;
        if (text[index] is '!' or '?' or '。' or '！' or '？') return true;
        if (text[index] != '.') return false;
        var start = index;
        while (start > 0 && index - start <= LongestAbbreviation && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '"' or '“')) start--;
        var word = text[start..index];
        if (word.Length == 0 || (word.Length == 1 && char.IsUpper(word[0]))) return false;
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }
}
