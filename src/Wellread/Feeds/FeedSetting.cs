using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Feeds;

/// <summary>
/// What an editor said about one feed, on top of the packs; null = as the pack has it. Stored as JSON. A feed that no pack lists has its address here.
/// </summary>
internal sealed record FeedSetting
{
    public required string FeedId { get; init; }

    /// <summary>The address of a feed that was added; null for one that a pack lists.</summary>
    public Uri? Url { get; init; }

    /// <summary>True for a feed of a pack that was taken off the list.</summary>
    public bool Removed { get; init; }

    public string? Title { get; init; }

    public Uri? Homepage { get; init; }

    public PublisherType? Publisher { get; init; }

    public FeedAudience? Audience { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    public IReadOnlyList<IReadOnlyList<string>>? Folders { get; init; }

    public bool? Enabled { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public IReadOnlyList<string>? Keep { get; init; }

    public IReadOnlyList<string>? Block { get; init; }

    /// <summary>The feed as its pack lists it (null where none does) with this on top; null when it was taken off the list.</summary>
    public FeedSource? ApplyTo(FeedSource? listed)
    {
        if (Removed || (listed ?? Added()) is not { } source) return null;
        return source with
        {
            Title = Title ?? source.Title,
            Homepage = Homepage ?? source.Homepage,
            Publisher = Publisher ?? source.Publisher,
            Audience = Audience ?? source.Audience,
            Language = Language ?? source.Language,
            Topics = Topics ?? source.Topics,
            Folders = Folders ?? source.Folders,
            Enabled = Enabled ?? source.Enabled,
            PausedUntil = PausedUntil,
            Rules = new FeedRules([.. Keep ?? []], [.. Block ?? []]),
        };
    }

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FeedSettingJson.Default.FeedSetting);

    public static FeedSetting FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, FeedSettingJson.Default.FeedSetting) ?? throw new JsonException("A feed's setting is an object.");

    private FeedSource? Added() => Url is null ? null : new FeedSource { Id = FeedId, Url = Url, Title = Url.IdnHost };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedSetting))]
[JsonSerializable(typeof(FeedSource))]
internal sealed partial class FeedSettingJson : JsonSerializerContext;
