using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Articles;

namespace Wellread.Scoring.Training;

/// <summary>Trains from a folder and writes what the model's folder holds: the model, <c>metrics.json</c>, <c>calibration.svg</c>, the figures in <c>card.md</c>.</summary>
internal static class TrainingRun
{
    /// <summary>How <c>metrics.json</c> is written and read.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        NewLine = "\n",
    };

    private const int FewestOfASide = 10;
    private const string Spanish = "es";

    public static void Run(string data, string output, TrainingOptions options, DateTimeOffset now, Action<string> progress)
    {
        List<TrainingRow> read = [], leftOut = [];
        foreach (var file in TrainingData.Files(data))
        {
            var texts = TrainingData.Read(file).ToList();
            var isLeftOut = options.LeaveOut.Contains(TrainingData.CorpusOf(file));
            (isLeftOut ? leftOut : read).AddRange(texts);
            progress($"{TrainingData.CorpusOf(file)}: {texts.Count:N0} texts{(isLeftOut ? ", left out of the model" : "")}.");
        }
        foreach (var (split, count) in read.Select(row => row.Split).Where(split => split is not ("" or "train" or "dev" or "test")).CountBy(split => split))
        {
            progress($"{count:N0} texts of the split \"{split}\" are trained with: only \"dev\" and \"test\" are kept back.");
        }
        if (read.Count(row => row.Trains && LanguageDetector.DetectScored($"{row.Title}\n{row.Text}") == Spanish) is > 0 and var spanish)
            progress($"{spanish:N0} texts are in Spanish. The model is one of English and learns from them all the same: leave them out. Spanish is scored by a formula, which is not trained.");
        var rows = KeptBack.Choose(read);
        CheckSides(rows, data);
        var content = FriendlinessModelFile.Write(new FriendlinessTrainer(options, progress).Train(rows, KnownLists.Read(data, options.WordSizes), RatedTexts.Read(options.Ratings)));
        // What is measured is what was written: the file is read back.
        if (FriendlinessModelFile.Parse(content) is not ModelLoad.Loaded(var model)) throw new InvalidOperationException("The model written can't be read back.");
        var report = TrainingReport.Of(model, [.. rows, .. leftOut], options, content.Length) with { TrainedAt = now };
        Directory.CreateDirectory(output);
        WholeFile.Write(Path.Combine(output, FriendlinessModelFile.Name), content);
        WholeFile.Write(Path.Combine(output, ModelFigures.FileName), JsonSerializer.Serialize(report, Json) + "\n");
        WholeFile.Write(Path.Combine(output, "calibration.svg"), CalibrationPicture.Draw(report.Calibration));
        ModelCard.Refresh(Path.Combine(output, "card.md"), report);
        foreach (var corpus in report.Corpora)
        {
            foreach (var length in corpus.Lengths) progress($"{corpus.Corpus}, {length.Shown}: AUC {length.AreaUnderCurve:F3}, calibration error {length.CalibrationError:F3}.");
        }
        progress($"Wrote {model.Version}, {content.Length / 1e6:F1} MB, to {output}.");
    }

    private static void CheckSides(IReadOnlyList<TrainingRow> rows, string data)
    {
        int friendly = rows.Count(row => row.Trains && row.Label == true), technical = rows.Count(row => row.Trains && row.Label == false);
        if (friendly >= FewestOfASide && technical >= FewestOfASide) return;
        throw new InvalidDataException(
            $"Training needs at least {FewestOfASide} friendly texts (label 1) and {FewestOfASide} technical ones (label 0) that are not kept back: "
            + $"the .jsonl and .jsonl.gz files of {Path.GetFileName(data.TrimEnd('/'))} have {friendly} and {technical}.");
    }
}
