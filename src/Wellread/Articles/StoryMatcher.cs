namespace Wellread.Articles;

/// <summary>Whether two items tell the same story: by their words, names, numbers and runs of words. Pure.</summary>
internal static class StoryMatcher
{
    private const double Bias = -5.6;
    private const double Enough = 0.4;
    private const double MuchEvidence = 3;
    private const double AllButCertain = 5;

    /// <summary>How many names it takes for their agreement to be believed.</summary>
    private const double Doubt = 0.7;
    private const double Plenty = 6;

    /// <summary>Evidence that the two tell the same story, in log odds. Fitted by logistic regression on pairs of invented items, then rounded.</summary>
    public static double Evidence(StorySketch a, StorySketch b, StoryRarity rarity)
    {
        var words = Compare(a.Words, b.Words, rarity);
        var title = Compare(a.Title, b.Title, rarity);
        var names = Agreement(a.Names, b.Words, b.Names, a.Words, rarity);
        var numbers = Agreement(a.Numbers, b.Words, b.Numbers, a.Words, rarity);
        return Bias
            + 2.2 * words.Overlap + 2.2 * words.Jaccard
            + 0.5 * title.Overlap + 0.5 * title.Jaccard
            + 2.5 * names.Share + 1.6 * names.Amount
            + 2.2 * numbers.Share + 1.6 * numbers.Amount
            + 2.5 * Containment(a.Shingles, b.Shingles)
            - (IsSeries(a.TitleOrder, b.TitleOrder) ? 2.5 : 0);
    }

    /// <summary>
    /// What the evidence must pass. Two items of one feed need more, above all under two titles: a feed seldom tells a story twice, but often has series and
    /// several pieces about one event.
    /// </summary>
    public static double Needed(StorySketch a, StorySketch b) =>
        a.Language != b.Language ? double.PositiveInfinity
        : a.FeedId != b.FeedId ? Enough
        : a.TitleOrder.AsSpan().SequenceEqual(b.TitleOrder) ? MuchEvidence
        : AllButCertain;

    private static (double Overlap, double Jaccard) Compare(ReadOnlySpan<StoryWord> a, ReadOnlySpan<StoryWord> b, StoryRarity rarity)
    {
        double shared = 0, sumA = 0, sumB = 0;
        foreach (var word in a) sumA += word.Weight * rarity.Of(word.Hash);
        foreach (var word in b) sumB += word.Weight * rarity.Of(word.Hash);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Hash == b[j].Hash) shared += rarity.Of(a[i].Hash) * Math.Min(a[i++].Weight, b[j++].Weight);
            else if (a[i].Hash < b[j].Hash) i++;
            else j++;
        }
        var least = Math.Min(sumA, sumB);
        return least == 0 ? (0, 0) : (shared / least, shared / (sumA + sumB - shared));
    }

    /// <summary>
    /// How many names (or numbers) of either are in the other, the rare ones counting more: as a share, near a half where there are few, and as an amount from 0 to 1.
    /// </summary>
    private static (double Share, double Amount) Agreement(
        ReadOnlySpan<StoryWord> a, ReadOnlySpan<StoryWord> inB, ReadOnlySpan<StoryWord> b, ReadOnlySpan<StoryWord> inA, StoryRarity rarity)
    {
        double shared = 0, all = 0;
        Count(a, inB);
        Count(b, inA);
        return ((shared + 0.5 * Doubt) / (all + Doubt), Math.Min(shared, Plenty) / Plenty);

        void Count(ReadOnlySpan<StoryWord> ours, ReadOnlySpan<StoryWord> theirs)
        {
            foreach (var name in ours)
            {
                var weight = name.Weight * rarity.Of(name.Hash);
                all += weight;
                if (Has(theirs, name.Hash)) shared += weight;
            }
        }
    }

    private static bool Has(ReadOnlySpan<StoryWord> words, uint hash)
    {
        var (low, high) = (0, words.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Hash == hash) return true;
            if (words[middle].Hash < hash) low = middle + 1;
            else high = middle - 1;
        }
        return false;
    }

    /// <summary>Titles that are alike but for one or two words in their places: parts of a series, or one template with two subjects.</summary>
    private static bool IsSeries(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (a.Length != b.Length || a.Length < 4) return false;
        var different = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i]) different++;
        }
        return different is 1 or 2 || (different == 3 && a.Length >= 9);
    }

    private static double Containment(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j]) (shared, i, j) = (shared + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return (double)shared / Math.Min(a.Length, b.Length);
    }
}
