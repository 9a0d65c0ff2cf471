namespace Wellread.Scoring;

/// <summary>Figures that only study reports have: "95% CI", "p &lt; 0.05", "n = 20".</summary>
internal static class StudyFigure
{
    /// <summary>Whether the word at <paramref name="index"/> belongs to one, and from which token to which it goes.</summary>
    public static bool Has(in TextTokens tokens, int index, out int first, out int last)
    {
        (first, last) = (index, index);
        var all = tokens.All;
        var word = tokens.Raw(index);
        if (word is "CI") return IsInterval(tokens, index, out first);
        if (word is not ("p" or "P" or "n" or "N") || index + 2 >= all.Length || !IsComparison(tokens.Raw(index + 1)[0])) return false;
        last = index + 2;
        if (tokens.Raw(last) is "." && last + 1 < all.Length) last++;
        return all[last].Kind == TokenKind.Number;
    }

    private static bool IsInterval(in TextTokens tokens, int index, out int first)
    {
        first = index > 0 && tokens.Raw(index - 1) is "%" ? index - 2 : index - 1;
        return first >= 0 && tokens.All[first].Kind == TokenKind.Number;
    }

    private static bool IsComparison(char mark) => mark is '<' or '=' or '>' or '\u2264' or '\u2265';
}
