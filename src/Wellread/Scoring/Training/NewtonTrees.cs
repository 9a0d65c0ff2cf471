namespace Wellread.Scoring.Training;

/// <summary>
/// Boosted trees for two classes by Newton's method on the logistic loss (Chen and Guestrin, KDD 2016): a split is weighed by first and second derivatives, so what is still
/// in doubt counts, and every split sees a share of the features drawn anew. A tree grows where it gains most. One thread, one order of adding: a seed gives one result.
/// </summary>
internal sealed class NewtonTrees
{
    private readonly TreeShape _shape;
    private readonly Random _random;
    private readonly FeatureBins _bins;
    private readonly float[] _targets, _weights;
    private readonly double[] _margins, _slopes, _curves;
    private readonly int[] _order;
    private readonly int[] _features;

    private NewtonTrees(IReadOnlyList<TreeInput> rows, TreeShape shape, int seed)
    {
        _shape = shape;
        _random = new Random(seed);
        _bins = new FeatureBins([.. rows.Select(row => row.Features)]);
        _targets = [.. rows.Select(row => row.Target)];
        var mean = rows.Average(row => row.Weight);
        _weights = [.. rows.Select(row => row.Weight / mean)];
        _margins = new double[rows.Count];
        _slopes = new double[rows.Count];
        _curves = new double[rows.Count];
        _order = new int[rows.Count];
        _features = [.. Enumerable.Range(0, _bins.Features)];
    }

    /// <param name="rows">With the share of the first class as target.</param>
    /// <returns>Trees that sum up to log odds.</returns>
    public static TreeEnsemble Fit(IReadOnlyList<TreeInput> rows, TreeShape shape, int seed)
    {
        var fit = new NewtonTrees(rows, shape, seed);
        var trees = new TreeEnsembleBuilder();
        for (var tree = 0; tree < shape.Trees; tree++) fit.Grow(trees);
        return trees.Build();
    }

    private void Grow(TreeEnsembleBuilder trees)
    {
        for (var row = 0; row < _order.Length; row++)
        {
            var probability = 1 / (1 + Math.Exp(-_margins[row]));
            _order[row] = row;
            _slopes[row] = _weights[row] * (probability - _targets[row]);
            _curves[row] = _weights[row] * probability * (1 - probability);
        }
        var root = new Leaf(0, _order.Length, new BinSums(_bins));
        root.Sums.Add(_order, _slopes, _curves);
        List<Leaf> leaves = [root];
        Look(root);
        trees.Begin();
        while (leaves.Count < _shape.Leaves && leaves.MaxBy(leaf => leaf.Best.Gain) is { Best.Gain: > 0 } leaf) leaves.Add(Split(leaf, leaves.IndexOf(leaf), leaves.Count, trees));
        trees.End([.. leaves.Select(Finish)]);
    }

    private Leaf Split(Leaf leaf, int left, int right, TreeEnsembleBuilder trees)
    {
        var (feature, bin, _) = leaf.Best;
        trees.Split(left, right, (byte)feature, _bins.Thresholds(feature)[bin]);
        var middle = Part(leaf, feature, bin);
        int lefts = middle - leaf.Start, rights = leaf.Count - lefts;
        var smaller = new BinSums(_bins);
        smaller.Add(_order.AsSpan(lefts <= rights ? leaf.Start : middle, Math.Min(lefts, rights)), _slopes, _curves);
        leaf.Sums.Subtract(smaller);
        var other = new Leaf(middle, rights, lefts <= rights ? leaf.Sums : smaller);
        leaf.Count = lefts;
        if (lefts <= rights) leaf.Sums = smaller;
        Look(leaf);
        Look(other);
        return other;
    }

    // Rows keep their order on both sides.
    private int Part(Leaf leaf, int feature, int bin)
    {
        var bins = _bins.Of(feature);
        var rows = _order.AsSpan(leaf.Start, leaf.Count);
        var rights = new List<int>(rows.Length);
        var lefts = 0;
        foreach (var row in rows)
        {
            if (bins[row] <= bin) rows[lefts++] = row;
            else rights.Add(row);
        }
        rights.CopyTo(_order, leaf.Start + lefts);
        return leaf.Start + lefts;
    }

    private void Look(Leaf leaf)
    {
        var seen = Math.Max(1, (int)(_shape.FeatureFraction * _features.Length));
        for (var i = 0; i < seen; i++)
        {
            var other = _random.Next(i, _features.Length);
            (_features[i], _features[other]) = (_features[other], _features[i]);
        }
        leaf.Best = leaf.Sums.BestSplit(_features.AsSpan(0, seen), _shape.ExamplesPerLeaf);
    }

    private float Finish(Leaf leaf)
    {
        var value = _shape.LearningRate * leaf.Sums.Step();
        foreach (var row in _order.AsSpan(leaf.Start, leaf.Count)) _margins[row] += value;
        return (float)value;
    }

    private sealed class Leaf(int start, int count, BinSums sums)
    {
        public int Start => start;

        public int Count { get; set; } = count;

        public BinSums Sums { get; set; } = sums;

        public BinSplit Best { get; set; }
    }
}
