using System.CommandLine;
using System.Text.Json;
using Wellread.Scoring.Training;

namespace Wellread.Commands;

/// <summary><c>card</c>: puts into the model's card how it does on texts of a corpus that it was trained without.</summary>
internal static class CardCommand
{
    internal static Command Create()
    {
        var model = ModelFolder.Option();
        var runs = new Option<DirectoryInfo[]>("--left-out")
        {
            Description = "Folders that train wrote with --leave-out, each with one more corpus left out, or several.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("card", "Writes into the model's card how it does on kinds of text that it was trained without.") { model, runs };
        command.SetAction(result => Run(result.GetRequiredValue(model), result.GetRequiredValue(runs)));
        return command;
    }

    private static int Run(DirectoryInfo folder, IReadOnlyList<DirectoryInfo> runs)
    {
        try
        {
            LeftOutResult.Add(folder.FullName, [.. runs.Select(run => run.FullName)]);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
