using Microsoft.ML;

namespace Wellread.Scoring.Training;

/// <summary>
/// Trains both heads: a line over n-grams by L-BFGS, and trees that see that line's score and the dense features. The line's scores that the
/// trees learn from are of folds it had not seen, or the trees would trust it too much. Deterministic by seed.
/// </summary>
internal sealed class FriendlinessTrainer(TrainingOptions options, Action<string> progress)
{
    private readonly MLContext _context = new(options.Seed);

    /// <param name="general">How common words are in everyday speech: <see cref="FrequencyList.Levels"/>.</param>
    public FriendlinessModel Train(IReadOnlyList<TrainingRow> rows, byte[] general)
    {
        var training = rows.Where(row => row.Trains).ToList();
        progress($"Reading {training.Count:N0} texts as features.");
        var set = ExampleSet.Build(training, general, options);
        progress($"{set.Examples.Count:N0} examples.");
        var difficulty = FitDifficulty(set, out var difficultyTrees);
        var friendliness = FitFriendliness(set, out var friendlinessTrees);
        var constants = new ModelConstants(
            friendliness.Bias, difficulty.Bias, options.TreeShare, options.DifficultyShare, Slope: 1, Offset: 0, PatientsFrom: 0.5f, ColleaguesBelow: 0.5f);
        var model = new FriendlinessModel
        {
            Version = "untitled",
            Linear = Quantization.Pack(set, options.Bits, friendliness.Weights, difficulty.Weights),
            Familiarity = set.Familiarity.All,
            FriendlinessTrees = friendlinessTrees,
            DifficultyTrees = difficultyTrees,
            Constants = constants,
        };
        var kept = KeptBack.ForCalibration(rows, options);
        return Calibration.Calibrate(model, kept.Count > 0 ? kept : training, options);
    }

    private LinearFit FitDifficulty(ExampleSet set, out TreeEnsemble trees)
    {
        var graded = set.Examples.Where(example => example.Row.Grade is not null).ToList();
        if (graded.Count == 0)
        {
            trees = TreeEnsemble.None;
            return new LinearFit(new float[1 << options.Bits], 0);
        }
        var inputs = graded.ToDictionary(example => example, example => set.LinearFeatures(example, options.Bits));
        progress($"Difficulty: {graded.Count:N0} rated examples.");
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var line = FitLine(Folds.Others(graded, fold, Share));
            foreach (var example in graded.Where(example => example.Fold == fold))
            {
                example.Features[StackedFeatures.LinearDifficulty] = (float)line.Score(inputs[example]);
            }
        }
        var final = FitLine(graded);
        foreach (var example in set.Examples.Where(example => example.Row.Grade is null))
        {
            example.Features[StackedFeatures.LinearDifficulty] = (float)final.Score(set.LinearFeatures(example, options.Bits));
        }
        trees = FitDifficultyTrees(graded);
        foreach (var example in set.Examples) example.Features[StackedFeatures.Difficulty] = (float)trees.Sum(example.Features);
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var others = FitDifficultyTrees(Folds.Others(graded, fold, Share));
            foreach (var example in graded.Where(example => example.Fold == fold)) example.Features[StackedFeatures.Difficulty] = (float)others.Sum(example.Features);
        }
        return final;

        // A grade between 1 and 6 is a label between 0 and 1: each example counts for both sides, by its share.
        static float Share(Example example) => (float)((example.Row.Grade!.Value - 1) / 5);

        LinearFit FitLine(IEnumerable<Example> examples) => LinearTrainer.Fit(
            _context,
            examples.SelectMany(example => Sides(inputs[example], Share(example))),
            options.Bits, options.DifficultyL2, options.Iterations);
    }

    // A share counts for both sides: a text in between is half of each.
    private static IEnumerable<LinearInput> Sides(Microsoft.ML.Data.VBuffer<float> features, float share, float weight = 1)
    {
        if (share > 0) yield return new LinearInput { Features = features, Label = true, Weight = weight * share };
        if (share < 1) yield return new LinearInput { Features = features, Label = false, Weight = weight * (1 - share) };
    }

    // Boosted trees follow single features far, a forest averages; together they follow the raters better than either. Half of each does without
    // the n-grams, which know the subjects of a few rated documents too well.
    private TreeEnsemble FitDifficultyTrees(IReadOnlyList<Example> graded)
    {
        const int Inputs = DenseFeatures.Count + 2;
        var rows = graded.Select(example => new TreeInput { Features = example.Features[..Inputs], Target = (float)example.Row.Grade!.Value }).ToList();
        var withoutLine = rows.ConvertAll(row => new TreeInput { Features = [.. row.Features[..DenseFeatures.Count], 0, 0], Target = row.Target });
        float boosted = (1 - options.ForestShare) / 2, forest = options.ForestShare / 2;
        return TreeMix.Of(
            (TreeTrainer.FitTarget(_context, rows, Inputs, options.DifficultyTrees, options.Seed), boosted),
            (TreeTrainer.FitTarget(_context, withoutLine, Inputs, options.DifficultyTrees, options.Seed), boosted),
            (TreeTrainer.FitForest(_context, rows, Inputs, options.DifficultyForest, options.Seed), forest),
            (TreeTrainer.FitForest(_context, withoutLine, Inputs, options.DifficultyForest, options.Seed), forest));
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
