using Microsoft.ML;

namespace Wellread.Scoring.Training;

/// <summary>
/// Trains both heads. Friendliness: a line over n-grams by L-BFGS, and trees that see that line's score, the difficulty and the dense features. The line's
/// scores that the trees learn from are of folds it had not seen, or the trees would trust it too much. Deterministic by seed.
/// </summary>
internal sealed class FriendlinessTrainer(TrainingOptions options, Action<string> progress)
{
    private readonly MLContext _context = new(options.Seed);

    public FriendlinessModel Train(IReadOnlyList<TrainingRow> rows, KnownLists lists)
    {
        var training = rows.Where(row => row.Trains).ToList();
        progress($"Reading {training.Count:N0} texts as features.");
        var set = ExampleSet.Build(training, lists, options);
        progress($"{set.Examples.Count:N0} examples.");
        progress($"Difficulty: {set.Examples.Count(example => example.Row.Grade is not null):N0} rated examples.");
        var difficulty = new DifficultyTrainer(_context, options).Fit(set.Examples);
        var friendliness = FitFriendliness(set, out var friendlinessTrees);
        var constants = new ModelConstants(
            friendliness.Bias, options.TreeShare, options.DifficultyShare, Slope: 1, Offset: 0, PatientsFrom: 0.5f, ColleaguesBelow: 0.5f);
        var model = new FriendlinessModel
        {
            Version = "untitled",
            Linear = Quantization.Pack(set, options.Bits, friendliness.Weights),
            Vocabulary = set.Vocabulary,
            FriendlinessTrees = friendlinessTrees,
            DifficultyTrees = difficulty.Trees,
            DifficultyLine = difficulty.Line,
            Constants = constants,
        };
        var kept = KeptBack.ForCalibration(rows, options);
        return Calibration.Calibrate(model, kept.Count > 0 ? kept : training, options);
    }

    // A share counts for both sides: a text in between is half of each.
    private static IEnumerable<LinearInput> Sides(Microsoft.ML.Data.VBuffer<float> features, float share, float weight = 1)
    {
        if (share > 0) yield return new LinearInput { Features = features, Label = true, Weight = weight * share };
        if (share < 1) yield return new LinearInput { Features = features, Label = false, Weight = weight * (1 - share) };
    }

    private LinearFit FitFriendliness(ExampleSet set, out TreeEnsemble trees)
    {
        var sided = set.Examples.Where(example => example.Side is not null).ToList();
        var weights = ExampleWeights.Of(sided, options);
        progress($"Friendliness: {sided.Count(example => example.Side == 1):N0} friendly, {sided.Count(example => example.Side == 0):N0} technical, {sided.Count(example => example.Side == 0.5f):N0} in between.");
        var inputs = sided.ToDictionary(example => example, example => set.LinearFeatures(example, options.Bits));
        for (var fold = 0; fold < options.Folds; fold++)
        {
            progress($"Friendliness: line without fold {fold + 1} of {options.Folds}.");
            var line = FitLine(Folds.Others(sided, fold, example => example.Side!.Value));
            foreach (var example in sided.Where(example => example.Fold == fold))
            {
                example.Features[StackedFeatures.LinearFriendliness] = (float)line.Score(inputs[example]);
            }
        }
        progress("Friendliness: line over everything.");
        var final = FitLine(sided);
        progress("Friendliness: trees.");
        trees = TreeTrainer.FitClasses(_context, sided.SelectMany(TreeRows), StackedFeatures.Count, options.FriendlinessTrees, options.Seed);
        return final;

        LinearFit FitLine(IEnumerable<Example> examples) => LinearTrainer.Fit(
            _context, examples.SelectMany(example => Sides(inputs[example], example.Side!.Value, weights[example])), options.Bits, options.LinearL2, options.Iterations);

        IEnumerable<TreeInput> TreeRows(Example example)
        {
            var (features, side, weight) = (TreeFeatures(example.Features), example.Side!.Value, weights[example]);
            if (side > 0) yield return new TreeInput { Features = features, Label = true, Weight = weight * side };
            if (side < 1) yield return new TreeInput { Features = features, Label = false, Weight = weight * (1 - side) };
        }
    }

    // The totals are held at nothing: here they would teach how much of a text each corpus shows.
    private static float[] TreeFeatures(float[] features)
    {
        var seen = (float[])features.Clone();
        for (var i = DenseFeatures.FirstTotal; i < DenseFeatures.Count; i++) seen[i] = 0;
        return seen;
    }
}
