using System.CommandLine;
using System.CommandLine.Parsing;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Commands;

/// <summary>
/// <c>wellread parse PATH… [--jsonl]</c>: shows what a feed gives. Leaves with 0 when every file was read, 1 when one was not, 2 for wrong usage.
/// </summary>
internal static class ParseCommand
{
    private const int SomeUnreadable = 1;
    private const int WrongUsage = 2;

    internal static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, folders (all files in them), or - for what is piped in.",
            Arity = ArgumentArity.OneOrMore,
        };
        var lines = new Option<bool>("--jsonl") { Description = "One JSON object per file instead of a summary." };
        var address = new Option<Uri?>("--address")
        {
            Description = "Where the documents came from; relative links are resolved against it.",
            CustomParser = ParseAddress,
        };
        var contentType = new Option<string?>("--content-type") { Description = "The Content-Type header they came with; its charset is used." };
        var command = new Command("parse", "Show what a feed gives: its title, its items, and what is wrong with it.") { paths, lines, address, contentType };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(paths),
            result.GetValue(lines),
            new FeedParseContext(result.GetValue(address), result.GetValue(contentType)),
            result.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, bool lines, FeedParseContext context, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        if (paths.FirstOrDefault(path => path != "-" && !File.Exists(path) && !Directory.Exists(path)) is { } missing)
        {
            await console.Error.WriteLineAsync($"There is no file or folder '{missing}'.");
            return WrongUsage;
        }

        var unreadable = 0;
        foreach (var path in paths.SelectMany(FilesOf))
        {
            var body = await ReadAsync(path, cancellationToken);
            var result = FeedParser.Parse(body, context);
            if (result is FeedParseResult.Failed) unreadable++;
            var text = lines ? ParseReport.Line(path, result) : ParseReport.Summary(path, result);
            await console.Output.WriteLineAsync(text.AsMemory(), cancellationToken);
        }

        return unreadable == 0 ? 0 : SomeUnreadable;
    }

    private static Uri? ParseAddress(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address)) return address;
        argument.AddError($"'{argument.Tokens[0].Value}' is no absolute address.");
        return null;
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path != "-") return await File.ReadAllBytesAsync(path, cancellationToken);
        using var body = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
