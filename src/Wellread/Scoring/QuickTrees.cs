using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Wellread.Scoring;

/// <summary>
/// The sum of a <see cref="TreeEnsemble"/> without walking down its trees, after QuickScorer (Lucchese et al., SIGIR 2015): every node that says
/// "right" strikes out the leaves to its left, and the first leaf that is left over counts. 64 trees lie side by side, and values stand as ranks among
/// a feature's thresholds, one byte each, so that one step asks 64 nodes.
/// </summary>
internal sealed class QuickTrees
{
    private const int Side = 64;

    // Leaves are struck out 16 at a time.
    private const int Pass = 16;

    private readonly ThresholdRanks _ranks;
    private readonly Block[] _blocks;

    // Of each block and node 64 bytes, one for each tree: its feature, the rank of its threshold, and in two halves the leaves it strikes out.
    private readonly byte[] _features, _thresholds, _struck;
    private readonly float[] _leaves;

    private QuickTrees(TreeEnsemble trees, ThresholdRanks ranks)
    {
        _ranks = ranks;
        // Of one size side by side, or the small ones would take as long as the large ones.
        var order = Enumerable.Range(0, trees.NodeStarts.Length - 1).OrderByDescending(Nodes).ToArray();
        int nodes = 0, strikes = 0, leaves = 0;
        _blocks = [.. order.Chunk(Side).Select(block =>
        {
            var made = new Block(Nodes(block[0]), nodes * Side, strikes * Side, leaves * Side);
            nodes += made.Nodes;
            strikes += made.Nodes * made.Passes * 2;
            leaves += made.Leaves;
            return made;
        })];
        _features = new byte[nodes * Side];
        _thresholds = new byte[nodes * Side];
        _struck = new byte[strikes * Side];
        _leaves = new float[leaves * Side];
        Array.Fill(_thresholds, byte.MaxValue);
        for (var i = 0; i < order.Length; i++) Add(trees, order[i], _blocks[i / Side], i % Side);

        int Nodes(int tree) => trees.NodeStarts[tree + 1] - trees.NodeStarts[tree];
    }

    /// <summary>Null where a tree has too many leaves, or a feature too many thresholds: such trees are walked.</summary>
    public static QuickTrees? Of(TreeEnsemble trees)
    {
        var largest = 0;
        for (var tree = 0; tree < trees.LeafStarts.Length - 1; tree++) largest = Math.Max(largest, trees.LeafStarts[tree + 1] - trees.LeafStarts[tree]);
        return largest <= 2 * Pass && ThresholdRanks.Of(trees) is { } ranks ? new QuickTrees(trees, ranks) : null;
    }

    /// <summary>What <see cref="TreeEnsemble.Sum"/> gives, but for the order of adding.</summary>
    public double Sum(ReadOnlySpan<float> values) => Sum(values, wide: Avx512Vbmi.IsSupported);

    internal double Sum(ReadOnlySpan<float> values, bool wide)
    {
        Span<byte> ranks = stackalloc byte[ThresholdRanks.MaxFeatures];
        Span<ushort> struck = stackalloc ushort[Side * 2];
        _ranks.Fill(values, ranks);
        var sum = 0.0;
        foreach (var block in _blocks)
        {
            for (var pass = 0; pass < block.Passes; pass++)
            {
                if (wide) StrikeWide(block, pass, ranks, struck[(pass * Side)..]);
                else Strike(block, pass, ranks, struck[(pass * Side)..]);
            }
            sum += block.Passes == 1 ? SumSmall(block, struck) : SumLarge(block, struck);
        }
        return sum;
    }

    private void StrikeWide(in Block block, int pass, ReadOnlySpan<byte> ranks, Span<ushort> struck)
    {
        if (block.Nodes == 0)
        {
            struck[..Side].Clear();
            return;
        }
        ref var features = ref _features[block.FirstNode];
        ref var thresholds = ref _thresholds[block.FirstNode];
        ref var strikes = ref _struck[block.FirstStrike + (pass * block.Nodes * Side * 2)];
        ref var table = ref MemoryMarshal.GetReference(ranks);
        Vector512<byte> first = Vector512.LoadUnsafe(in table), second = Vector512.LoadUnsafe(in table, Side);
        Vector512<byte> low = default, high = default;
        for (nuint at = 0, end = (nuint)(block.Nodes * Side); at < end; at += Side)
        {
            var right = Vector512.GreaterThan(Avx512Vbmi.PermuteVar64x8x2(first, Vector512.LoadUnsafe(ref features, at), second), Vector512.LoadUnsafe(ref thresholds, at));
            low |= right & Vector512.LoadUnsafe(ref strikes, 2 * at);
            high |= right & Vector512.LoadUnsafe(ref strikes, (2 * at) + Side);
        }
        ref var result = ref MemoryMarshal.GetReference(struck);
        (Vector512.WidenLower(low) | (Vector512.WidenLower(high) << 8)).StoreUnsafe(ref result);
        (Vector512.WidenUpper(low) | (Vector512.WidenUpper(high) << 8)).StoreUnsafe(ref result, Side / 2);
    }

    // The same, 16 trees at a time, for processors that can't look up 64 bytes at once.
    private void Strike(in Block block, int pass, ReadOnlySpan<byte> ranks, Span<ushort> struck)
    {
        const int Step = 16;
        if (block.Nodes == 0)
        {
            struck[..Side].Clear();
            return;
        }
        ref var features = ref _features[block.FirstNode];
        ref var thresholds = ref _thresholds[block.FirstNode];
        ref var strikes = ref _struck[block.FirstStrike + (pass * block.Nodes * Side * 2)];
        ref var table = ref MemoryMarshal.GetReference(ranks);
        for (nuint lane = 0; lane < Side; lane += Step)
        {
            Vector128<byte> low = default, high = default;
            for (nuint at = lane, end = (nuint)(block.Nodes * Side); at < end; at += Side)
            {
                var feature = Vector128.LoadUnsafe(ref features, at);
                Vector128<byte> value = default;
                // Past the end of a table stands 0.
                for (nuint part = 0; part < ThresholdRanks.MaxFeatures; part += Step)
                {
                    value |= Vector128.Shuffle(Vector128.LoadUnsafe(in table, part), feature - Vector128.Create((byte)part));
                }
                var right = Vector128.GreaterThan(value, Vector128.LoadUnsafe(ref thresholds, at));
                low |= right & Vector128.LoadUnsafe(ref strikes, (2 * at) - lane);
                high |= right & Vector128.LoadUnsafe(ref strikes, (2 * at) - lane + Side);
            }
            ref var result = ref MemoryMarshal.GetReference(struck);
            (Vector128.WidenLower(low) | (Vector128.WidenLower(high) << 8)).StoreUnsafe(ref result, lane);
            (Vector128.WidenUpper(low) | (Vector128.WidenUpper(high) << 8)).StoreUnsafe(ref result, lane + (Step / 2));
        }
    }

    // Four sums side by side: one would wait for itself.
    private double SumSmall(in Block block, ReadOnlySpan<ushort> struck)
    {
        ref var leaves = ref _leaves[block.FirstLeaf];
        var most = block.Leaves;
        double a = 0, b = 0, c = 0, d = 0;
        for (int tree = 0, leaf = 0; tree < Side; tree += 4, leaf += 4 * most)
        {
            a += Unsafe.Add(ref leaves, leaf + First(struck[tree]));
            b += Unsafe.Add(ref leaves, leaf + most + First(struck[tree + 1]));
            c += Unsafe.Add(ref leaves, leaf + (2 * most) + First(struck[tree + 2]));
            d += Unsafe.Add(ref leaves, leaf + (3 * most) + First(struck[tree + 3]));
        }
        return a + b + (c + d);
    }

    private double SumLarge(in Block block, ReadOnlySpan<ushort> struck)
    {
        ref var leaves = ref _leaves[block.FirstLeaf];
        var most = block.Leaves;
        double a = 0, b = 0;
        for (int tree = 0, leaf = 0; tree < Side; tree += 2, leaf += 2 * most)
        {
            a += Unsafe.Add(ref leaves, leaf + First(struck[tree] | ((uint)struck[Side + tree] << Pass)));
            b += Unsafe.Add(ref leaves, leaf + most + First(struck[tree + 1] | ((uint)struck[Side + tree + 1] << Pass)));
        }
        return a + b;
    }

    // One leaf of a tree is never struck out, so this stays within the tree.
    private static int First(uint struck) => BitOperations.TrailingZeroCount(~struck);

    private void Add(TreeEnsemble trees, int tree, Block block, int lane)
    {
        int start = trees.NodeStarts[tree], leaf = 0, firstLeaf = block.FirstLeaf + (lane * block.Leaves);
        if (start == trees.NodeStarts[tree + 1]) _leaves[firstLeaf] = trees.Leaves[trees.LeafStarts[tree]];
        else Place(0);

        // Numbers the leaves from left to right.
        void Place(int node)
        {
            var at = block.FirstNode + (node * Side) + lane;
            var first = leaf;
            Follow(trees.Left[start + node]);
            _features[at] = trees.Features[start + node];
            _thresholds[at] = _ranks.Of(trees.Features[start + node], trees.Thresholds[start + node]);
            for (var i = first; i < leaf; i++)
            {
                int pass = i / Pass, half = i / 8 % 2;
                _struck[block.FirstStrike + (((pass * block.Nodes) + node) * Side * 2) + (half * Side) + lane] |= (byte)(1 << (i % 8));
            }
            Follow(trees.Right[start + node]);
        }

        void Follow(short child)
        {
            if (child >= 0) Place(child);
            else _leaves[firstLeaf + leaf++] = trees.Leaves[trees.LeafStarts[tree] - child - 1];
        }
    }

    /// <summary>64 trees of at most so many nodes, and where theirs begin in the arrays.</summary>
    private readonly record struct Block(int Nodes, int FirstNode, int FirstStrike, int FirstLeaf)
    {
        public int Leaves => Nodes + 1;

        public int Passes => (Nodes / Pass) + 1;
    }
}
