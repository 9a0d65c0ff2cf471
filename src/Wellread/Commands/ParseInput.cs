using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Feeds.Parsing;

namespace Wellread.Commands;

/// <summary>The documents that <see cref="ParseCommand"/> is given: files, folders, standard input.</summary>
internal static class ParseInput
{
    /// <summary>The path that stands for standard input.</summary>
    public const string Piped = "-";

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32 };

    /// <summary>What is wrong with the paths, in words for whoever typed them, or null.</summary>
    public static string? Fault(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == Piped || File.Exists(path)) continue;
            if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                return $"'{path}' is an address, and this command reads files. Save the feed first, or pipe it in: curl -L {path} | wellread parse - --address {path}";
            if (!Directory.Exists(path)) return $"There is no file or folder '{path}'.";
            if (!FilesOf(path).Any()) return $"There are no files in the folder '{path}'.";
        }

        return null;
    }

    /// <summary>The files of a folder and the folders inside it, hidden ones aside; a file alone.</summary>
    public static IEnumerable<string> FilesOf(string path) =>
        path != Piped && Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", Everything).Order(StringComparer.Ordinal) : [path];

    /// <summary>Reads one document; a file packed with gzip is unpacked first.</summary>
    public static async Task<FeedParseResult> ParseAsync(string path, FeedParseContext context, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body;
        try
        {
            body = await ReadAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FeedParseResult.Failed("unreadable-file", "The file could not be opened or read.");
        }

        var (outcome, plain) = ContentCoding.Decode(body, coding: null, FeedLimits.MaxBytes);
        return outcome switch
        {
            ContentCoding.Outcome.Decoded => OfFile(FeedParser.Parse(plain, context)),
            ContentCoding.Outcome.TooLarge => ParseFailures.TooLarge,
            _ => new FeedParseResult.Failed("broken-file", "The file is packed with gzip, and is damaged or cut short."),
        };
    }

    /// <summary>The parser speaks of a site that answered; here is none.</summary>
    private static FeedParseResult OfFile(FeedParseResult result) =>
        result == ParseFailures.Empty ? ParseFailures.Empty with { Message = "The file is empty." }
        : result == ParseFailures.WebPage ? ParseFailures.WebPage with { Message = "The file is a web page, not a feed." }
        : result == ParseFailures.NotAFeed ? ParseFailures.NotAFeed with { Message = "The file is not a feed." }
        : result;

    /// <summary>No more than shows that it is too much: a path can be a device without an end.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var input = path == Piped ? Console.OpenStandardInput() : File.OpenRead(path);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (body.Length <= FeedLimits.MaxBytes && await input.ReadAsync(buffer, cancellationToken) is > 0 and var count) body.Write(buffer, 0, count);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
