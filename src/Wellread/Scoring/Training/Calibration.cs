using Microsoft.ML;
using Microsoft.ML.Data;

namespace Wellread.Scoring.Training;

/// <summary>Makes scores honest probabilities (Platt 1999) on texts kept from training, and sets from which probability on a text is for patients.</summary>
internal static class Calibration
{
    public static FriendlinessModel Calibrate(FriendlinessModel model, IReadOnlyList<TrainingRow> rows, TrainingOptions options)
    {
        var labelled = rows.Where(row => row.Label is not null).ToList();
        var items = Calibrate(model.Items, Margins(model, labelled, row => Views(row, TrainingViews.Shown, least: 0)), out var itemScores);
        var passages = Calibrate(model.Passages, Margins(model, labelled, row => Views(row, TrainingViews.Passage, least: 1)), out var passageScores);
        var scores = itemScores.Count > 0 ? itemScores : passageScores;
        var (patientsFrom, colleaguesBelow) = Thresholds([.. scores.Select(score => score.Value)], [.. scores.Select(score => score.Label)], options.PatientsError);
        return new FriendlinessModel
        {
            Version = model.Version,
            Items = items,
            Passages = passages,
            Vocabulary = model.Vocabulary,
            DifficultyTrees = model.DifficultyTrees,
            DifficultyLine = model.DifficultyLine,
            PlainnessLine = model.PlainnessLine,
            Constants = new ModelConstants((float)patientsFrom, (float)colleaguesBelow),
        };
    }

    // With the title or without it: never both in one list.
    private static IEnumerable<TextView> Views(TrainingRow row, Func<TrainingRow, int, TextView> show, int least)
    {
        for (var sentences = least; sentences <= 2; sentences++)
        {
            var view = show(row, sentences);
            if (sentences > 0 && view.Text.Length == 0) yield break;
            if (view.Title.Length > 0 || least > 0) yield return view;
        }
    }

    private static List<(double Value, bool Label)> Margins(FriendlinessModel model, List<TrainingRow> rows, Func<TrainingRow, IEnumerable<TextView>> views) =>
        [.. rows.SelectMany(row => views(row).Select(view => (model.Predict(view.Title, view.Text, out _).Margin, row.Label!.Value)))];

    private static FriendlinessHead Calibrate(FriendlinessHead head, List<(double Value, bool Label)> margins, out List<(double Value, bool Label)> probabilities)
    {
        var (slope, offset) = Fit([.. margins.Select(margin => margin.Value)], [.. margins.Select(margin => margin.Label)]);
        probabilities = [.. margins.Select(margin => (Logistic((slope * margin.Value) + offset), margin.Label))];
        return head.Calibrated(slope, offset);
    }

    /// <summary>A logistic curve by ML.NET's L-BFGS. The sides are drawn in by Platt's rule, so that a clean split stays finite.</summary>
    internal static (double Slope, double Offset) Fit(IReadOnlyList<double> margins, IReadOnlyList<bool> labels)
    {
        if (labels.Count == 0) return (1, 0);
        float positives = labels.Count(label => label), negatives = labels.Count - positives;
        float high = (positives + 1) / (positives + 2), low = 1 / (negatives + 2);
        var rows = margins.SelectMany((margin, i) => LinearInput.Sides(new VBuffer<float>(1, [(float)margin]), labels[i] ? high : low, weight: 1));
        var line = LinearTrainer.Fit(new MLContext(1), rows, bits: 0, l2: 0, iterations: 100);
        return (line.Weights[0], line.Bias);
    }

    private static double Logistic(double margin) => 1 / (1 + Math.Exp(-margin));

    // Patients: the lowest threshold that keeps the share of technical texts above it within the allowed error. Colleagues: where a text is
    // as likely technical as not, and never above the first.
    private static (double PatientsFrom, double ColleaguesBelow) Thresholds(List<double> probabilities, List<bool> labels, double allowed)
    {
        var order = Enumerable.Range(0, labels.Count).OrderByDescending(i => probabilities[i]).ToList();
        var threshold = 0.5;
        int technical = 0, seen = 0;
        foreach (var i in order)
        {
            seen++;
            if (!labels[i]) technical++;
            if (technical <= allowed * seen) threshold = probabilities[i];
        }
        threshold = Math.Clamp(threshold, 0.5, 0.95);
        return (threshold, Math.Min(0.5, threshold));
    }
}
