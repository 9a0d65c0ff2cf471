using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>As much of a piece of advice as a reason quotes.</summary>
internal static partial class AdviceClause
{
    /// <summary>Words that are quoted at most.</summary>
    public const int Most = 8;

    // A sentence that is longer counts as several.
    private const int Longest = 250;

    /// <summary>As many words may go on behind a comma: "Take short, brisk walks".</summary>
    private const int FewBeforeComma = 3;

    /// <summary>A quotation does not end on these.</summary>
    private static readonly FrozenSet<uint> LeansOnWhatFollows = Hashes(
        "a an the your their its of to before after on in with and or for at by as that if when every each more less than into from is are be "
        + "un una unos unas el la los las su sus tu tus de del al en con y o e u por para que si cuando más menos cada como sin sobre lo se no hasta entre");

    /// <param name="first">Where the advice starts.</param>
    public static TextSpan Of(in TextTokens tokens, int first)
    {
        var all = tokens.All;
        var (last, words) = (first, 1);
        for (var (i, end) = (first + 1, EndOf(tokens, first)); i < end && words < Most; i++)
        {
            if (all[i].Kind != TokenKind.Mark) (last, words) = (i, words + 1);
            else if (Ends(tokens, i, words)) break;
        }
        if (words == Most) last = Shortened(all, first, last);
        return tokens.Span(first, last);
    }

    /// <summary>Whether a mark ends the clause. A point within a sentence belongs to a short form or an address: "Dr.", "cdc.gov".</summary>
    public static bool Ends(in TextTokens tokens, int mark, int words) =>
        tokens.Raw(mark) is "!" or ":" or ";" or "\u2026" || (tokens.Raw(mark) is "," && words > FewBeforeComma)
        || (tokens.Raw(mark) is "." && (mark + 1 == tokens.All.Length || tokens.All[mark + 1].Kind == TokenKind.Mark || tokens.All[mark + 1].StartsSentence));

    /// <summary>The token behind the sentence, line or item of a list that a token belongs to.</summary>
    public static int EndOf(in TextTokens tokens, int index)
    {
        var isLower = char.IsLower(tokens.Raw(index)[0]);
        var (end, most) = (index + 1, Math.Min(tokens.All.Length, index + Longest));
        while (end < most && !tokens.All[end].StartsSentence && !LineStart.At(tokens, end, isLower)) end++;
        return end;
    }

    /// <summary>The clause as a reason quotes it, on one line, with dots where it goes on.</summary>
    public static string Words(string title, string text, TextSpan clause)
    {
        var whole = clause.Part == TextPart.Title ? title : text;
        var quoted = Blanks().Replace(whole[clause.Start..clause.End], " ");
        var goesOn = clause.End < whole.Length && whole[clause.End] is ' ' && whole.AsSpan(clause.End).TrimStart(' ') is [var next, ..] && !LineStart.IsBullet(next);
        return goesOn ? $"{quoted} …" : quoted;
    }

    private static int Shortened(ReadOnlySpan<TextToken> all, int first, int last)
    {
        var shorter = last;
        while (shorter > first + 2 && (all[shorter].Kind == TokenKind.Mark || LeansOnWhatFollows.Contains(all[shorter].Hash))) shorter--;
        return shorter;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
