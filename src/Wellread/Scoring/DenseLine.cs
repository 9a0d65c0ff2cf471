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

    /// <param name="features">The dense ones first.</param>
    public double Of(ReadOnlySpan<float> features)
    {
        var sum = (double)Bias;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * (double)Math.Min(Math.Max(features[i], Low[i]), High[i]);
        return sum;
    }

    /// <summary>The same, counting for a share only.</summary>
    public DenseLine Times(float share) => new([.. Weights.Select(weight => weight * share)], Low, High, Bias * share);

    /// <summary>Throws <see cref="InvalidDataException"/> unless every number can be counted with.</summary>
    public void Check()
    {
        var fits = Weights.Length == DenseFeatures.Count && Low.Length == DenseFeatures.Count && High.Length == DenseFeatures.Count && float.IsFinite(Bias);
        foreach (var values in (float[][])[Weights, Low, High]) fits &= Array.TrueForAll(values, float.IsFinite);
        if (!fits) throw new InvalidDataException("line");
    }
}
