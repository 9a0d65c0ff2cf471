namespace Wellread.Scoring;

/// <summary>
/// Boosted trees as flat arrays. A node looks at one feature and goes left when its value is at most the threshold; a negative child −1−k is
/// leaf k of that tree.
/// </summary>
internal sealed class TreeEnsemble(int[] nodeStarts, int[] leafStarts, byte[] features, float[] thresholds, short[] left, short[] right, float[] leaves)
{
    /// <summary>No trees: every text scores 0.</summary>
    public static TreeEnsemble None { get; } = new([0], [0], [], [], [], [], []);

    /// <summary>For each tree where its nodes start, and the end of the last.</summary>
    public int[] NodeStarts { get; } = nodeStarts;

    public int[] LeafStarts { get; } = leafStarts;

    public byte[] Features { get; } = features;

    public float[] Thresholds { get; } = thresholds;

    public short[] Left { get; } = left;

    public short[] Right { get; } = right;

    public float[] Leaves { get; } = leaves;

    public double Sum(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        for (var tree = 0; tree < NodeStarts.Length - 1; tree++)
        {
            int node = NodeStarts[tree], first = node;
            if (node == NodeStarts[tree + 1])
            {
                sum += Leaves[LeafStarts[tree]];
                continue;
            }
            while (true)
            {
                int child = values[Features[node]] <= Thresholds[node] ? Left[node] : Right[node];
                if (child < 0)
                {
                    sum += Leaves[LeafStarts[tree] - child - 1];
                    break;
                }
                node = first + child;
            }
        }
        return sum;
    }

    /// <summary>Throws <see cref="InvalidDataException"/> unless every path ends at a leaf and every feature exists: what was read can then be walked unchecked.</summary>
    public void Check(int featureCount)
    {
        var trees = NodeStarts.Length - 1;
        var fits = trees >= 0 && LeafStarts.Length == NodeStarts.Length && NodeStarts[0] == 0 && LeafStarts[0] == 0
            && NodeStarts[^1] == Features.Length && LeafStarts[^1] == Leaves.Length
            && Thresholds.Length == Features.Length && Left.Length == Features.Length && Right.Length == Features.Length
            && !Array.Exists(Features, feature => feature >= featureCount) && !Array.Exists(Leaves, leaf => !float.IsFinite(leaf));
        for (var tree = 0; fits && tree < trees; tree++) fits = TreeFits(tree);
        if (!fits) throw new InvalidDataException("trees");
    }

    // Children come after their parent, so no path runs in a circle, and each has one parent, so no two paths meet.
    private bool TreeFits(int tree)
    {
        int nodes = NodeStarts[tree + 1] - NodeStarts[tree], leaves = LeafStarts[tree + 1] - LeafStarts[tree];
        if (nodes < 0 || leaves != nodes + 1) return false;
        var reached = new bool[nodes + leaves];
        for (var node = 0; node < nodes; node++)
        {
            if (!ChildFits(Left[NodeStarts[tree] + node]) || !ChildFits(Right[NodeStarts[tree] + node])) return false;

            bool ChildFits(short child)
            {
                if (child < 0 ? -child > leaves : child <= node || child >= nodes) return false;
                ref var place = ref reached[child < 0 ? nodes - child - 1 : child];
                return !place && (place = true);
            }
        }
        return true;
    }
}
