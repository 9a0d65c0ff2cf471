using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Sharing.Webhooks;

/// <summary>Writes what comes from publishers as the outbox does, without what turns text around or has no place in it: whoever reads a message may post it as it is.</summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    /// <summary>As long as a link can be; nothing else that is worth posting is longer.</summary>
    private const int Longest = 4_096;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <summary>Names are ours.</summary>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(OutgoingText.Clean(value.Length > Longest ? TextCut.At(value, Longest) : value));
}
