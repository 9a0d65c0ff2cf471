using Microsoft.ML;
using Microsoft.ML.Data;

namespace Wellread.Scoring.Training;

/// <summary>
/// Gives words vectors by the company they keep: how much more often than by chance two words stand within four words of each other (positive pointwise mutual
/// information, contexts smoothed: Levy, Goldberg and Dagan, TACL 2015), brought down to a few numbers by
/// ML.NET's principal components. Nobody's labels are looked at.
/// </summary>
internal static class VectorTrainer
{
    private const int Window = 4;

    // 1, 1/2, 1/3 and 1/4, as whole numbers.
    private const int Unit = 12;

    private const double Smoothing = 0.75;

    // More components than are wanted make these truer.
    private const int Spare = 20;

    public static WordVectors Train(IReadOnlyList<TrainingRow> rows, TrainingOptions options)
    {
        List<uint[]> texts = [.. rows.SelectMany(row => (uint[][])[Words(TextTrimming.Title(row.Title)), Words(TextTrimming.Text(row.Text, out _))]).Where(words => words.Length > 0)];
        return WordVectors.From(Fit(texts, options.VectorTexts, WordVectors.Size, options.Seed));
    }

    /// <summary>Vectors of length one of the words, by their hashes, that at least so many texts have; those in most texts first.</summary>
    public static IReadOnlyList<(uint Word, float[] Vector)> Fit(List<uint[]> texts, int least, int size, int seed)
    {
        var vocabulary = Frequent(texts, least);
        if (vocabulary.Count <= size) return [];
        var vectors = Reduce(Weigh(Count(texts, vocabulary), vocabulary.Count), size, seed);
        return [.. vocabulary.OrderBy(word => word.Value).Select(word => (word.Key, vectors[word.Value]))];
    }

    private static uint[] Words(ReadOnlySpan<char> text)
    {
        List<uint> words = [];
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var tokens = new TokenReader(text, buffer);
        while (tokens.Next())
        {
            if (tokens.Kind == TokenKind.Word) words.Add(FeatureHash.Of(tokens.Lowered));
        }
        return [.. words];
    }

    // Each word's row; those in most texts first. 0 marks a free place of the table that they go to.
    private static Dictionary<uint, int> Frequent(List<uint[]> texts, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var word in texts.SelectMany(words => words.Distinct())) counts[word] = counts.GetValueOrDefault(word) + 1;
        return counts.Where(word => word.Value >= least && word.Key != 0).OrderByDescending(word => word.Value).ThenBy(word => word.Key)
            .Select((word, row) => (word.Key, row)).ToDictionary(word => word.Key, word => word.row);
    }

    private static Dictionary<(int, int), int> Count(List<uint[]> texts, Dictionary<uint, int> vocabulary)
    {
        var pairs = new Dictionary<(int, int), int>();
        foreach (var words in texts)
        {
            var rows = Array.ConvertAll(words, word => vocabulary.GetValueOrDefault(word, -1));
            for (var i = 0; i < rows.Length; i++)
            {
                for (var apart = 1; apart <= Window && i + apart < rows.Length; apart++)
                {
                    int first = rows[i], second = rows[i + apart];
                    if (first < 0 || second < 0) continue;
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pairs, (Math.Min(first, second), Math.Max(first, second)), out _) += Unit / apart;
                }
            }
        }
        return pairs;
    }

    // Of each word how much it is drawn to which others.
    private static List<Company> Weigh(Dictionary<(int First, int Second), int> pairs, int words)
    {
        var totals = new double[words];
        foreach (var ((first, second), count) in pairs)
        {
            totals[first] += count;
            totals[second] += count;
        }
        var contexts = totals.Select(total => Math.Pow(total, Smoothing)).ToArray();
        var all = contexts.Sum();
        var drawn = Enumerable.Range(0, words).Select(_ => (Columns: new List<int>(), Values: new List<float>())).ToArray();
        // In this order each row gets its columns in theirs.
        foreach (var ((first, second), count) in pairs.OrderBy(pair => pair.Key))
        {
            Add(first, second, count);
            if (first != second) Add(second, first, count);
        }
        return [.. drawn.Select(row => new Company { Words = new VBuffer<float>(words, row.Columns.Count, [.. row.Values], [.. row.Columns]) })];

        void Add(int row, int column, int count)
        {
            // A word beside itself was counted twice into its total.
            var information = Math.Log((row == column ? 2.0 : 1) * count * all / (totals[row] * contexts[column]));
            if (information <= 0) return;
            drawn[row].Columns.Add(column);
            drawn[row].Values.Add((float)information);
        }
    }

    // Components come in any length: each counts by the root of what it explains, and each word is brought to length one.
    private static float[][] Reduce(List<Company> rows, int size, int seed)
    {
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(Company));
        schema[nameof(Company.Words)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows.Count);
        var data = context.Data.LoadFromEnumerable(rows, schema);
        var reduced = context.Transforms.ProjectToPrincipalComponents(nameof(Place.Numbers), nameof(Company.Words), rank: size, overSampling: Spare, ensureZeroMean: false, seed: seed)
            .Fit(data).Transform(data);
        var places = context.Data.CreateEnumerable<Place>(reduced, reuseRowObject: false, ignoreMissingColumns: true).Select(place => place.Numbers).ToArray();
        var scales = Enumerable.Range(0, size).Select(k => Scale(rows, [.. places.Select(place => (double)place[k])])).ToArray();
        return Array.ConvertAll(places, place =>
        {
            var scaled = place.Select((number, k) => number * scales[k]).ToArray();
            var length = Math.Sqrt(scaled.Sum(number => number * number));
            return Array.ConvertAll(scaled, number => length == 0 ? 0 : (float)(number / length));
        });
    }

    // The root of a component's singular value, for a column of unit length.
    private static double Scale(List<Company> rows, double[] column)
    {
        var length = Math.Sqrt(column.Sum(number => number * number));
        var across = new double[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (word, value) in rows[row].Words.Items()) across[word] += value * column[row];
        }
        return length == 0 ? 0 : Math.Sqrt(Math.Sqrt(across.Sum(number => number * number)) / length) / length;
    }

    private sealed class Company
    {
        public required VBuffer<float> Words { get; init; }
    }

    private sealed class Place
    {
        public float[] Numbers { get; set; } = [];
    }
}
