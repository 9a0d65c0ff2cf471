using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>The words at the start of a sentence that tell a reader what to do, as far as a reason quotes them. In doubt none do.</summary>
internal static class AdviceClause
{
    private const int Most = 8;

    /// <summary>As many words may go on behind a comma: "Take short, brisk walks".</summary>
    private const int FewBeforeComma = 3;

    /// <summary>A verb among the first words makes a statement of them: "Rest in bed makes back pain worse".</summary>
    private static readonly FrozenSet<uint> States = Hashes(
        "is are was were isn't aren't has had makes made helps helped causes caused leads led works worked means keeps brings lowers raises reduces improves saves prevents shows needs gets comes goes linked tied");

    /// <summary>What follows these belongs to a clause of its own: "Ask what is right for you".</summary>
    private static readonly FrozenSet<uint> OpenClauses = Hashes("if when that what how why which who whose because so before after until unless where while whether");

    /// <summary>Somebody's story, or a quotation.</summary>
    private static readonly FrozenSet<uint> Speakers = Hashes("i i'm i've we we're me us");

    /// <summary>A quotation does not end on these.</summary>
    private static readonly FrozenSet<uint> LeansOnWhatFollows = Hashes("a an the your their its of to before after on in with and or for at by as that if when every each more less than into from is are be");

    /// <returns>Null where the sentence asks or states something.</returns>
    public static TextSpan? At(in TextTokens tokens, int first)
    {
        var all = tokens.All;
        var (last, words, open, ended) = (first, 1, false, false);
        for (var i = first + 1; i < all.Length && !all[i].StartsSentence; i++)
        {
            if (all[i].Kind == TokenKind.Mark)
            {
                if (tokens.Raw(i) is "?") return null;
                ended |= tokens.Raw(i) is "." or "!" or ":" or ";" || (tokens.Raw(i) is "," && words > FewBeforeComma);
                continue;
            }
            open |= OpenClauses.Contains(all[i].Hash);
            if (Speakers.Contains(all[i].Hash) || (!open && !ended && words < Most && States.Contains(all[i].Hash))) return null;
            if (ended || words >= Most) continue;
            (last, words) = (i, words + 1);
        }
        if (words == Most) last = Shortened(all, first, last);
        return tokens.Span(first, last);
    }

    private static int Shortened(ReadOnlySpan<TextToken> all, int first, int last)
    {
        var shorter = last;
        while (shorter > first + 2 && (all[shorter].Kind == TokenKind.Mark || LeansOnWhatFollows.Contains(all[shorter].Hash))) shorter--;
        return shorter;
    }

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
