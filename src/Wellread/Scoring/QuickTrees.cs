using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Wellread.Scoring;

/// <summary>
/// The sum of a <see cref="TreeEnsemble"/> without walking down its trees, after QuickScorer (Lucchese et al., SIGIR 2015): every node is asked, and a node that
/// says "right" strikes out the leaves to its left. Nodes are asked from left to right, so the leaf that is reached so far is all that need be remembered.
/// 64 trees lie side by side, and values stand as ranks among a feature's thresholds, one byte each, so that one step asks 64 nodes.
/// </summary>
internal sealed class QuickTrees
{
    private const int Side = 64;

    private const int MaxLeaves = 128;

    private const int MaxBlocks = 16;

    private readonly ThresholdRanks _ranks;
    private readonly Block[] _blocks;

    // For each block and node 64 bytes three times over, one for each tree: its feature, the rank of its threshold, and the first leaf that it strikes out.
    private readonly byte[] _nodes;
    private readonly long[] _leaves;
    private readonly double _unit;

    private QuickTrees(TreeEnsemble trees, ThresholdRanks ranks)
    {
        _ranks = ranks;
        // Of one size side by side, or the small ones would take as long as the large ones.
        var order = Enumerable.Range(0, trees.NodeStarts.Length - 1).OrderByDescending(Nodes).ToArray();
        int nodes = 0, leaves = 0;
        _blocks = [.. order.Chunk(Side).Select(block =>
        {
            var made = new Block(Nodes(block[0]), block.Length, nodes * Row.Length, leaves);
            nodes += made.Nodes;
            leaves += made.Leaves * made.Trees;
            return made;
        })];
        _nodes = new byte[nodes * Row.Length];
        _leaves = new long[leaves];
        _unit = UnitOf(trees);
        for (var i = 0; i < _nodes.Length; i += Row.Length) _nodes.AsSpan(i + Row.Threshold, Side).Fill(byte.MaxValue);
        for (var i = 0; i < order.Length; i++) Add(trees, order[i], _blocks[i / Side], i % Side);

        int Nodes(int tree) => trees.NodeStarts[tree + 1] - trees.NodeStarts[tree];
    }

    /// <summary>Null where a tree has too many leaves, or where there are too many trees: such trees are walked.</summary>
    /// <param name="ranks">Made for these trees, and maybe for others too.</param>
    public static QuickTrees? Of(TreeEnsemble trees, ThresholdRanks ranks)
    {
        var largest = 0;
        for (var tree = 0; tree < trees.LeafStarts.Length - 1; tree++) largest = Math.Max(largest, trees.LeafStarts[tree + 1] - trees.LeafStarts[tree]);
        return largest <= MaxLeaves && trees.NodeStarts.Length - 1 <= MaxBlocks * Side ? new QuickTrees(trees, ranks) : null;
    }

    /// <summary>What <see cref="TreeEnsemble.Sum"/> gives. Whole numbers are added, so the order does not matter.</summary>
    /// <param name="ranks">What <see cref="ThresholdRanks.Fill"/> wrote.</param>
    public double Sum(ReadOnlySpan<byte> ranks) => Sum(ranks, wide: Avx512Vbmi.IsSupported);

    internal double Sum(ReadOnlySpan<byte> ranks, bool wide)
    {
        Span<byte> reached = stackalloc byte[MaxBlocks * Side];
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (wide) AskWide(_blocks[i], ranks, reached.Slice(i * Side, Side));
            else Ask(_blocks[i], ranks, reached.Slice(i * Side, Side));
        }
        // Not one by one: a processor asks the next block while it waits for this.
        long sum = 0;
        for (var i = 0; i < _blocks.Length; i++) sum += SumOf(_blocks[i], reached[(i * Side)..]);
        return sum * _unit;
    }

    private void AskWide(in Block block, ReadOnlySpan<byte> ranks, Span<byte> reached)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_nodes), block.FirstNode);
        ref var table = ref MemoryMarshal.GetReference(ranks[..ThresholdRanks.MaxFeatures]);
        Vector512<byte> first = Vector512.LoadUnsafe(in table), second = Vector512.LoadUnsafe(in table, Side);
        Vector512<byte> leaf = default, next = Vector512<byte>.One;
        for (var node = 0; node < block.Nodes; node++)
        {
            var value = Avx512Vbmi.PermuteVar64x8x2(first, Vector512.LoadUnsafe(ref row), second);
            var right = Vector512.GreaterThan(value, Vector512.LoadUnsafe(ref row, Row.Threshold));
            var struck = Vector512.ConditionalSelect(right, Vector512.LoadUnsafe(ref row, Row.FirstStruck), Vector512<byte>.AllBitsSet);
            leaf = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(struck, leaf), next, leaf);
            next += Vector512<byte>.One;
            row = ref Unsafe.Add(ref row, Row.Length);
        }
        leaf.StoreUnsafe(ref MemoryMarshal.GetReference(reached));
    }

    // The same, 16 trees at a time, for processors that can't look up 64 bytes at once.
    private void Ask(in Block block, ReadOnlySpan<byte> ranks, Span<byte> reached)
    {
        const int Step = 16;
        ref var table = ref MemoryMarshal.GetReference(ranks[..ThresholdRanks.MaxFeatures]);
        for (nuint lane = 0; lane < Side; lane += Step)
        {
            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_nodes), block.FirstNode);
            Vector128<byte> leaf = default, next = Vector128<byte>.One;
            for (var node = 0; node < block.Nodes; node++)
            {
                var feature = Vector128.LoadUnsafe(ref row, lane);
                Vector128<byte> value = default;
                // Past the end of a table stands 0.
                for (nuint part = 0; part < ThresholdRanks.MaxFeatures; part += Step)
                {
                    value |= Vector128.Shuffle(Vector128.LoadUnsafe(in table, part), feature - Vector128.Create((byte)part));
                }
                var right = Vector128.GreaterThan(value, Vector128.LoadUnsafe(ref row, Row.Threshold + lane))
                    & Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref row, Row.FirstStruck + lane), leaf);
                leaf = Vector128.ConditionalSelect(right, next, leaf);
                next += Vector128<byte>.One;
                row = ref Unsafe.Add(ref row, Row.Length);
            }
            leaf.StoreUnsafe(ref MemoryMarshal.GetReference(reached), lane);
        }
    }

    private long SumOf(in Block block, ReadOnlySpan<byte> reached)
    {
        ref var leaves = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_leaves), block.FirstLeaf);
        ref var leaf = ref MemoryMarshal.GetReference(reached);
        nuint step = (nuint)block.Leaves, trees = (nuint)block.Trees;
        long sum = 0;
        for (nuint tree = 0; tree < trees; tree++)
        {
            sum += Unsafe.Add(ref leaves, (nuint)Unsafe.Add(ref leaf, tree));
            leaves = ref Unsafe.Add(ref leaves, step);
        }
        return sum;
    }

    // The smallest power of two of which the largest sum is a number that a double can still count to. Leaves are floats, with half the digits: few lose one.
    private static double UnitOf(TreeEnsemble trees)
    {
        var largest = 0.0;
        for (var tree = 0; tree < trees.LeafStarts.Length - 1; tree++) largest += trees.Leaves[trees.LeafStarts[tree]..trees.LeafStarts[tree + 1]].Max(Math.Abs);
        return Math.ScaleB(1, Math.ILogB(Math.Max(largest, float.Epsilon)) - 51);
    }

    private long InUnits(float leaf) => (long)Math.Round(leaf / _unit);

    private void Add(TreeEnsemble trees, int tree, Block block, int lane)
    {
        int start = trees.NodeStarts[tree], leaf = 0, firstLeaf = block.FirstLeaf + (lane * block.Leaves);
        if (start == trees.NodeStarts[tree + 1]) _leaves[firstLeaf] = InUnits(trees.Leaves[trees.LeafStarts[tree]]);
        else Place(0);

        // Numbers the leaves from left to right; behind each but the last stands the one node that has it on its left and the next leaf on its right.
        void Place(int node)
        {
            var first = leaf;
            Follow(trees.Left[start + node]);
            var row = _nodes.AsSpan(block.FirstNode + ((leaf - 1) * Row.Length), Row.Length);
            row[lane] = trees.Features[start + node];
            row[Row.Threshold + lane] = _ranks.Of(trees.Features[start + node], trees.Thresholds[start + node]);
            row[Row.FirstStruck + lane] = (byte)first;
            Follow(trees.Right[start + node]);
        }

        void Follow(short child)
        {
            if (child >= 0) Place(child);
            else _leaves[firstLeaf + leaf++] = InUnits(trees.Leaves[trees.LeafStarts[tree] - child - 1]);
        }
    }

    /// <summary>Where in a row the parts of 64 nodes lie.</summary>
    private static class Row
    {
        public const int Threshold = Side, FirstStruck = 2 * Side, Length = 3 * Side;
    }

    /// <summary>So many trees of at most so many nodes, and where theirs begin in the arrays.</summary>
    private readonly record struct Block(int Nodes, int Trees, int FirstNode, int FirstLeaf)
    {
        public int Leaves => Nodes + 1;
    }
}
