using System.Collections.Frozen;
using Microsoft.ML;
using Microsoft.ML.Data;
using Wellread.Articles;
using Wellread.Scoring.Training;

namespace Wellread.Benchmarks;

/// <summary>
/// Fits the health gate's model from labelled rows of the corpora and items of our own. What a word says is shared with words that keep the same company, by vectors that all of the corpora's
/// texts give; their part goes into the words' own weights, so that judging needs no vectors. First it says how well a model does on the fifth that it did not see.
/// </summary>
internal static class GateTraining
{
    private const float L2 = 8;
    private const int Iterations = 200;
    private const float WeightOfBetween = 0.5f;
    private const float WeightOfUnsure = 0.5f;

    /// <summary>A feature of fewer gets no weight.</summary>
    private const int FewestItems = 2;

    /// <summary>A weight that is smaller is left out.</summary>
    private const float LeastWeight = 0.004f;

    private const int VectorSize = 64;
    private const int VectorTexts = 5;
    private const int Parts = 5;

    public static int Run(string folder, string ownItems, string shared, string output)
    {
        var items = GateItems.Read(folder, ownItems, shared).ToList();
        var vectors = VectorTrainer.Fit([.. GateItems.Words(shared)], VectorTexts, VectorSize, seed: 1);
        var companies = vectors.SelectMany(word => ((uint, Company)[])[(GateFeatures.OfTitle(word.Word), new(0, word.Vector)), (GateFeatures.OfText(word.Word), new(VectorSize, word.Vector))])
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);
        Console.WriteLine($"{items.Count} items, {items.Count(item => item.Share == 1)} of use; vectors of {vectors.Count} words");
        Tell(items, companies);
        File.WriteAllBytes(output, Fit(items, companies));
        return 0;
    }

    private static void Tell(List<GateItem> items, FrozenDictionary<uint, Company> companies)
    {
        var judged = new List<(GateItem Item, double Score)>();
        for (var part = 0; part < Parts; part++)
        {
            var model = GateModel.Read(Fit([.. items.Where(item => item.Part % Parts != part)], companies));
            judged.AddRange(items.Where(item => item.Part % Parts == part && item.Share != 0.5f).Select(item => (item, model.Score(item.Article, item.Evidence))));
        }
        foreach (var source in judged.GroupBy(one => one.Item.Source).OrderByDescending(group => group.Count()).Prepend(judged.GroupBy(_ => "all").Single()))
        {
            Console.Write($"{source.Key,-14} {source.Count(),5} items, {source.Count(one => one.Item.Share == 1),5} of use; precision/recall");
            foreach (var bound in (double[])[-1, -0.5, 0, 0.5, 1, 1.5])
            {
                var (right, passed, useful) = (source.Count(one => one.Score >= bound && one.Item.Share == 1), source.Count(one => one.Score >= bound), source.Count(one => one.Item.Share == 1));
                Console.Write($" from {bound}: {(double)right / Math.Max(1, passed):F3}/{(double)right / Math.Max(1, useful):F3}");
            }
            Console.WriteLine();
        }
    }

    /// <param name="Offset">Where the sums over a title's or a text's words stand.</param>
    private sealed record Company(int Offset, float[] Vector);

    private static byte[] Fit(List<GateItem> items, FrozenDictionary<uint, Company> companies)
    {
        var places = items.SelectMany(item => item.Features.Select(feature => feature.Hash).Distinct()).CountBy(hash => hash).Where(pair => pair.Value >= FewestItems && pair.Key != 0)
            .Select(pair => pair.Key).Order().Select((hash, i) => (hash, 2 * VectorSize + i)).ToFrozenDictionary(pair => pair.hash, pair => pair.Item2);
        var bits = 1;
        while (1 << bits < places.Count + 2 * VectorSize) bits++;
        var rows = items.SelectMany(item => LinearInput.Sides(Input(item, places, companies, bits), item.Share, (item.Share == 0.5f ? WeightOfBetween : 1) * (item.IsUnsure ? WeightOfUnsure : 1)));
        var fit = LinearTrainer.Fit(new MLContext(1), rows.ToList(), bits, L2, Iterations);
        var weights = places.Keys.Union(companies.Keys).Order().Select(hash => (hash, Weight(hash))).Where(row => Math.Abs(row.Item2) >= LeastWeight).ToList();
        return GateModel.Write(fit.Bias, weights);

        float Weight(uint hash)
        {
            var weight = places.TryGetValue(hash, out var place) ? fit.Weights[place] : 0;
            if (companies.TryGetValue(hash, out var company)) for (var k = 0; k < VectorSize; k++) weight += fit.Weights[company.Offset + k] * company.Vector[k];
            return weight;
        }
    }

    private static VBuffer<float> Input(GateItem item, FrozenDictionary<uint, int> places, FrozenDictionary<uint, Company> companies, int bits)
    {
        var values = new SortedDictionary<int, float>();
        foreach (var (hash, value) in item.Features)
        {
            if (places.TryGetValue(hash, out var place)) values[place] = values.GetValueOrDefault(place) + value;
            if (!companies.TryGetValue(hash, out var company)) continue;
            for (var k = 0; k < VectorSize; k++) values[company.Offset + k] = values.GetValueOrDefault(company.Offset + k) + value * company.Vector[k];
        }
        return new VBuffer<float>(1 << bits, values.Count, [.. values.Values], [.. values.Keys]);
    }
}
