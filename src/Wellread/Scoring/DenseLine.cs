using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// A line over the dense features. Each counts within the bounds that it had in training, so that an odd text is not taken further than anything that was rated.
/// </summary>
/// <param name="weights">One for each feature.</param>
/// <param name="low">Below it a feature counts as this.</param>
/// <param name="high">Above it a feature counts as this.</param>
internal sealed class DenseLine(float[] weights, float[] low, float[] high, float bias)
{
    public static DenseLine None { get; } = new(new float[DenseFeatures.Count], new float[DenseFeatures.Count], new float[DenseFeatures.Count], 0);

    public float[] Weights { get; } = weights;

    public float[] Low { get; } = low;

    public float[] High { get; } = high;

    public float Bias { get; } = bias;

    /// <param name="features">The dense ones first; others may follow.</param>
    public double Of(ReadOnlySpan<float> features)
    {
        ref var values = ref MemoryMarshal.GetReference(features[..Weights.Length]);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(Weights);
        ref var low = ref MemoryMarshal.GetArrayDataReference(Low);
        ref var high = ref MemoryMarshal.GetArrayDataReference(High);
        var sums = Vector256<float>.Zero;
        var sum = (double)Bias;
        nuint i = 0, count = (nuint)Weights.Length, step = (nuint)Vector256<float>.Count;
        for (; i + step <= count; i += step)
        {
            var value = Vector256.Min(Vector256.Max(Vector256.LoadUnsafe(ref values, i), Vector256.LoadUnsafe(ref low, i)), Vector256.LoadUnsafe(ref high, i));
            sums += value * Vector256.LoadUnsafe(ref weights, i);
        }
        for (; i < count; i++) sum += Unsafe.Add(ref weights, i) * Math.Min(Math.Max(Unsafe.Add(ref values, i), Unsafe.Add(ref low, i)), Unsafe.Add(ref high, i));
        return sum + Vector256.Sum(sums);
    }

    /// <summary>The same, counting for a share only, and <paramref name="more"/> on top.</summary>
    public DenseLine Times(float share, float more = 0) => new([.. Weights.Select(weight => weight * share)], Low, High, (Bias * share) + more);

    /// <summary>Throws <see cref="InvalidDataException"/> unless every number can be counted with.</summary>
    public void Check()
    {
        var fits = Weights.Length == DenseFeatures.Count && Low.Length == DenseFeatures.Count && High.Length == DenseFeatures.Count && float.IsFinite(Bias);
        foreach (var values in (float[][])[Weights, Low, High]) fits &= Array.TrueForAll(values, float.IsFinite);
        if (!fits) throw new InvalidDataException("line");
    }
}
