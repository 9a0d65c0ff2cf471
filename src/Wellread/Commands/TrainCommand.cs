using System.CommandLine;
using Wellread.Platform;
using Wellread.Scoring.Training;

namespace Wellread.Commands;

/// <summary><c>train</c>: learns from a folder of JSON Lines and writes the model, its metrics and its card.</summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder of .jsonl or .jsonl.gz files with text, title, label (1 = a patient understands it, 0 = technical), grade (1 easy to 6 hard, as people rated it; no "
                + "school grade), group and split (train, dev, test).",
            Required = true,
        };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "Folder to write to.",
            DefaultValueFactory = _ => new DirectoryInfo(HomeFolder.Find().Resolve("models")),
        };
        var seed = new Option<int>("--seed") { Description = "The same seed and data give the same model.", DefaultValueFactory = _ => 1 };
        var leaveOut = new Option<string[]>("--leave-out")
        {
            Description = "Files to leave out, by name without ending.",
            DefaultValueFactory = _ => [.. new TrainingOptions().LeaveOut],
            AllowMultipleArgumentsPerToken = true,
        };
        var words = new Option<FileInfo>("--words")
        {
            Description = "List of words by the size of dictionary that has them. Default: models/wordlists/english-by-size.txt.",
            DefaultValueFactory = _ => new FileInfo(HomeFolder.Find().Resolve("models/wordlists/english-by-size.txt")),
        };
        var ratings = new Option<DirectoryInfo>("--ratings")
        {
            Description = "Folder of what raters said of texts (.tsv: corpus, id and rating; .jsonl: title, text and rating). Default: models/ratings.",
            DefaultValueFactory = _ => new DirectoryInfo(HomeFolder.Find().Resolve("models/ratings")),
        };
        var command = new Command("train", "Trains the model that says whether a patient will understand a text.") { data, output, seed, leaveOut, words, ratings };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetRequiredValue(output), new TrainingOptions
        {
            Seed = result.GetValue(seed),
            LeaveOut = result.GetValue(leaveOut) ?? [],
            WordSizes = result.GetRequiredValue(words).FullName,
            Ratings = result.GetRequiredValue(ratings).FullName,
        }));
        return command;
    }

    private static int Run(DirectoryInfo data, DirectoryInfo output, TrainingOptions options)
    {
        try
        {
            // Before minutes of work, not behind them.
            if (!File.Exists(options.WordSizes)) throw new FileNotFoundException($"There is no list of words at {options.WordSizes}. Name one with --words.");
            output.Create();
            TrainingRun.Run(data.FullName, output.FullName, options, TimeProvider.System.GetUtcNow(), Console.Out.WriteLine);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
