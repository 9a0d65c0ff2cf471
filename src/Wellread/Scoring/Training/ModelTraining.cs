namespace Wellread.Scoring.Training;

/// <summary>The figures of a model on one set of texts that it did not learn from.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Texts">How many texts.</param>
/// <param name="Auc">Area under the ROC curve, 0.5 to 1; null where the set has one label only.</param>
/// <param name="CalibrationError">Expected calibration error, 0 to 1.</param>
/// <param name="PatientsPrecision">The share of texts called "for patients" that are; null where none is called so.</param>
/// <param name="PatientsRecall">The share of texts for patients that are called so; null where there are none.</param>
internal sealed record SetFigures(string Set, int Texts, double? Auc, double CalibrationError, double? PatientsPrecision, double? PatientsRecall);

/// <summary>From labelled texts to a calibrated model, and the figures that go into its card.</summary>
internal static class ModelTraining
{
    private const string FeedCorpus = "feed_visible";

    /// <summary>Of the texts that are called "for patients", at least this share must be, on feed items kept out of training.</summary>
    private const double WantedPrecision = 0.97;

    public static FriendlinessModel Train(IReadOnlyList<LabelledText> texts, int seed, Action<string> progress)
    {
        var training = TrainingTexts.From(texts);
        progress($"{training.Count} texts to learn from, made of {texts.Count(text => text.Split == "train")} labelled ones.");
        var fitted = ModelTrainer.Fit(training, seed);
        progress("Weights are fitted.");
        var held = HeldOut(texts).SelectMany(text => FeedForms(text).Select(form => (Text: form, Friendly: text.Label == 1))).ToList();
        if (held.Count == 0) return fitted;
        var (slope, offset) = ModelMetrics.Calibrate([.. held.Select(item => (fitted.Sum(item.Text, out _), item.Friendly))]);
        var calibrated = fitted.Calibrated(slope, offset, threshold: 0.5f);
        var threshold = Threshold([.. held.Select(item => (calibrated.Probability(item.Text, out _), item.Friendly))]);
        progress($"Calibrated on {held.Count} texts; from {threshold:0.00} on a text is for patients.");
        return fitted.Calibrated(slope, offset, (float)threshold);
    }

    /// <summary>The figures on the dev texts: feed items as title and first sentence (T+1) and as title alone (T), by length, and each corpus.</summary>
    public static IReadOnlyList<SetFigures> Evaluate(FriendlinessModel model, IReadOnlyList<LabelledText> texts)
    {
        var dev = texts.Where(text => text is { Split: "dev", Label: not null }).ToList();
        var feeds = dev.Where(text => text.Corpus == FeedCorpus).ToList();
        var figures = new List<SetFigures>();
        if (feeds.Count > 0)
        {
            figures.Add(Of("feed items, title and first sentence", model, feeds.Select(text => (TrainingTexts.TitleAndFirstSentence(text), text.Label == 1))));
            figures.Add(Of("feed items, title only", model, feeds.Select(text => (ScoredText.Of(text.Title, null), text.Label == 1))));
            figures.Add(Of("feed items, whole", model, feeds.Select(text => (ScoredText.Of(text.Title, text.Text), text.Label == 1))));
            foreach (var band in feeds.GroupBy(LengthBand).OrderBy(band => band.Key, StringComparer.Ordinal))
                figures.Add(Of($"feed items of {band.Key} words", model, band.Select(text => (ScoredText.Of(text.Title, text.Text), text.Label == 1))));
        }

        foreach (var corpus in dev.GroupBy(text => text.Corpus).OrderBy(corpus => corpus.Key, StringComparer.Ordinal))
            figures.Add(Of(corpus.Key, model, corpus.Select(text => (TrainingTexts.TitleAndFirstSentence(text), text.Label == 1))));
        return figures;
    }

    public static SetFigures Of(string set, FriendlinessModel model, IEnumerable<(string Text, bool Friendly)> texts)
    {
        var scored = texts.Select(item => (Score: model.Probability(item.Text, out _), item.Friendly)).ToList();
        var called = scored.Count(item => item.Score >= model.Threshold);
        var right = scored.Count(item => item.Score >= model.Threshold && item.Friendly);
        var friendly = scored.Count(item => item.Friendly);
        var auc = ModelMetrics.Auc(scored);
        return new SetFigures(
            set,
            scored.Count,
            double.IsNaN(auc) ? null : Math.Round(auc, 4),
            Math.Round(ModelMetrics.CalibrationError(scored), 4),
            called == 0 ? null : Math.Round((double)right / called, 4),
            friendly == 0 ? null : Math.Round((double)right / friendly, 4));
    }

    public static IEnumerable<LabelledText> HeldOut(IEnumerable<LabelledText> texts) =>
        texts.Where(text => text is { Split: "dev", Label: not null, Corpus: FeedCorpus });

    /// <summary>The forms in which feeds show an item.</summary>
    public static IEnumerable<string> FeedForms(LabelledText text) =>
        new[] { ScoredText.Of(text.Title, null), TrainingTexts.TitleAndFirstSentence(text), ScoredText.Of(text.Title, text.Text) }.Distinct(StringComparer.Ordinal);

    /// <summary>The lowest probability from which on the wanted precision holds: a technical text before patients is the costly mistake.</summary>
    private static double Threshold(IReadOnlyList<(double Score, bool Friendly)> scored)
    {
        var (right, called, best) = (0, 0, 0.9);
        foreach (var (score, friendly) in scored.OrderByDescending(item => item.Score))
        {
            called++;
            if (friendly) right++;
            if ((double)right / called >= WantedPrecision) best = score;
        }

        return Math.Clamp(Math.Floor(best * 100) / 100, 0.5, 0.95);
    }

    private static string LengthBand(LabelledText text)
    {
        var words = Readability.Of(ScoredText.Of(text.Title, text.Text), spanish: false).Words;
        return words switch { < 12 => "1 to 11", < 25 => "12 to 24", < 50 => "25 to 49", _ => "50 or more" };
    }
}
