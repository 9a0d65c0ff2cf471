using Microsoft.ML;

namespace Wellread.Scoring.Training;

/// <summary>
/// Trains both heads: a line over n-grams by L-BFGS, and trees that see that line's score and the dense features. The line's scores that the
/// trees learn from are of folds it had not seen, or the trees would trust it too much. Deterministic by seed.
/// </summary>
internal sealed class FriendlinessTrainer(TrainingOptions options, Action<string> progress)
{
    private readonly MLContext _context = new(options.Seed);

    public FriendlinessModel Train(IReadOnlyList<TrainingRow> rows)
    {
        var training = rows.Where(row => row.Trains).ToList();
        progress($"Reading {training.Count:N0} texts as features.");
        var set = ExampleSet.Build(training, options);
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
        var dev = rows.Where(row => row.Split == "dev" && row.Corpus == options.Target && row.Label is not null).ToList();
        return Calibration.Calibrate(model, dev.Count > 0 ? dev : training, options);
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
            var line = FitLine(graded.Where(example => example.Fold != fold));
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
            var others = FitDifficultyTrees([.. graded.Where(example => example.Fold != fold)]);
            foreach (var example in graded.Where(example => example.Fold == fold)) example.Features[StackedFeatures.Difficulty] = (float)others.Sum(example.Features);
        }
        return final;

        // A grade between 1 and 6 is a label between 0 and 1: each example counts for both sides, by its share.
        LinearFit FitLine(IEnumerable<Example> examples) => LinearTrainer.Fit(
            _context,
            examples.SelectMany(example => Sides(inputs[example], (float)((example.Row.Grade!.Value - 1) / 5))),
            options.Bits, options.DifficultyL2, options.Iterations);
    }

    private static IEnumerable<LinearInput> Sides(Microsoft.ML.Data.VBuffer<float> features, float share) =>
    [
        new LinearInput { Features = features, Label = true, Weight = share },
        new LinearInput { Features = features, Label = false, Weight = 1 - share },
    ];

    private TreeEnsemble FitDifficultyTrees(IReadOnlyList<Example> graded) => TreeTrainer.FitTarget(
        _context,
        graded.Select(example => new TreeInput { Features = example.Features[..(DenseFeatures.Count + 2)], Target = (float)example.Row.Grade!.Value }),
        DenseFeatures.Count + 2, options.DifficultyTrees, options.Seed);

    private LinearFit FitFriendliness(ExampleSet set, out TreeEnsemble trees)
    {
        var labelled = set.Examples.Where(example => example.Row.Label is not null).ToList();
        var friendly = labelled.Where(example => example.Row.Label!.Value).Sum(example => example.Weight);
        var technical = labelled.Where(example => !example.Row.Label!.Value).Sum(example => example.Weight);
        var balance = technical == 0 ? 1 : friendly / technical;
        progress($"Friendliness: {labelled.Count:N0} examples, {friendly:N0} friendly to {technical:N0} technical by weight.");
        var inputs = labelled.ToDictionary(example => example, example => new LinearInput
        {
            Features = set.LinearFeatures(example, options.Bits),
            Label = example.Row.Label!.Value,
            Weight = WeightOf(example),
        });
        for (var fold = 0; fold < options.Folds; fold++)
        {
            progress($"Friendliness: line without fold {fold + 1} of {options.Folds}.");
            var line = LinearTrainer.Fit(_context, labelled.Where(example => example.Fold != fold).Select(example => inputs[example]), options.Bits, options.LinearL2, options.Iterations);
            foreach (var example in labelled.Where(example => example.Fold == fold))
            {
                example.Features[StackedFeatures.LinearFriendliness] = (float)line.Score(inputs[example].Features);
            }
        }
        progress("Friendliness: line over everything.");
        var final = LinearTrainer.Fit(_context, inputs.Values, options.Bits, options.LinearL2, options.Iterations);
        progress("Friendliness: trees.");
        trees = TreeTrainer.FitClasses(
            _context,
            labelled.Select(example => new TreeInput { Features = TreeFeatures(example.Features), Label = example.Row.Label!.Value, Weight = WeightOf(example) }),
            StackedFeatures.Count, options.FriendlinessTrees, options.Seed);
        return final;

        float WeightOf(Example example) => example.Weight * (example.Row.Label!.Value ? 1 : balance);
    }

    // The totals are held at nothing: here they would teach how much of a text each corpus shows.
    private static float[] TreeFeatures(float[] features)
    {
        var seen = (float[])features.Clone();
        for (var i = DenseFeatures.FirstTotal; i < DenseFeatures.Count; i++) seen[i] = 0;
        return seen;
    }
}
