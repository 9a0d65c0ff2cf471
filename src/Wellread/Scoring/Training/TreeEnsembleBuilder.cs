namespace Wellread.Scoring.Training;

/// <summary>Puts trees together while they grow: a leaf that is split becomes a node, which keeps the leaf's number for its left child.</summary>
internal sealed class TreeEnsembleBuilder
{
    private readonly List<int> _nodeStarts = [0], _leafStarts = [0];
    private readonly List<byte> _features = [];
    private readonly List<float> _thresholds = [], _leaves = [];
    private readonly List<short> _left = [], _right = [];

    // Of each leaf the place that points to it: a node, and on which side.
    private readonly List<(int Node, bool IsLeft)> _above = [];

    public void Begin()
    {
        _above.Clear();
        _above.Add((-1, true));
    }

    /// <param name="left">The leaf to split, which is then the left one.</param>
    /// <param name="right">The number of the new leaf: as many as there were.</param>
    public void Split(int left, int right, byte feature, float threshold)
    {
        var node = _features.Count;
        var (above, isLeft) = _above[left];
        if (above >= 0) (isLeft ? _left : _right)[above] = (short)(node - _nodeStarts[^1]);
        _features.Add(feature);
        _thresholds.Add(threshold);
        _left.Add((short)(-1 - left));
        _right.Add((short)(-1 - right));
        _above[left] = (node, true);
        _above.Add((node, false));
    }

    public void End(IReadOnlyList<float> leaves)
    {
        _leaves.AddRange(leaves);
        _nodeStarts.Add(_features.Count);
        _leafStarts.Add(_leaves.Count);
    }

    public TreeEnsemble Build() => new([.. _nodeStarts], [.. _leafStarts], [.. _features], [.. _thresholds], [.. _left], [.. _right], [.. _leaves]);
}
