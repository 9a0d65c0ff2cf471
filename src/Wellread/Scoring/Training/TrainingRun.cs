using System.Text.Json;
using System.Text.Json.Serialization;

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

    public static void Run(string data, string output, TrainingOptions options, DateTimeOffset now, Action<string> progress)
    {
        List<TrainingRow> rows = [], leftOut = [];
        foreach (var file in TrainingData.Files(data))
        {
            var read = TrainingData.Read(file).ToList();
            var isLeftOut = options.LeaveOut.Contains(TrainingData.CorpusOf(file));
            (isLeftOut ? leftOut : rows).AddRange(read);
            progress($"{TrainingData.CorpusOf(file)}: {read.Count:N0} texts{(isLeftOut ? ", left out of the model" : "")}.");
        }
        if (rows.Count(row => row.Trains && row.Label == true) < 10 || rows.Count(row => row.Trains && row.Label == false) < 10)
        {
            throw new InvalidDataException("Training needs at least ten friendly and ten technical texts: .jsonl or .jsonl.gz files with a label of 1 or 0.");
        }
        var content = FriendlinessModelFile.Write(new FriendlinessTrainer(options, progress).Train(rows));
        // What is measured is what was written: the file is read back.
        if (FriendlinessModelFile.Parse(content) is not ModelLoad.Loaded(var model)) throw new InvalidOperationException("The model written can't be read back.");
        var report = TrainingReport.Of(model, [.. rows, .. leftOut], options, content.Length) with { TrainedAt = now };
        Directory.CreateDirectory(output);
        WholeFile.Write(Path.Combine(output, FriendlinessModelFile.Name), content);
        WholeFile.Write(Path.Combine(output, ModelFigures.FileName), JsonSerializer.Serialize(report, Json) + "\n");
        File.WriteAllText(Path.Combine(output, "calibration.svg"), CalibrationPicture.Draw(report.Calibration));
        ModelCard.Refresh(Path.Combine(output, "card.md"), report);
        foreach (var corpus in report.Corpora)
        {
            foreach (var length in corpus.Lengths) progress($"{corpus.Corpus}, {length.Shown}: AUC {length.AreaUnderCurve:F3}, calibration error {length.CalibrationError:F3}.");
        }
        progress($"Wrote {model.Version}, {content.Length / 1e6:F1} MB, to {output}.");
    }
}
