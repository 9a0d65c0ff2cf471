namespace Wellread.Scoring.Training;

/// <summary>Packs fitted weights into the whole numbers that the scorer sums.</summary>
internal static class Quantization
{
    public static LinearWeights Pack(ExampleSet set, int bits, float[] friendliness)
    {
        var buckets = new BucketWeights[1 << bits];
        float friendlinessScale = Scale(friendliness), squareScale = 0;
        for (var i = 0; i < buckets.Length; i++) squareScale = Math.Max(squareScale, set.InverseFrequency(i) * set.InverseFrequency(i) / ushort.MaxValue);
        if (squareScale == 0) squareScale = 1;
        for (var i = 0; i < buckets.Length; i++)
        {
            var frequency = set.InverseFrequency(i);
            buckets[i].Friendliness = (short)MathF.Round(friendliness[i] * frequency / friendlinessScale);
            buckets[i].Square = (ushort)MathF.Round(frequency * frequency / squareScale);
        }
        return new LinearWeights(bits, buckets, friendlinessScale, squareScale);

        float Scale(float[] weights)
        {
            var largest = 0f;
            for (var i = 0; i < weights.Length; i++) largest = Math.Max(largest, Math.Abs(weights[i] * set.InverseFrequency(i)));
            return largest == 0 ? 1 : largest / short.MaxValue;
        }
    }
}
