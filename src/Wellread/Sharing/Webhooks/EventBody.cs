using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Wellread.Sharing.Webhooks;

/// <summary>Writes what is sent: <c>{"type", "timestamp", "data"}</c>. No event holds what an editor wrote, or who decided.</summary>
internal static class EventBody
{
    // A body is JSON and stands in no page.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(string type, DateTimeOffset at, T data, JsonTypeInfo<T> info)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", at.UtcDateTime);
            json.WritePropertyName("data");
            JsonSerializer.Serialize(json, data, info);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}

/// <summary>The data of <see cref="EventTypes.SuggestionReady"/>: what to post, in the words that were approved.</summary>
internal sealed record SuggestionReady(
    string Practice,
    string PracticeName,
    string SuggestionId,
    string ArticleId,
    string Title,
    string Summary,
    string Url,
    string Source,
    string Language,
    IReadOnlyList<string> Topics,
    DateTimeOffset ApprovedAt,
    DateTimeOffset? PostAt,
    string Channel,
    string Text,
    IReadOnlyDictionary<string, string> Texts,
    SuggestionReadyLinks Links);

/// <summary>Where to go from there: for each channel what gives link, text and steps, and where to say that it was shared.</summary>
internal sealed record SuggestionReadyLinks(IReadOnlyDictionary<string, string> Share, string Decisions);

/// <summary>The data of <see cref="EventTypes.ArticleChanged"/> and <see cref="EventTypes.ArticleRetracted"/>: what has become of something that was approved or shared.</summary>
internal sealed record ArticleFate(
    string Practice,
    string PracticeName,
    string SuggestionId,
    string ArticleId,
    string Title,
    string Url,
    string Source,
    string Change,
    string Advice,
    string Message,
    IReadOnlyList<string> SharedOn,
    IReadOnlyList<string> GivenOutOn,
    string TitleThen,
    DateTimeOffset DecidedAt,
    DateTimeOffset? ChangedAt,
    ArticleFateLinks Links);

/// <summary>Where to go from there: all that has changed, and where to say that a post was taken down.</summary>
internal sealed record ArticleFateLinks(string Changed, string Decisions);

/// <summary>The data of <see cref="EventTypes.FeedFailing"/>.</summary>
internal sealed record FeedTrouble(string FeedId, string Title, DateTimeOffset? LastReadAt, string Reason, bool Gone, FeedTroubleLinks Links);

/// <summary>Where to go from there: how the feed is.</summary>
internal sealed record FeedTroubleLinks(string Feed);

/// <summary>The data of <see cref="EventTypes.Test"/>.</summary>
internal sealed record TestEvent(string WebhookId, string Message);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(PlainTextConverter)])]
[JsonSerializable(typeof(SuggestionReady))]
[JsonSerializable(typeof(ArticleFate))]
[JsonSerializable(typeof(FeedTrouble))]
[JsonSerializable(typeof(TestEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
