using Wellread.Scoring.Training;

namespace Wellread.Scoring;

/// <summary>The model card.</summary>
/// <param name="Version">The trained model that scores; null while there is none.</param>
/// <param name="Degraded">True while reading formulas stand in for the trained model.</param>
/// <param name="Summary">What scores now, in words.</param>
/// <param name="Problem">What is wrong with the model file, in words; null when nothing is.</param>
/// <param name="RulesVersion">The build of the program whose word lists, topics and rules are used.</param>
/// <param name="Languages">What scores each language.</param>
/// <param name="IntendedUse">What it is for.</param>
/// <param name="Limits">What it can't do, and what to mind.</param>
/// <param name="Training">How it was trained; null without a model or its figures.</param>
/// <param name="Metrics">How good it is on texts that it was not trained on; null without a model or its figures.</param>
/// <param name="Rescoring">How far the articles that are here have been scored anew; null if that was never needed.</param>
internal sealed record ModelCardItem(
    string? Version,
    bool Degraded,
    string Summary,
    string? Problem,
    string RulesVersion,
    IReadOnlyList<LanguageScorer> Languages,
    IReadOnlyList<string> IntendedUse,
    IReadOnlyList<string> Limits,
    TrainingItem? Training,
    MetricsItem? Metrics,
    RescoringItem? Rescoring)
{
    public static ModelCardItem Of(CurrentModel current, RescoringProgress? progress)
    {
        var model = current.Model;
        var figures = model is null ? null : ModelFigures.Read(current.Folder, model.Version);
        return new ModelCardItem(
            model?.Version,
            model is null,
            ModelWords.Of(current),
            current.Problem,
            ScoringRules.Version,
            [new("en", model?.Version ?? EnglishFormula.Version), new("es", SpanishFormula.Version)],
            ModelWords.IntendedUse,
            ModelWords.Limits,
            figures is null ? null : TrainingItem.Of(figures),
            figures is null ? null : MetricsItem.Of(figures),
            progress is null ? null : RescoringItem.Of(progress));
    }
}

/// <summary>What scores a language.</summary>
/// <param name="Language">The language, as a two-letter code.</param>
/// <param name="Version">The version of the model, or of the formula that stands in for it.</param>
internal sealed record LanguageScorer(string Language, string Version);

/// <summary>How the model was trained. The same data and seed give the same model.</summary>
/// <param name="TrainedAt">When; null if that was not noted.</param>
/// <param name="Seed">The seed of its chance.</param>
/// <param name="SizeBytes">The size of its file.</param>
/// <param name="FeaturesVersion">The version of what it looks at in a text.</param>
/// <param name="PatientsFrom">From this probability on, a text is for patients.</param>
/// <param name="ColleaguesBelow">Below this probability, a text is for colleagues.</param>
/// <param name="Corpora">The collections of texts that it was trained on or measured with.</param>
internal sealed record TrainingItem(
    DateTimeOffset? TrainedAt, int Seed, int SizeBytes, int FeaturesVersion, double PatientsFrom, double ColleaguesBelow, IReadOnlyList<CorpusItem> Corpora)
{
    public static TrainingItem Of(TrainingReport report) => new(
        report.TrainedAt,
        report.Seed,
        report.Bytes,
        report.FeaturizerVersion,
        Math.Round(report.PatientsFrom, 3),
        Math.Round(report.ColleaguesBelow, 3),
        [.. report.Corpora.Select(corpus => new CorpusItem(corpus.Corpus, CorpusLicences.Of(corpus.Corpus), !corpus.LeftOut, corpus.TrainedFriendly, corpus.TrainedTechnical))]);
}

/// <summary>A collection of texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Licence">Its licence, as its publisher states it; null if that is not known.</param>
/// <param name="Trained">True if the model was trained on it; false if it was only measured with it.</param>
/// <param name="Friendly">How many of its texts are for the public.</param>
/// <param name="Technical">How many of its texts are for professionals.</param>
internal sealed record CorpusItem(string Name, string? Licence, bool Trained, int Friendly, int Technical);

/// <summary>How good the model is.</summary>
/// <param name="Verdicts">How many verdicts on feed items were right.</param>
/// <param name="ByLength">For each collection, and each length that is shown of a text.</param>
/// <param name="ByTopic">For each topic with enough feed items, by title and first sentence.</param>
/// <param name="Difficulty">How well its difficulty follows people's ratings.</param>
/// <param name="Calibration">Whether its probability can be taken at its word: what it said, and how often that was so.</param>
internal sealed record MetricsItem(
    VerdictResult Verdicts,
    IReadOnlyList<LengthMetrics> ByLength,
    IReadOnlyList<TopicMetrics> ByTopic,
    IReadOnlyList<RatingMetrics> Difficulty,
    IReadOnlyList<CalibrationBin> Calibration)
{
    public static MetricsItem Of(TrainingReport report) => new(
        report.Verdicts,
        [.. report.Corpora.SelectMany(corpus => corpus.Lengths.Select(length => new LengthMetrics(
            corpus.Corpus, length.Shown, length.Friendly, length.Technical, Known(length.AreaUnderCurve), Known(length.CalibrationError))))],
        [.. (report.Topics ?? []).Select(topic => new TopicMetrics(
            topic.Topic, topic.Friendly, topic.Technical, Known(topic.AreaUnderCurve), Known(topic.CalibrationError)))],
        [.. report.Corpora.Where(corpus => corpus.Ratings is not null).Select(corpus => new RatingMetrics(
            corpus.Corpus, corpus.Ratings!.Texts, Known(corpus.Ratings.Pearson), Known(corpus.Ratings.MeanPearsonBySource), Known(corpus.Ratings.Spearman)))],
        [.. report.Calibration]);

    private static double? Known(double figure) => double.IsFinite(figure) ? Math.Round(figure, 4) : null;
}

/// <summary>One collection, shown to a certain length.</summary>
/// <param name="Corpus">The collection's name.</param>
/// <param name="Shown">How much of each text the model saw.</param>
/// <param name="Friendly">How many were for the public.</param>
/// <param name="Technical">How many were for professionals.</param>
/// <param name="Auc">How often it ranks a text for the public above one for professionals, from 0 to 1; null where there is one kind only.</param>
/// <param name="CalibrationError">How far its probabilities are off, on average.</param>
internal sealed record LengthMetrics(string Corpus, string Shown, int Friendly, int Technical, double? Auc, double? CalibrationError);

/// <summary>One topic.</summary>
/// <param name="Topic">Its slug.</param>
/// <param name="Friendly">How many items were for the public.</param>
/// <param name="Technical">How many were for professionals.</param>
/// <param name="Auc">How often it ranks an item for the public above one for professionals, from 0 to 1.</param>
/// <param name="CalibrationError">How far its probabilities are off, on average.</param>
internal sealed record TopicMetrics(string Topic, int Friendly, int Technical, double? Auc, double? CalibrationError);

/// <summary>How difficulty goes with people's ratings: 1 is as well as can be.</summary>
/// <param name="Corpus">The collection's name.</param>
/// <param name="Texts">How many texts were rated.</param>
/// <param name="Pearson">Over all of them.</param>
/// <param name="MeanPearsonBySource">Within each source, on average; null where there is one source only.</param>
/// <param name="Spearman">By order only.</param>
internal sealed record RatingMetrics(string Corpus, int Texts, double? Pearson, double? MeanPearsonBySource, double? Spearman);

/// <summary>How far the articles that are here have been scored anew.</summary>
/// <param name="Status">`running` or `finished`.</param>
/// <param name="Summary">The same in words.</param>
/// <param name="Version">The model and the rules that they are brought to.</param>
/// <param name="Total">How many there are to do.</param>
/// <param name="Done">How many are done.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it was finished; null until then.</param>
internal sealed record RescoringItem(RescoringStatus Status, string Summary, string Version, int Total, int Done, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt)
{
    public static RescoringItem Of(RescoringProgress progress) => new(
        progress.FinishedAt is null ? RescoringStatus.Running : RescoringStatus.Finished,
        progress.InWords(),
        progress.Version,
        progress.Total,
        progress.Done,
        progress.StartedAt,
        progress.FinishedAt);
}

/// <summary>How far rescoring is.</summary>
internal enum RescoringStatus
{
    Running,
    Finished,
}
