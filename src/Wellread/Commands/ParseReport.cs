using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wellread.Feeds;

namespace Wellread.Commands;

/// <summary>What <see cref="ParseCommand"/> prints of one document.</summary>
internal static class ParseReport
{
    // For a terminal or a pipe, never for a page: letters of all scripts stay readable.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(string file, FeedParseResult result) => result switch
    {
        FeedParseResult.Failed failed => JsonSerializer.Serialize(new { file, ok = false, error = failed.Code, message = failed.Message }, Options),
        FeedParseResult.Parsed parsed => JsonSerializer.Serialize(
            new { file, ok = true, error = (string?)null, feed = Feed(parsed.Feed), entries = parsed.Feed.Entries.Select(Entry) }, Options),
        _ => throw new InvalidOperationException("A parse result of an unknown kind."),
    };

    public static string Summary(string file, FeedParseResult result)
    {
        var output = new StringBuilder().Append(file).Append(": ");
        if (result is FeedParseResult.Failed failed)
            return output.Append(failed.Message).Append(" (").Append(failed.Code).Append(')').ToString();
        var feed = ((FeedParseResult.Parsed)result).Feed;
        output.Append(CultureInfo.InvariantCulture, $"{feed.Format}, {feed.Entries.Length} items");
        output.Append(CultureInfo.InvariantCulture, $"\n  {feed.Title ?? "(no title)"}  {feed.Link}");
        foreach (var trouble in Troubles(feed)) output.Append("\n  ! ").Append(trouble);
        foreach (var entry in feed.Entries)
            output.Append(CultureInfo.InvariantCulture, $"\n  {Day(entry)}  {OneLine(entry.Title)}  {entry.Link}");
        return output.ToString();
    }

    private static IEnumerable<string> Troubles(ParsedFeed feed)
    {
        if (feed.Repaired) yield return "The feed was damaged and had to be mended, so items may be missing.";
        if (feed.LooksLikeJournal) yield return "This looks like a journal's feed, written for professionals.";
        if (feed.Entries.IsEmpty) yield return "The feed has no items.";
        if (Count(feed, entry => entry.Link is null) is { } links) yield return $"{links} have no link.";
        if (Count(feed, entry => entry.Title is null) is { } titles) yield return $"{titles} have no title.";
        if (Count(feed, entry => (entry.Published ?? entry.Updated) is null) is { } dates) yield return $"{dates} have no date that can be read.";
    }

    private static string? Count(ParsedFeed feed, Func<FeedEntry, bool> lacks)
    {
        var count = feed.Entries.Count(lacks);
        return count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} of {feed.Entries.Length} items");
    }

    private static object Feed(ParsedFeed feed) => new
    {
        format = feed.Format.ToString().ToLowerInvariant(),
        feed.Id,
        feed.Title,
        feed.Link,
        feed.Description,
        feed.Language,
        published = Date(feed.Published),
        updated = Date(feed.Updated),
        feed.Author,
        feed.Rights,
        feed.Image,
        feed.Icon,
        feed.Categories,
        feed.Repaired,
        journal = feed.LooksLikeJournal,
    };

    private static object Entry(FeedEntry entry) => new
    {
        entry.Id,
        entry.Title,
        entry.Link,
        published = Date(entry.Published),
        updated = Date(entry.Updated),
        entry.Author,
        entry.Summary,
        entry.Content,
        entry.Categories,
        enclosures = entry.Enclosures.Select(enclosure => enclosure.Url),
        entry.Thumbnail,
        entry.Comments,
    };

    private static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(FeedEntry entry) => Date(entry.Published ?? entry.Updated)?[..10] ?? "(no date) ";

    private static string OneLine(string? text) =>
        text is null ? "(no title)" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
