using System.Globalization;
using System.Text;

namespace Wellread.Scoring.Training;

/// <summary>Writes the figures of a training run between two marks of the model card; the words around them are a person's.</summary>
internal static class ModelCard
{
    private const string Start = "<!-- figures: written by train -->";

    private const string End = "<!-- end of figures -->";

    public static void Refresh(string path, TrainingReport report)
    {
        var card = File.Exists(path) ? File.ReadAllText(path) : $"# Model card\n\n{Start}\n{End}\n";
        var start = card.IndexOf(Start, StringComparison.Ordinal);
        var end = card.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start) throw new InvalidDataException($"{path} has lost the marks around its figures.");
        WholeFile.Write(path, $"{card[..(start + Start.Length)]}\n{Figures(report)}{card[end..]}");
    }

    private static string Figures(TrainingReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""

            Model `{report.Model}`, {report.Bytes / 1e6:F1} MB, seed {report.Seed}. Patients from {report.PatientsFrom:F2} on, colleagues below {report.ColleaguesBelow:F2}.
            Of the feed items kept back (title and first sentence), {report.Verdicts.Patients} were called fit for patients, {report.Verdicts.PatientsWrong} of them wrongly;
            {report.Verdicts.Colleagues} were called fit for colleagues, {report.Verdicts.ColleaguesWrong} of them wrongly; {report.Verdicts.Neither} for neither.

            | corpus (dev split) | shown | friendly / technical | AUC | calibration error |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var corpus in report.Corpora)
        {
            foreach (var length in corpus.Lengths)
            {
                var auc = double.IsNaN(length.AreaUnderCurve) ? "one side only" : length.AreaUnderCurve.ToString("F3", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"| {corpus.Corpus}{(corpus.LeftOut ? " (left out)" : "")} | {length.Shown} | {length.Friendly} / {length.Technical} | {auc} | {length.CalibrationError:F3} |\n");
            }
        }
        AppendTopics(text, report.Topics);
        text.Append("\n| rated sentences (dev split) | texts | Pearson | mean by source | Spearman |\n| --- | --- | --- | --- | --- |\n");
        foreach (var corpus in report.Corpora)
        {
            if (corpus.Ratings is not { } ratings) continue;
            var bySource = double.IsNaN(ratings.MeanPearsonBySource) ? "no source named" : ratings.MeanPearsonBySource.ToString("F3", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"| {corpus.Corpus}{(corpus.LeftOut ? " (left out)" : "")} | {ratings.Texts} | {ratings.Pearson:F3} | {bySource} | {ratings.Spearman:F3} |\n");
        }
        AppendLeftOut(text, report.LeftOut);
        AppendData(text, report.Corpora);
        return text.Append('\n').Replace("\r\n", "\n").ToString();
    }

    private static void AppendTopics(StringBuilder text, IReadOnlyList<TopicResult> topics)
    {
        if (topics.Count == 0) return;
        text.Append("\n| topic of the kept feed items (title and first sentence) | friendly / technical | AUC | calibration error |\n| --- | --- | --- | --- |\n");
        foreach (var topic in topics)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {topic.Topic} | {topic.Friendly} / {topic.Technical} | {topic.AreaUnderCurve:F3} | {topic.CalibrationError:F3} |\n");
        }
    }

    private static void AppendLeftOut(StringBuilder text, IReadOnlyList<LeftOutResult> results)
    {
        if (results.Count == 0) return;
        text.Append("\n| trained without, and tested on (dev split) | shown | AUC | model |\n| --- | --- | --- | --- |\n");
        foreach (var result in results)
        {
            var besides = result.Besides.Count == 0 ? "" : $" (and without {string.Join(", ", result.Besides)})";
            foreach (var length in result.Lengths)
            {
                var auc = double.IsNaN(length.AreaUnderCurve) ? "one side only" : length.AreaUnderCurve.ToString("F3", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"| {result.Corpus}{besides} | {length.Shown} | {auc} | {result.Model} |\n");
            }
        }
    }

    private static void AppendData(StringBuilder text, IReadOnlyList<CorpusResult> corpora)
    {
        text.Append("\n| corpus | trained on, friendly / technical | licence as stated |\n| --- | --- | --- |\n");
        foreach (var corpus in corpora)
        {
            var trained = corpus.LeftOut ? "left out" : string.Create(CultureInfo.InvariantCulture, $"{corpus.TrainedFriendly:N0} / {corpus.TrainedTechnical:N0}");
            text.Append(CultureInfo.InvariantCulture, $"| {corpus.Corpus} | {trained} | {CorpusLicences.Of(corpus.Corpus) ?? "unknown"} |\n");
        }
    }
}
