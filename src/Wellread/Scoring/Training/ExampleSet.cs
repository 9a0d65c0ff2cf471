namespace Wellread.Scoring.Training;

/// <summary>The examples of all training rows, with what can only be known from all of them: document frequencies and familiarity.</summary>
internal sealed class ExampleSet
{
    private readonly float[] _inverseFrequencies;

    private ExampleSet(IReadOnlyList<Example> examples, float[] inverseFrequencies, Vocabulary vocabulary)
    {
        Examples = examples;
        _inverseFrequencies = inverseFrequencies;
        Vocabulary = vocabulary;
    }

    public IReadOnlyList<Example> Examples { get; }

    /// <summary>What is known of words, of every fold.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>log((1 + N) / (1 + n)) + 1 of a bucket that n of N examples have; 0 for a bucket that too few have.</summary>
    public float InverseFrequency(int bucket) => _inverseFrequencies[bucket];

    public static ExampleSet Build(IReadOnlyList<TrainingRow> rows, KnownLists lists, TrainingOptions options)
    {
        var bothSides = TitlesOfBothSides(rows);
        var seen = new HashSet<(string, string)>();
        var examples = new List<Example>();
        var familiarity = new FamiliarityCounter(options.Folds, lists.Speech);
        var folds = new Folds(rows, options.Folds);
        foreach (var row in rows)
        {
            var fold = folds.Of(row);
            var side = SideOf(row, options);
            if (side == 1) familiarity.Add(row, fold);
            var random = new Random(unchecked((int)FeatureHash.Of(row.Group) ^ options.Seed));
            foreach (var view in TrainingViews.Of(row, !bothSides.Contains(row.Title), random))
            {
                if (!seen.Add((view.Title, view.Text))) continue;
                examples.Add(FeatureCollector.Collect(row, view, side, options.Bits, fold));
            }
        }
        var vocabulary = new Vocabulary(familiarity.All, lists.Sizes, VectorTrainer.Train(rows, options));
        foreach (var example in examples) FillDense(example, vocabulary with { Familiarity = familiarity.Without(example.Fold) });
        return new ExampleSet(examples, InverseFrequencies(examples, options), vocabulary);
    }

    private static float? SideOf(TrainingRow row, TrainingOptions options)
    {
        if (row.Label == false) return 0;
        if (row.Label == true) return options.PressReleases.Contains(row.Corpus) ? 0.5f : 1;
        return row.Grade is null && options.InBetween.Contains(row.Corpus) ? 0.5f : null;
    }

    /// <summary>The n-gram features as the scorer weighs them: count × inverse frequency, each block brought to length one.</summary>
    public Microsoft.ML.Data.VBuffer<float> LinearFeatures(Example example, int bits)
    {
        var values = new float[example.Buckets.Length];
        Weigh(0, example.WordBuckets);
        Weigh(example.WordBuckets, example.Buckets.Length);
        var order = (int[])example.Buckets.Clone();
        Array.Sort(order, values);
        return Merge(order, values, 1 << bits);

        void Weigh(int from, int to)
        {
            var square = 0.0;
            for (var i = from; i < to; i++)
            {
                var frequency = _inverseFrequencies[example.Buckets[i]];
                values[i] = example.Counts[i] * frequency;
                square += example.Counts[i] * frequency * frequency;
            }
            var norm = square == 0 ? 0 : 1 / Math.Sqrt(square);
            for (var i = from; i < to; i++) values[i] = (float)(values[i] * norm);
        }
    }

    // A word and a run of characters may share a bucket; ML.NET wants each index once.
    private static Microsoft.ML.Data.VBuffer<float> Merge(int[] indices, float[] values, int length)
    {
        var count = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if (values[i] == 0) continue;
            if (count > 0 && indices[count - 1] == indices[i]) values[count - 1] += values[i];
            else (indices[count], values[count++]) = (indices[i], values[i]);
        }
        return new Microsoft.ML.Data.VBuffer<float>(length, count, values[..count], indices[..count]);
    }

    /// <summary>Dense features of an example; familiarity must not have been counted on its own group, or known words would look too familiar.</summary>
    public static void FillDense(Example example, Vocabulary vocabulary)
    {
        var nothing = default(NoFeatures);
        Featurizer.Read(example.View.Title, example.View.Text, vocabulary, ref nothing, out var counts);
        DenseFeatures.Fill(counts, example.Features);
    }

    private static float[] InverseFrequencies(List<Example> examples, TrainingOptions options)
    {
        var counts = new int[1 << options.Bits];
        foreach (var bucket in examples.SelectMany(example => example.Buckets)) counts[bucket]++;
        return [.. counts.Select(n => n < options.MinExamples ? 0 : MathF.Log((1f + examples.Count) / (1 + n)) + 1)];
    }

    private static HashSet<string> TitlesOfBothSides(IReadOnlyList<TrainingRow> rows) =>
        [.. rows.Where(row => row.Title.Length > 0 && row.Label is not null)
            .GroupBy(row => row.Title)
            .Where(title => title.Select(row => row.Label).Distinct().Count() > 1)
            .Select(title => title.Key)];

    private readonly struct NoFeatures : IFeatureSink
    {
        public void Word(uint hash) { }

        public void Character(uint hash) { }
    }
}
