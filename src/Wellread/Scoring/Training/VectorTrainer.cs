namespace Wellread.Scoring.Training;

/// <summary>
/// Gives words vectors by the company they keep: how much more often than by chance two words stand within four words of each other (positive pointwise mutual
/// information, contexts smoothed: Levy, Goldberg and Dagan, TACL 2015), brought down to a few numbers by its largest singular vectors. Nobody's labels are looked at.
/// </summary>
internal static class VectorTrainer
{
    private const int Window = 4;

    // 1, 1/2, 1/3 and 1/4, as whole numbers.
    private const int Unit = 12;

    private const double Smoothing = 0.75;

    public static WordVectors Train(IReadOnlyList<TrainingRow> rows, TrainingOptions options)
    {
        List<uint[]> texts = [.. rows.SelectMany(row => (uint[][])[Words(TextTrimming.Title(row.Title)), Words(TextTrimming.Text(row.Text, out _))]).Where(words => words.Length > 0)];
        var vocabulary = Frequent(texts, options.VectorTexts);
        if (vocabulary.Count <= WordVectors.Size) return WordVectors.None;
        var matrix = Weigh(Count(texts, vocabulary), vocabulary.Count);
        var vectors = SingularVectors.Of(matrix, WordVectors.Size, options.Seed);
        return WordVectors.From(vocabulary.OrderBy(word => word.Value).Select(word => (word.Key, vectors[word.Value])));
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

    private static SparseMatrix Weigh(Dictionary<(int First, int Second), int> pairs, int words)
    {
        var totals = new double[words];
        foreach (var ((first, second), count) in pairs)
        {
            totals[first] += count;
            totals[second] += count;
        }
        var contexts = totals.Select(total => Math.Pow(total, Smoothing)).ToArray();
        var all = contexts.Sum();
        List<(int Row, int Column, float Value)> entries = [];
        foreach (var ((first, second), count) in pairs)
        {
            Add(first, second, count);
            Add(second, first, count);
        }
        return new SparseMatrix(words, entries);

        void Add(int row, int column, int count)
        {
            // A word beside itself was counted twice into its total, and comes here twice.
            var information = Math.Log((row == column ? 2.0 : 1) * count * all / (totals[row] * contexts[column]));
            if (information > 0 && (row != column || entries is not [.., var last] || (last.Row, last.Column) != (row, column))) entries.Add((row, column, (float)information));
        }
    }
}
