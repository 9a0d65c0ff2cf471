namespace Wellread.Scoring.Training;

/// <summary>What <c>metrics.json</c> holds. Every figure is from texts kept out of training.</summary>
internal sealed record TrainingReport(
    string Model, int Seed, int Bytes, int FeaturizerVersion, float PatientsFrom, float ColleaguesBelow, VerdictResult Verdicts,
    IReadOnlyList<CorpusResult> Corpora, IReadOnlyList<TopicResult> Topics, IReadOnlyList<CalibrationBin> Calibration)
{
    /// <summary>Null in figures that an earlier version wrote. The model file itself has no date, so that the same data gives the same file.</summary>
    public DateTimeOffset? TrainedAt { get; init; }

    /// <summary>Tells one set of settings from another, whatever was left out.</summary>
    public string? Settings { get; init; }

    /// <summary>What <c>card</c> added: figures of models that were trained without a corpus.</summary>
    public IReadOnlyList<LeftOutResult> LeftOut { get; init; } = [];

    public static TrainingReport Of(FriendlinessModel model, IReadOnlyList<TrainingRow> rows, TrainingOptions options, int bytes)
    {
        var corpora = rows.GroupBy(row => row.Corpus).Select(corpus =>
        {
            var kept = corpus.Where(row => row.Split == "dev").ToList();
            var evaluation = Evaluation.Of(model, kept);
            return new CorpusResult(
                corpus.Key, options.LeaveOut.Contains(corpus.Key), corpus.Count(row => row.Trains && row.Label == true),
                corpus.Count(row => row.Trains && row.Label == false), evaluation.Lengths, evaluation.Ratings);
        });
        var dev = KeptBack.ForCalibration(rows, options);
        var probabilities = dev.Select(row => Shown(model, row)).ToList();
        var labels = dev.Select(row => row.Label!.Value).ToList();
        return new TrainingReport(
            model.Version, options.Seed, bytes, Featurizer.Version, model.Constants.PatientsFrom, model.Constants.ColleaguesBelow,
            VerdictResult.Of(model.Constants, probabilities, labels), [.. corpora], TopicResult.Of(dev, probabilities), [.. Metrics.CalibrationBins(probabilities, labels)])
        {
            Settings = options.Fingerprint,
        };
    }

    private static double Shown(FriendlinessModel model, TrainingRow row)
    {
        var view = TrainingViews.Shown(row, 1);
        return model.Predict(view.Title, view.Text, out _).Probability;
    }
}

/// <summary>One corpus. AUC is written as "NaN" where the corpus has one side only.</summary>
internal sealed record CorpusResult(
    string Corpus, bool LeftOut, int TrainedFriendly, int TrainedTechnical, IReadOnlyList<LengthResult> Lengths, RatingResult? Ratings);

/// <summary>How many feed items were called what, by title and first sentence.</summary>
/// <param name="Patients">How many were called good for patients.</param>
/// <param name="PatientsWrong">How many of these were written for professionals.</param>
/// <param name="Colleagues">How many were called good for colleagues.</param>
/// <param name="ColleaguesWrong">How many of these were written for the public.</param>
/// <param name="Neither">How many were called good for neither, as the model was not sure enough.</param>
internal sealed record VerdictResult(int Patients, int PatientsWrong, int Colleagues, int ColleaguesWrong, int Neither)
{
    public static VerdictResult Of(ModelConstants constants, IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels)
    {
        int patients = 0, patientsWrong = 0, colleagues = 0, colleaguesWrong = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            if (probabilities[i] >= constants.PatientsFrom)
            {
                patients++;
                if (!labels[i]) patientsWrong++;
            }
            else if (probabilities[i] < constants.ColleaguesBelow)
            {
                colleagues++;
                if (labels[i]) colleaguesWrong++;
            }
        }
        return new VerdictResult(patients, patientsWrong, colleagues, colleaguesWrong, labels.Count - patients - colleagues);
    }
}
