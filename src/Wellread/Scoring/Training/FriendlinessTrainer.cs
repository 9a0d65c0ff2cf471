using Microsoft.ML;
using Microsoft.ML.Data;

namespace Wellread.Scoring.Training;

/// <summary>
/// Trains difficulty, plainness and both heads of friendliness. A head is a line over n-grams by L-BFGS, and trees that see that line's score, the difficulty and the dense
/// features. The line's scores that the trees learn from are of folds it had not seen, or the trees would trust it too much. Deterministic by seed.
/// </summary>
internal sealed class FriendlinessTrainer(TrainingOptions options, Action<string> progress)
{
    private const int FewestDifferent = 5;

    private readonly MLContext _context = new(options.Seed);

    public FriendlinessModel Train(IReadOnlyList<TrainingRow> rows, KnownLists lists, RatedTexts rated)
    {
        var training = rows.Where(row => row.Trains).ToList();
        progress($"Reading {training.Count:N0} texts as features.");
        var set = ExampleSet.Build(training, lists, options);
        progress($"{set.Examples.Count:N0} examples.");
        if (!IsEnough(set.Examples, 0) || !IsEnough(set.Examples, 1))
        {
            throw new InvalidDataException($"Training needs at least {FewestDifferent} different texts of each label. The same text again teaches nothing.");
        }
        progress($"Difficulty: {set.Examples.Count(example => example.Row.Grade is not null):N0} rated examples.");
        var difficulty = new DifficultyTrainer(_context, options).Fit(set.Examples);
        progress($"Plainness: {training.Count(row => rated.Of(row) is not null) + rated.Texts.Count:N0} ratings.");
        var plainness = PlainnessTrainer.Fit(set, rated, options);
        var sided = set.Examples.Where(example => example.Side is not null).ToList();
        var inputs = sided.ToDictionary(example => example, example => set.LinearFeatures(example, options.Bits));
        var items = FitHead("Items", set, inputs, Either(sided, example => !example.View.PassageOnly), options.Items);
        var passages = FitHead("Passages", set, inputs, Either(sided, example => example.View.Title.Length == 0), options.Passages);
        var model = new FriendlinessModel
        {
            Version = "untitled",
            Items = items,
            Passages = passages,
            Vocabulary = set.Vocabulary,
            DifficultyTrees = difficulty.Trees,
            DifficultyLine = difficulty.Line,
            PlainnessLine = plainness,
            Constants = new ModelConstants(PatientsFrom: 0.5f, ColleaguesBelow: 0.5f),
        };
        var kept = KeptBack.ForCalibration(rows, options);
        return Calibration.Calibrate(model, kept.Count > 0 ? kept : training, options);
    }

    private static bool IsEnough(IReadOnlyList<Example> examples, float side) =>
        examples.Where(example => example.Side == side).Select(example => (example.Row.Title, example.Row.Text)).Distinct().Count() >= FewestDifferent;

    // All of them where those of one kind lack a side, as with data that has titles only.
    private static List<Example> Either(List<Example> sided, Func<Example, bool> isWanted)
    {
        var wanted = sided.Where(isWanted).ToList();
        return Folds.HasBothSides(wanted, example => example.Side!.Value) ? wanted : sided;
    }

    private FriendlinessHead FitHead(string name, ExampleSet set, Dictionary<Example, VBuffer<float>> inputs, List<Example> examples, HeadOptions head)
    {
        var weights = ExampleWeights.Of(examples, options, head);
        var mean = weights.Values.Average();
        progress($"{name}: {examples.Count(example => example.Side == 1):N0} friendly, {examples.Count(example => example.Side == 0):N0} technical, {examples.Count(example => example.Side == 0.5f):N0} in between.");
        for (var fold = 0; fold < options.Folds; fold++)
        {
            progress($"{name}: line without fold {fold + 1} of {options.Folds}.");
            var line = FitLine(Folds.Others(examples, fold, example => example.Side!.Value));
            foreach (var example in examples.Where(example => example.Fold == fold))
            {
                example.Features[StackedFeatures.LinearFriendliness] = (float)line.Score(inputs[example]);
            }
        }
        progress($"{name}: line over everything.");
        var final = FitLine(examples);
        progress(TreeTrainer.HasLightGbm ? $"{name}: trees." : $"{name}: trees by FastTree, which do a little worse: LightGBM needs an x64 processor and, on Linux, libgomp.");
        var trees = TreeTrainer.FitSides(_context, examples.SelectMany(TreeRows), StackedFeatures.Count, options.FriendlinessTrees, options.Seed);
        return new FriendlinessHead(
            Quantization.Pack(set, options.Bits, final.Weights), trees, new HeadConstants(final.Bias, head.TreeShare, head.PlainShare, head.HardShare, head.Bend, Slope: 1, Offset: 0));

        LinearFit FitLine(IEnumerable<Example> rows) => LinearTrainer.Fit(
            _context, rows.SelectMany(example => LinearInput.Sides(inputs[example], example.Side!.Value, weights[example])), options.Bits, options.LinearL2, options.Iterations);

        IEnumerable<DenseInput> TreeRows(Example example)
        {
            var (features, side, weight) = (TreeFeatures(example.Features), example.Side!.Value, weights[example] / mean);
            if (side > 0) yield return new DenseInput { Features = features, Label = true, Weight = weight * side };
            if (side < 1) yield return new DenseInput { Features = features, Label = false, Weight = weight * (1 - side) };
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
