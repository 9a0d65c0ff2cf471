namespace Wellread.Scoring.Training;

/// <summary>
/// Which fold a group belongs to. Groups that stand together in a file go to the same fold, because they often come from one document even where
/// nobody says so, and a fold that has seen half of a document knows the other half too well.
/// </summary>
internal sealed class Folds
{
    private const int MostNeighbours = 40;

    private const int BlocksPerFold = 10;

    private readonly Dictionary<string, int> _byGroup = new(StringComparer.Ordinal);

    /// <param name="rows">In the order of their files.</param>
    /// <param name="count">How many folds.</param>
    public Folds(IReadOnlyList<TrainingRow> rows, int count)
    {
        foreach (var corpus in rows.GroupBy(row => row.Corpus))
        {
            var groups = corpus.Select(row => row.Group).Distinct().ToList();
            var neighbours = Math.Clamp(groups.Count / (count * BlocksPerFold), 1, MostNeighbours);
            for (var i = 0; i < groups.Count; i++) _byGroup.TryAdd(groups[i], (int)(FeatureHash.Of($"{corpus.Key} {i / neighbours}") % (uint)count));
        }
    }

    public int Of(TrainingRow row) => _byGroup[row.Group];

    /// <summary>The examples of the other folds; all of them where those would lack a side, as with very few texts.</summary>
    public static List<Example> Others(IReadOnlyList<Example> examples, int fold, Func<Example, float> side)
    {
        var others = examples.Where(example => example.Fold != fold).ToList();
        return HasBothSides(others, side) ? others : [.. examples];
    }

    public static bool HasBothSides(List<Example> examples, Func<Example, float> side) =>
        examples.Exists(example => side(example) > 0.5f) && examples.Exists(example => side(example) < 0.5f);
}
