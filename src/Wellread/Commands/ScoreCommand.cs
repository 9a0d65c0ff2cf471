using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Commands;

/// <summary><c>score --jsonl</c>: reads <c>{"id","title","text"}</c> lines, writes <c>{"id","probability","verdict","grade","difficulty"}</c> lines.</summary>
internal static class ScoreCommand
{
    internal static Command Create()
    {
        var lines = new Option<bool>("--jsonl") { Description = "Read JSON Lines and write JSON Lines, which is what happens without it, too." };
        var model = ModelFolder.Option();
        var command = new Command("score", "Scores texts from standard input.") { lines, model };
        command.SetAction(result => Run(result.GetRequiredValue(model)));
        return command;
    }

    private static int Run(DirectoryInfo folder)
    {
        var current = new CurrentModel(Options.Create(new ScoringOptions { ModelPath = folder.FullName }), HomeFolder.Find(), NullLogger<CurrentModel>.Instance);
        if (current.Model is null) Console.Error.WriteLine($"{current.Problem} Scores come from reading formulas.");
        using var output = Console.OpenStandardOutput();
        using var lines = new ScoreLines(new FriendlinessScorer(current), output);
        try
        {
            using var input = Console.OpenStandardInput();
            if (lines.Run(input, Console.Error.WriteLine)) return 0;
        }
        catch (IOException e)
        {
            // Whoever reads has gone, or who writes.
            Console.Error.WriteLine(e.Message);
        }
        return 1;
    }
}
