namespace Wellread.Scoring.Training;

/// <summary>A view of a text as features: n-gram buckets with counts, and the dense features. <see cref="Fold"/> is the same for a whole group.</summary>
internal sealed class Example
{
    public required TrainingRow Row { get; init; }

    public required TextView View { get; init; }

    public required int Fold { get; init; }

    /// <summary>Relative to the other views of its corpus.</summary>
    public required float Weight { get; init; }

    /// <summary>What friendliness learns of it: 1 friendly, 0 technical, 0.5 in between; null for an example that only difficulty learns from.</summary>
    public required float? Side { get; init; }

    /// <summary>Word buckets first, then character buckets; each block in ascending order.</summary>
    public required int[] Buckets { get; init; }

    public required byte[] Counts { get; init; }

    /// <summary>How many of <see cref="Buckets"/> are words.</summary>
    public required int WordBuckets { get; init; }

    /// <summary>As the trees see them: the dense features and the places of <see cref="StackedFeatures"/>.</summary>
    public float[] Features { get; } = new float[StackedFeatures.Count];
}

/// <summary>Collects the buckets of one text.</summary>
internal readonly struct FeatureCollector(int bits, List<int> words, List<int> characters) : IFeatureSink
{
    public void Word(uint hash) => words.Add(WeightSums.WordBucket(hash, bits));

    public void Character(uint hash) => characters.Add(WeightSums.CharacterBucket(hash, bits));

    /// <summary>Reads a view into an example; its dense features are filled later, when familiarity is known.</summary>
    public static Example Collect(TrainingRow row, TextView view, float? side, int bits, int fold)
    {
        List<int> words = [], characters = [];
        var collector = new FeatureCollector(bits, words, characters);
        Featurizer.Read(view.Title, view.Text, Vocabulary.None, ref collector, out _);
        List<int> buckets = [];
        List<byte> counts = [];
        Add(words, buckets, counts);
        var wordBuckets = buckets.Count;
        Add(characters, buckets, counts);
        return new Example
        {
            Row = row,
            View = view,
            Fold = fold,
            Weight = view.Weight,
            Side = side,
            Buckets = [.. buckets],
            Counts = [.. counts],
            WordBuckets = wordBuckets,
        };
    }

    private static void Add(List<int> occurrences, List<int> buckets, List<byte> counts)
    {
        occurrences.Sort();
        var first = true;
        foreach (var bucket in occurrences)
        {
            if (!first && buckets[^1] == bucket)
            {
                if (counts[^1] < byte.MaxValue) counts[^1]++;
            }
            else
            {
                buckets.Add(bucket);
                counts.Add(1);
            }
            first = false;
        }
    }
}
