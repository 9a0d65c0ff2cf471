using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Wellread.Articles;

namespace Wellread.Benchmarks;

/// <summary>
/// Fits the model of sensitive subjects: one line for what is harmless and one for each subject, so that words of two subjects that mean nothing together don't add up. First it says how well
/// a model does on what it did not see, by four turns, and where asked writes which real texts it would hold then: a person reads them, and says in <c>sensitive-real.tsv</c> what they are.
/// </summary>
internal static class SensitiveTraining
{
    private const float L2 = 1f;
    private const int Iterations = 60;
    private const int Kept = 24_000;
    private const int FewestReal = 4;
    private static readonly double[] Bounds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public uint Label { get; set; }

        public float Weight { get; set; }
    }

    public static int Run(string folder, string shared, string output, string? held = null)
    {
        var texts = new SensitiveTexts(folder, shared);
        List<SensitiveSentence> sentences = [.. texts.Own(), .. texts.Real()];
        Console.WriteLine($"{sentences.Count(one => !one.IsReal)} sentences of our own, {sentences.Count(one => !one.IsReal && one.Subject >= 0)} of them sensitive, and {sentences.Count(one => one.IsReal)} real ones, {sentences.Count(one => one.IsReal && one.Subject >= 0)} of them sensitive");
        if (held is not null) Tell(sentences, held);
        File.WriteAllBytes(output, Fit(sentences));
        return 0;
    }

    private static void Tell(List<SensitiveSentence> sentences, string held)
    {
        var judged = new List<(SensitiveSentence Sentence, double Likely, int Subject)>();
        for (var part = 0; part < SensitiveTexts.Parts; part++)
        {
            var model = SensitiveModel.Read(Fit([.. sentences.Where(sentence => sentence.Part != part)]));
            judged.AddRange(sentences.Where(sentence => sentence.Part == part).Select(sentence => (sentence, model.Judge(sentence.Features).Likely, model.Judge(sentence.Features).Subject)));
        }
        foreach (var bound in Bounds)
        {
            var own = judged.Where(one => !one.Sentence.IsReal).ToList();
            var right = own.Count(one => one.Sentence.Subject >= 0 && one.Likely >= bound);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from {bound}: precision {(double)right / own.Count(one => one.Likely >= bound):F3}, recall {(double)right / own.Count(one => one.Sentence.Subject >= 0):F3}, subject right {(double)own.Count(one => one.Likely >= bound && one.Sentence.Subject >= 0 && one.Subject == one.Sentence.Subject) / right:F3}, real ones {judged.Count(one => one.Sentence.IsReal && one.Likely >= bound)}, right {judged.Count(one => one.Sentence.IsReal && one.Sentence.Subject >= 0 && one.Likely >= bound)}"));
        }
        File.WriteAllLines(held, judged.Where(one => one.Sentence.IsReal && one.Likely >= Bounds[0]).OrderByDescending(one => one.Likely)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Sentence.Id}\t{one.Sentence.Place}\t{one.Sentence.Subject}\t{one.Subject}\t{one.Likely:F3}")));
    }

    private static byte[] Fit(List<SensitiveSentence> sentences)
    {
        var places = Places(sentences);
        var bits = 1;
        while (1 << bits < places.Count) bits++;
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 1 << bits);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), 1 + SensitiveModel.Subjects);
        var context = new MLContext(1);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = L2,
            MaximumNumberOfIterations = Iterations,
            OptimizationTolerance = 1e-5f,
            HistorySize = 10,
            NumberOfThreads = 1,
            DenseOptimizer = true,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(sentences.Select(sentence => RowOf(sentence, places, bits)).ToList(), schema)).Model;
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        var lines = weights.Select(line => line.DenseValues().ToArray()).ToArray();
        var rows = places.Select(place => (Hash: place.Key, Weights: lines.Select(line => line[place.Value]).ToArray()))
            .OrderByDescending(row => row.Weights.Max() - row.Weights.Min()).ThenBy(row => row.Hash).Take(Kept).OrderBy(row => row.Hash).ToList();
        return SensitiveModel.Write(rows, [.. model.GetBiases()]);
    }

    // What only a few real sentences have says nothing.
    private static Dictionary<uint, int> Places(List<SensitiveSentence> sentences)
    {
        var own = sentences.Where(sentence => !sentence.IsReal).SelectMany(sentence => sentence.Features.All).ToHashSet();
        own.UnionWith(sentences.SelectMany(sentence => sentence.Features.All).CountBy(hash => hash).Where(pair => pair.Value >= FewestReal).Select(pair => pair.Key));
        return own.Order().Select((hash, i) => (hash, i)).ToDictionary(pair => pair.hash, pair => pair.i);
    }

    // A key counts from nought here.
    private static Row RowOf(SensitiveSentence sentence, Dictionary<uint, int> places, int bits)
    {
        var indices = sentence.Features.All.Where(places.ContainsKey).Select(hash => places[hash]).Order().ToArray();
        return new Row { Features = new VBuffer<float>(1 << bits, indices.Length, [.. indices.Select(_ => 1f)], indices), Label = (uint)(sentence.Subject + 1), Weight = sentence.Weight };
    }
}
