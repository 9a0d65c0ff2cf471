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

    internal static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, folders (every file in them), or - for what is piped in. Files may be packed with gzip.",
            Arity = ArgumentArity.OneOrMore,
        };
        var lines = new Option<bool>("--jsonl") { Description = "Print one line of JSON for each file, with every item whole, instead of a summary." };
        var address = new Option<Uri?>("--address")
        {
            Description = "Where the feed is on the web. Short links in it, such as /news/1, are made whole with it.",
            CustomParser = ParseAddress,
        };
        var contentType = new Option<string?>("--content-type") { Description = "The Content-Type header that the feed came with. Its charset tells how to read the letters." };
        var command = new Command(
            "parse",
            "Show what a feed gives: its title, its items, and what is wrong with it. Nothing is fetched or stored. " +
            "Ends with 0 when every file was read, 1 when one was not, 2 when the command was typed wrongly.") { paths, lines, address, contentType };
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
        if (ParseInput.Fault(paths) is { } fault)
        {
            await console.Error.WriteLineAsync(fault);
            return CommandLine.WrongUsage;
        }

        var (files, unreadable, items) = (0, 0, 0);
        foreach (var path in paths.SelectMany(ParseInput.FilesOf))
        {
            var result = await ParseInput.ParseAsync(path, context, cancellationToken);
            files++;
            if (result is FeedParseResult.Parsed parsed) items += parsed.Feed.Entries.Length;
            else unreadable++;
            var text = lines ? ParseReport.Line(path, result) : ParseSummary.Of(path, result);
            await console.Output.WriteLineAsync(text.AsMemory(), cancellationToken);
        }

        if (!lines && files > 1) await console.Output.WriteLineAsync(ParseSummary.Total(files, unreadable, items));
        return unreadable == 0 ? 0 : SomeUnreadable;
    }

    private static Uri? ParseAddress(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address)) return address;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a whole address, such as https://example.org/feed.");
        return null;
    }
}
