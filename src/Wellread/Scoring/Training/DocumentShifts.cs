namespace Wellread.Scoring.Training;

/// <summary>
/// What the raters of one document gave above or below what its sentences are like: who rates a hard document gets stricter or milder with all of it. Each
/// document has a shift of its own beside the line over the features, held back by how little was rated of it (a mixed model: Henderson, Biometrics 1975); the line and the
/// shifts are fitted in turns.
/// </summary>
internal static class DocumentShifts
{
    // After five the shifts move by less than a hundredth of a grade.
    private const int Turns = 5;

    /// <summary>Where each example's document begins: rated rows of one source that follow one another in a file.</summary>
    /// <param name="graded">In the order of their files.</param>
    public static Dictionary<Example, int> Documents(IReadOnlyList<Example> graded)
    {
        var documents = new Dictionary<Example, int>(graded.Count);
        for (var i = 0; i < graded.Count; i++)
        {
            var follows = i > 0 && (graded[i].Row.Corpus, graded[i].Row.Source) == (graded[i - 1].Row.Corpus, graded[i - 1].Row.Source);
            documents.Add(graded[i], follows ? documents[graded[i - 1]] : i);
        }
        return documents;
    }

    /// <summary>The grades less their document's shift.</summary>
    /// <param name="graded">What is learnt from; their documents may be there in part.</param>
    /// <param name="documents"><see cref="Documents"/>.</param>
    /// <param name="ridge">How strongly the line's weights are held back.</param>
    /// <param name="hold">How many ratings it takes for half of a shift.</param>
    public static double[] Level(IReadOnlyList<Example> graded, IReadOnlyDictionary<Example, int> documents, double ridge, double hold)
    {
        double[] grades = [.. graded.Select(example => example.Row.Grade!.Value)], level = grades;
        var byDocument = Enumerable.Range(0, graded.Count).GroupBy(i => documents[graded[i]]).Select(rows => rows.ToArray()).ToList();
        if (byDocument.Count < 2) return grades;
        for (var turn = 0; turn < Turns; turn++)
        {
            var line = RidgeTrainer.Fit([.. graded.Select((example, i) => (example.Features, level[i]))], ridge);
            var left = graded.Select((example, i) => grades[i] - line.Of(example.Features)).ToArray();
            var shifts = new double[graded.Count];
            foreach (var rows in byDocument)
            {
                var shift = rows.Sum(i => left[i]) / (rows.Length + hold);
                foreach (var i in rows) shifts[i] = shift;
            }
            // All documents together are not shifted.
            var mean = shifts.Average();
            level = [.. grades.Select((grade, i) => grade - shifts[i] + mean)];
        }
        return level;
    }
}
