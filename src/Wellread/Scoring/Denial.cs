using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Whether a text denies what a phrase promises: "There is no miracle cure", "Miracle cures do not exist".</summary>
internal static class Denial
{
    private const int ReachBefore = 5;

    private const int ReachAfter = 4;

    /// <summary>Deny what follows in the same breath, not behind a colon: "No side effects: this miracle cure works".</summary>
    private static readonly FrozenSet<uint> Negations = Hashes(
        "no not never nor neither without isn't aren't wasn't don't doesn't didn't can't cannot won't hardly stop avoid unlikely "
        + "sin ningún ninguna nunca jamás tampoco");

    /// <summary>Deny behind a colon as well: "Myth: miracle cures work".</summary>
    private static readonly FrozenSet<uint> Doubts = Hashes(
        "myth myths beware false fake bogus so-called skeptical sceptical unproven speculate claiming claims claimed scam scams hoax "
        + "mito mitos cuidado falso falsa falsos falsas supuesto supuesta supuestos supuestas");

    /// <summary>What is not to be done where nothing is denied: "Do not miss this breakthrough".</summary>
    private static readonly FrozenSet<uint> Urged = Hashes(
        "miss wait forget overlook ignore hesitate delay skip pass pierda pierdas pierdan perderte perderse olvide olvides olviden espere esperes esperen deje dejes");

    private static readonly FrozenSet<uint> Breaks = Hashes(": ;");

    private static readonly FrozenSet<uint> After = Hashes(
        "not isn't aren't don't doesn't myth myths hoax scam scams exist no existe existen mito mitos falso falsa engaño estafa");

    public static bool StandsAround(in TextTokens tokens, int first, int last)
    {
        var all = tokens.All;
        var broken = false;
        for (var (i, seen) = (first, 0); i > 0 && seen < ReachBefore && !all[i].StartsSentence;)
        {
            if (all[--i].Kind == TokenKind.Mark)
            {
                broken |= Breaks.Contains(all[i].Hash);
                continue;
            }
            seen++;
            if (Doubts.Contains(all[i].Hash) || (!broken && Negations.Contains(all[i].Hash) && !Urges(all, i))) return true;
        }
        for (var (i, seen) = (last + 1, 0); i < all.Length && seen < ReachAfter && !all[i].StartsSentence; i++)
        {
            if (all[i].Kind == TokenKind.Mark) continue;
            seen++;
            if (After.Contains(all[i].Hash)) return true;
        }
        return false;
    }

    // "te lo pierdas": in Spanish a pronoun or two may stand between.
    private static bool Urges(ReadOnlySpan<TextToken> all, int negation)
    {
        for (var i = negation + 1; i < all.Length && i <= negation + 3 && !all[i].StartsSentence; i++)
        {
            if (Urged.Contains(all[i].Hash)) return true;
        }
        return false;
    }

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
