using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Practices;

namespace Wellread.Suggestions.Today;

/// <summary>What one practice was shown for one channel on one of its days. Stored as JSON, so that every instance shows the same.</summary>
/// <param name="PracticeId">The practice.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Date">The day on the practice's clock.</param>
/// <param name="Articles">The ids of the articles that are shown, the best first.</param>
/// <param name="Shown">The ids of all that were shown today, those among them.</param>
internal sealed record DayPicks(string PracticeId, Channel Channel, DateOnly Date, ImmutableArray<string> Articles, ImmutableArray<string> Shown)
{
    /// <summary>The stored version that these picks are, or that they change; 0 for the first of the day.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    /// <summary>False for what was only worked out here, while the store did not answer.</summary>
    [JsonIgnore]
    public bool IsStored { get; init; }

    [JsonIgnore]
    public string Id => IdOf(PracticeId, Channel, Date);

    public static string IdOf(string practiceId, Channel channel, DateOnly date) =>
        $"{practiceId}:{ChannelInfo.Of(channel).Slug}:{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DayPicksJson.Default.DayPicks);

    public static DayPicks FromJson(ReadOnlyMemory<byte> json, long version) =>
        (JsonSerializer.Deserialize(json.Span, DayPicksJson.Default.DayPicks) ?? throw new JsonException("A day's picks are an object.")) with { Version = version, IsStored = true };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DayPicks))]
internal sealed partial class DayPicksJson : JsonSerializerContext;
