namespace Wellread.Scoring.Training;

/// <summary>Packs fitted weights into the whole numbers that the scorer sums.</summary>
internal static class Quantization
{
    public static LinearWeights Pack(ExampleSet set, int bits, float[] friendliness)
    {
        var frequencies = Enumerable.Range(0, 1 << bits).Select(set.InverseFrequency).ToArray();
        var levels = Levels(frequencies);
        var largest = friendliness.Select((weight, i) => Math.Abs(weight * frequencies[i])).Max();
        var scale = largest == 0 ? 1 : largest / LinearWeights.LargestWeight;
        var squareScale = levels[^1] == 0 ? 1 : levels[^1] * levels[^1] / ushort.MaxValue;
        var buckets = new ushort[1 << bits];
        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] = LinearWeights.Pack((int)MathF.Round(friendliness[i] * frequencies[i] / scale), Nearest(levels, frequencies[i]));
        }
        return new LinearWeights(bits, buckets, [.. levels.Select(level => (ushort)MathF.Round(level * level / squareScale))], scale, squareScale);
    }

    // 0, and frequencies at even steps between the lowest and the highest.
    private static float[] Levels(float[] frequencies)
    {
        var used = frequencies.Where(frequency => frequency > 0).DefaultIfEmpty().ToList();
        float low = used.Min(), high = used.Max();
        return [0, .. Enumerable.Range(0, LinearWeights.Squares - 1).Select(i => low + ((high - low) * i / (LinearWeights.Squares - 2)))];
    }

    private static int Nearest(float[] levels, float frequency)
    {
        if (frequency == 0) return 0;
        var nearest = 1;
        for (var level = 2; level < levels.Length; level++)
        {
            if (Math.Abs(levels[level] - frequency) < Math.Abs(levels[nearest] - frequency)) nearest = level;
        }
        return nearest;
    }
}
