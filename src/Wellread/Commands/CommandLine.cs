using System.CommandLine;

namespace Wellread.Commands;

/// <summary>The verbs of the program. Without one it serves, and hands every argument on to the host (<c>--urls</c>, <c>--Storage:Connection</c>, …).</summary>
internal static class CommandLine
{
    /// <summary>What a command leaves with when it was called wrongly.</summary>
    public const int WrongUsage = 2;

    public static Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve)
    {
        var root = new RootCommand("Finds health articles that patients understand, and hands over a link and a text ready to share.");
        var serveCommand = new Command("serve", "Start the service (what happens when no verb is given). Takes any setting: --urls http://localhost:5080, --Storage:Connection sqlite:my.db");
        foreach (var command in new[] { serveCommand, ParseCommand.Create(), TrainCommand.Create(), EvaluateCommand.Create(), CardCommand.Create(), ScoreCommand.Create() }) root.Subcommands.Add(command);
        var verbs = root.Subcommands.SelectMany(command => command.Aliases.Append(command.Name)).ToHashSet(StringComparer.Ordinal);
        return args switch
        {
            ["serve", .. var rest] when !rest.Any(IsHelp) => serve(rest),
            [var first, ..] when verbs.Contains(first) || IsHelp(first) || first == "--version" => InvokeAsync(root.Parse(args)),
            // A mistyped verb is no setting: those start with a dash or a slash, or are "key=value".
            [var first, ..] when first is not ['-' or '/', ..] && !first.Contains('=', StringComparison.Ordinal) => InvokeAsync(root.Parse(args)),
            _ => serve(args),
        };
    }

    /// <summary>The library leaves with 1 for arguments that it can't read, which here means that the work itself failed.</summary>
    private static async Task<int> InvokeAsync(ParseResult call)
    {
        var code = await call.InvokeAsync();
        return call.Errors.Count > 0 ? WrongUsage : code;
    }

    private static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?";
}
