namespace Wellread.Scoring.Training;

/// <summary>How a model does on labelled texts shown at one length. AUC is NaN where only one side is present.</summary>
internal sealed record LengthResult(string Shown, int Friendly, int Technical, double AreaUnderCurve, double CalibrationError);

/// <summary>How difficulty follows human ratings.</summary>
internal sealed record RatingResult(int Texts, double Pearson, double MeanPearsonBySource, double Spearman, double FriendlinessSpearman);

/// <summary>Results over one set of texts.</summary>
internal sealed record Evaluation(IReadOnlyList<LengthResult> Lengths, RatingResult? Ratings)
{
    /// <summary>The lengths that are looked at: how many sentences are shown besides the title.</summary>
    private static readonly (string Name, int Sentences)[] ShownLengths = [("title only", 0), ("title and first sentence", 1), ("title and two sentences", 2), ("whole text", int.MaxValue)];

    public static Evaluation Of(FriendlinessModel model, IReadOnlyList<TrainingRow> rows)
    {
        var labelled = rows.Where(row => row.Label is not null).ToList();
        var lengths = ShownLengths.Select(length => AtLength(model, labelled, length.Name, length.Sentences)).Where(result => result.Friendly + result.Technical > 0).ToList();
        var rated = rows.Where(row => row.Grade is not null).ToList();
        return new Evaluation(lengths, rated.Count < 2 ? null : RatingsOf(model, rated));
    }

    private static LengthResult AtLength(FriendlinessModel model, List<TrainingRow> rows, string name, int sentences)
    {
        List<double> probabilities = [];
        List<bool> labels = [];
        foreach (var row in rows)
        {
            var view = TrainingViews.Shown(row, sentences);
            if (view.Title.Length + view.Text.Length == 0) continue;
            probabilities.Add(model.Predict(view.Title, view.Text, out _).Probability);
            labels.Add(row.Label!.Value);
        }
        var friendly = labels.Count(label => label);
        return new LengthResult(
            name, friendly, labels.Count - friendly, Metrics.AreaUnderCurve(probabilities, labels),
            labels.Count == 0 ? double.NaN : Metrics.CalibrationError(probabilities, labels));
    }

    private static RatingResult RatingsOf(FriendlinessModel model, List<TrainingRow> rated)
    {
        List<double> difficulties = [], probabilities = [], grades = [];
        foreach (var row in rated)
        {
            var view = TrainingViews.Shown(row, int.MaxValue);
            var prediction = model.Predict(view.Title, view.Text, out _);
            difficulties.Add(prediction.Difficulty);
            probabilities.Add(-prediction.Probability);
            grades.Add(row.Grade!.Value);
        }
        var bySource = Enumerable.Range(0, rated.Count).GroupBy(i => rated[i].Source).Where(source => source.Count() >= 10)
            .Select(source => Metrics.Pearson([.. source.Select(i => difficulties[i])], [.. source.Select(i => grades[i])])).ToList();
        return new RatingResult(
            rated.Count, Metrics.Pearson(difficulties, grades), bySource.Count == 0 ? double.NaN : bySource.Average(), Metrics.Spearman(difficulties, grades),
            Metrics.Spearman(probabilities, grades));
    }
}
