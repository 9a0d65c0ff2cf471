using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wellread.Feeds;

/// <summary>Writes JSON Feed 1.1 (jsonfeed.org). The same feed gives the same bytes.</summary>
internal static class JsonFeedWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(OutgoingFeed feed)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", OutgoingText.Clean(feed.Title));
            json.WriteString("home_page_url", feed.Home);
            json.WriteString("feed_url", feed.Self);
            json.WriteString("description", OutgoingText.Clean(feed.Description));
            json.WriteString("language", feed.Language);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", OutgoingText.Clean(feed.Author));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var item in feed.Items) Write(json, item);
            json.WriteEndArray();
            if (!feed.Waiting.IsEmpty) Write(json, feed.Waiting);
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    /// <summary>An extension, whose name begins with an underscore as the format asks; other programs pass over it.</summary>
    private static void Write(Utf8JsonWriter json, ImmutableArray<WaitingItem> waiting)
    {
        json.WriteStartObject("_wellread");
        json.WriteStartArray("waiting");
        foreach (var item in waiting)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("title", OutgoingText.Clean(item.Title));
            json.WriteString("comes_at", OutgoingText.Rfc3339(item.ComesAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OutgoingItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Link);
        json.WriteString("title", OutgoingText.Clean(item.Title));
        json.WriteString("content_text", OutgoingText.Clean(item.Text));
        json.WriteString("date_published", OutgoingText.Rfc3339(item.Published));
        json.WriteString("language", item.Language);
        json.WriteStartArray("tags");
        foreach (var tag in item.Tags) json.WriteStringValue(OutgoingText.Clean(tag));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
