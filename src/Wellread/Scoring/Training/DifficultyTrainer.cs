using Microsoft.ML;

namespace Wellread.Scoring.Training;

/// <summary>What says how hard a text is: trees and a line over the dense features.</summary>
internal sealed record DifficultyFit(TreeEnsemble Trees, DenseLine Line)
{
    public static DifficultyFit None { get; } = new(TreeEnsemble.None, DenseLine.None);

    public double Of(float[] features) => Trees.Sum(features) + Line.Of(features);
}

/// <summary>
/// Learns difficulty from rated examples. Boosted trees follow the bends, a line goes straight through; together they follow the raters better than either. Neither sees n-grams, which know the subjects of a few rated documents too well, nor how strict a document's raters were.
/// </summary>
internal sealed class DifficultyTrainer(MLContext context, TrainingOptions options)
{
    /// <summary>Fits all rated examples, and writes into every example what is said of it; of a rated one by a fit that has not seen its fold.</summary>
    public DifficultyFit Fit(IReadOnlyList<Example> examples)
    {
        var graded = examples.Where(example => example.Row.Grade is not null).ToList();
        if (graded.Count == 0) return DifficultyFit.None;
        var documents = DocumentShifts.Documents(graded);
        var final = FitAll(graded, documents);
        foreach (var example in examples) example.Features[StackedFeatures.Difficulty] = (float)final.Of(example.Features);
        for (var fold = 0; fold < options.Folds; fold++)
        {
            // A grade between 1 and 6 as a side between 0 and 1.
            var others = FitAll(Folds.Others(graded, fold, example => (float)((example.Row.Grade!.Value - 1) / 5)), documents);
            foreach (var example in graded.Where(example => example.Fold == fold)) example.Features[StackedFeatures.Difficulty] = (float)others.Of(example.Features);
        }
        return final;
    }

    private DifficultyFit FitAll(IReadOnlyList<Example> graded, Dictionary<Example, int> documents)
    {
        const int Inputs = DenseFeatures.Count;
        var grades = DocumentShifts.Level(graded, documents, options.LineRidge, options.DocumentHold);
        // The trees start from nothing: what all grades have in common would cost them their first splits.
        var mean = (float)grades.Average();
        var rows = graded.Select((example, i) => new DenseInput { Features = example.Features[..Inputs], Target = (float)grades[i] - mean }).ToList();
        var trees = TreeTrainer.FitTarget(context, rows, Inputs, options.DifficultyTrees, options.Seed).Times(1 - options.LineShare);
        var line = RidgeTrainer.Fit([.. graded.Select((example, i) => (example.Features, grades[i]))], options.LineRidge);
        return new DifficultyFit(trees, line.Times(options.LineShare, more: mean * (1 - options.LineShare)));
    }
}
