namespace Wellread.Articles;

/// <summary>Which hits count where terms lie inside one another.</summary>
internal static class TermHits
{
    private const int Strong = 3;

    /// <summary>
    /// Drops what lies inside a longer term: "heart transplant" is not "heart" once more, and the fever of "hay fever" is no fever. Strong terms of another section stay.
    /// </summary>
    public static List<TermHit> WithoutCovered(List<TermHit> hits) =>
        hits.Count < 2 ? hits : hits.FindAll(hit => !hits.Exists(other => Covers(other, hit)));

    private static bool Covers(TermHit longer, TermHit hit)
    {
        if (longer.Start > hit.Start || longer.Start + longer.Length < hit.Start + hit.Length) return false;
        if (longer.Section != hit.Section) return longer.Length > hit.Length && longer.Weight == Strong && hit.Weight < Strong;
        if (longer.Weight < hit.Weight) return false;
        return longer.Length > hit.Length || longer.Weight > hit.Weight || longer.Term > hit.Term;
    }
}
