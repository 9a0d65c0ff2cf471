namespace Wellread.Articles;

/// <summary>Which hits count where terms lie inside one another.</summary>
internal static class TermHits
{
    private const int Strong = 3;

    /// <summary>
    /// Drops what lies inside a longer term: "heart transplant" is not "heart" once more, and the fever of "hay fever" is no fever. Strong terms of another section stay.
    /// </summary>
    public static List<TermHit> WithoutCovered(List<TermHit> hits) => Without(hits, Covers);

    /// <summary>
    /// Those that no other covers. What covers a hit starts at its first word or just before, and hits come in that order: each is compared with its neighbours only,
    /// or a text of nothing but terms would take seconds.
    /// </summary>
    public static List<TermHit> Without(List<TermHit> hits, Func<TermHit, TermHit, bool> covers)
    {
        if (hits.Count < 2) return hits;
        var longest = hits.Max(hit => hit.Length);
        var left = new List<TermHit>(hits.Count);
        for (var i = 0; i < hits.Count; i++)
        {
            if (!IsCovered(hits, i, longest, covers)) left.Add(hits[i]);
        }
        return left;
    }

    private static bool IsCovered(List<TermHit> hits, int index, int longest, Func<TermHit, TermHit, bool> covers)
    {
        var hit = hits[index];
        for (var i = index - 1; i >= 0 && hits[i].Start > hit.Start - longest; i--)
        {
            if (covers(hits[i], hit)) return true;
        }
        for (var i = index + 1; i < hits.Count && hits[i].Start == hit.Start; i++)
        {
            if (covers(hits[i], hit)) return true;
        }
        return false;
    }

    private static bool Covers(TermHit longer, TermHit hit)
    {
        if (longer.Start > hit.Start || longer.Start + longer.Length < hit.Start + hit.Length) return false;
        if (longer.Section != hit.Section) return longer.Length > hit.Length && longer.Weight == Strong && hit.Weight < Strong;
        if (longer.Weight < hit.Weight) return false;
        return longer.Length > hit.Length || longer.Weight > hit.Weight || longer.Term > hit.Term;
    }
}
