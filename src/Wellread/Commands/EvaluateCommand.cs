using System.CommandLine;
using System.Globalization;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Commands;

/// <summary><c>evaluate</c>: how the model does on a file of labelled or rated texts.</summary>
internal static class EvaluateCommand
{
    internal static Command Create()
    {
        var data = new Option<FileInfo>("--data") { Description = "A .jsonl or .jsonl.gz file with text, title, label and grade (1 easy to 6 hard, as people rated it).", Required = true };
        var split = new Option<string?>("--split") { Description = "Only rows of this split." };
        var model = ModelFolder.Option();
        var command = new Command("evaluate", "Measures the model on a file.") { data, split, model };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetValue(split), result.GetRequiredValue(model)));
        return command;
    }

    private static int Run(FileInfo data, string? split, DirectoryInfo folder)
    {
        try
        {
            if (FriendlinessModel.Load(folder.FullName) is not ModelLoad.Loaded(var model))
            {
                Console.Error.WriteLine(((ModelLoad.Failed)FriendlinessModel.Load(folder.FullName)).Problem);
                return 1;
            }
            if (Directory.Exists(data.FullName)) throw new InvalidDataException($"{data.Name} is a folder. Name one file of it.");
            var rows = TrainingData.Read(data.FullName).Where(row => split is null || row.Split == split).ToList();
            var lines = Lines(Evaluation.Of(model, rows)).ToList();
            foreach (var line in lines) Console.Out.WriteLine(line);
            if (lines.Count > 0) return 0;
            Console.Error.WriteLine($"{data.Name} has nothing to measure with: no row{(split is null ? "" : $" of split {split}")} has a label of 0 or 1, and fewer than two have a grade.");
            return 1;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static string Auc(double area) => double.IsNaN(area) ? "no AUC (texts of one side only)" : string.Create(CultureInfo.InvariantCulture, $"AUC {area:F4}");

    internal static IEnumerable<string> Lines(Evaluation evaluation)
    {
        foreach (var result in evaluation.Lengths)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Shown}: {result.Friendly} friendly, {result.Technical} technical, {Auc(result.AreaUnderCurve)}, calibration error {result.CalibrationError:F4}");
        }
        if (evaluation.Ratings is { } ratings)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{ratings.Texts} rated texts: difficulty Pearson {ratings.Pearson:F4}, mean by source {ratings.MeanPearsonBySource:F4}, Spearman {ratings.Spearman:F4}; "
                + $"probability Spearman {ratings.FriendlinessSpearman:F4}");
        }
    }
}

/// <summary>The option that names the model's folder.</summary>
internal static class ModelFolder
{
    public static Option<DirectoryInfo> Option() => new("--model")
    {
        Description = "Folder of the model file.",
        DefaultValueFactory = _ => new DirectoryInfo(HomeFolder.Find().Resolve(new ScoringOptions().ModelPath)),
    };
}
