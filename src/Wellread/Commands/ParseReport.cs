using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wellread.Feeds;

namespace Wellread.Commands;

/// <summary>What <see cref="ParseCommand"/> gives a program about one document: a line of JSON.</summary>
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
}
