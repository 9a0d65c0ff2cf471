namespace Wellread.Scoring;

/// <summary>Where a line or an item of a list starts: it ends what stood before it, as a full stop does, though none is written.</summary>
internal static class LineStart
{
    private const int MostMarks = 5;

    /// <summary>Whether a line or item starts with this token. A line that goes on in lower case is text that was broken to fit, and no new line.</summary>
    /// <param name="isLowerToo">True where lines start in lower case here.</param>
    public static bool At(in TextTokens tokens, int index, bool isLowerToo = false)
    {
        var all = tokens.All;
        if (all[index].Kind == TokenKind.Mark && IsBullet(tokens.Raw(index)[0])) return true;
        var goesOn = !isLowerToo && all[index].Kind == TokenKind.Word && char.IsLower(tokens.Raw(index)[0]);
        for (var i = index; i > 0 && i > index - MostMarks; i--)
        {
            var between = tokens.Whole.AsSpan(all[i - 1].End, all[i].Start - all[i - 1].End);
            if (between.IndexOfAny('\n', '\r') >= 0) return !goesOn || i < index;
            if (all[i - 1].Kind != TokenKind.Mark) return false;
            if (IsBullet(tokens.Raw(i - 1)[0])) return true;
            if (tokens.Raw(i - 1) is not ("-" or "*" or "\u2013" or "\"" or "(" or "\u201C" or "\u00AB" or "\u00BF" or "\u00A1")) return false;
        }
        return false;
    }

    /// <summary>Whether a character opens the items of a list.</summary>
    public static bool IsBullet(char mark) => mark is '\u2022' or '\u00B7' or '\u25AA' or '\u25CF' or '\u25E6' or '\u2023' or '\u25A0' or '\u25BA' or '\u2713' or '\u2714';
}
