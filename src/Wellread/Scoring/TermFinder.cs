using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Finds medical terms at the last of their words.</summary>
internal static class TermFinder
{
    /// <summary>The longest term that ends with the word at <paramref name="last"/>, and its first word; null when there is none.</summary>
    /// <param name="window">Hashes of the words up to this one.</param>
    /// <param name="places">Which tokens they are.</param>
    public static JargonTerm? Find(in TextTokens tokens, int last, WordEnds ends, ReadOnlySpan<uint> window, ReadOnlySpan<int> places, Jargon jargon, out int first)
    {
        first = last;
        JargonTerm? term = null;
        if ((ends & WordEnds.Term) != 0 && (term = jargon.EndingWith(window, out var length)) is not null) first = places[^length];
        if ((ends & WordEnds.TermInContext) != 0 && jargon.EndingInContext(window, out length) is { } other
            && (term is null || places[^length] < first) && Fits(tokens, places[^length], last, other.Context!))
        {
            (term, first) = (other, places[^length]);
        }
        return term is { Past: { } past } && !IsParticiple(tokens, first) ? term with { PlainWords = past } : term;
    }

    /// <summary>A short form such as "COPD", or null.</summary>
    public static JargonTerm? ShortForm(in TextTokens tokens, int index, Jargon jargon)
    {
        if (tokens.All[index].Form == WordForm.None) return null;
        var raw = tokens.Raw(index);
        return raw.Length is >= 2 and <= 8 && HasInnerCapital(raw) && jargon.ShortForm(raw) is { } term && (term.Context is null || Fits(tokens, index, index, term.Context)) ? term : null;
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> raw)
    {
        foreach (var c in raw[1..])
        {
            if (char.IsAsciiLetterUpper(c)) return true;
        }
        return false;
    }

    // Neighbours count within the sentence only.
    private static bool Fits(in TextTokens tokens, int first, int last, JargonContext context)
    {
        var (wanted, unwanted) = (context.With.Count == 0, false);
        var all = tokens.All;
        for (var (i, seen) = (first, 0); i > 0 && seen < JargonContext.Reach && !all[i].StartsSentence;)
        {
            if (all[--i].Kind == TokenKind.Mark) continue;
            Look(all[i].Hash, ++seen, context, ref wanted, ref unwanted);
        }
        for (var (i, seen) = (last + 1, 0); i < all.Length && seen < JargonContext.Reach && !all[i].StartsSentence; i++)
        {
            if (all[i].Kind == TokenKind.Mark) continue;
            Look(all[i].Hash, ++seen, context, ref wanted, ref unwanted);
        }
        return wanted && !unwanted;
    }

    private static void Look(uint hash, int distance, JargonContext context, ref bool wanted, ref bool unwanted)
    {
        wanted |= context.With.Contains(hash);
        unwanted |= distance <= JargonContext.ReachWithout && context.Without.Contains(hash);
    }

    private static readonly FrozenSet<uint> Auxiliaries =
        "is are was were be been being am has have had when if not get gets got often usually only newly".Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();

    // "was administered" and "drugs administered by vein", but "nurses administered".
    private static bool IsParticiple(in TextTokens tokens, int index)
    {
        var all = tokens.All;
        for (var i = index - 1; i >= 0 && i >= index - 2; i--)
        {
            if (Auxiliaries.Contains(all[i].Hash)) return true;
        }
        return index + 1 < all.Length && tokens.Raw(index + 1) is "by" or "to" or "in" or "through" or "as";
    }
}
