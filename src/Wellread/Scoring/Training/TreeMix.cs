namespace Wellread.Scoring.Training;

/// <summary>Makes one ensemble of several, which sums what each would say times its share.</summary>
internal static class TreeMix
{
    public static TreeEnsemble Of(params IReadOnlyList<(TreeEnsemble Trees, float Share)> parts)
    {
        List<int> nodeStarts = [0], leafStarts = [0];
        foreach (var (trees, _) in parts)
        {
            var (node, leaf) = (nodeStarts[^1], leafStarts[^1]);
            nodeStarts.AddRange(trees.NodeStarts.Skip(1).Select(start => start + node));
            leafStarts.AddRange(trees.LeafStarts.Skip(1).Select(start => start + leaf));
        }
        return new TreeEnsemble(
            [.. nodeStarts], [.. leafStarts], Join(trees => trees.Features), Join(trees => trees.Thresholds), Join(trees => trees.Left), Join(trees => trees.Right),
            [.. parts.SelectMany(part => part.Trees.Leaves.Select(leaf => leaf * part.Share))]);

        T[] Join<T>(Func<TreeEnsemble, T[]> values) => [.. parts.SelectMany(part => values(part.Trees))];
    }
}
