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
/// <param name="Sets">By number, the ids of the articles of the first set of the day, and of each that was asked for in its place, the best first. One that nobody asked for is empty.</param>
internal sealed record DayPicks(string PracticeId, Channel Channel, DateOnly Date, ImmutableArray<ImmutableArray<string>> Sets)
{
    /// <summary>The number of the set that stays for the day; null as an older version of Wellread wrote it: the last.</summary>
    public int? Chosen { get; init; }

    /// <summary>The number of the set that is shown where nobody asks for another.</summary>
    [JsonIgnore]
    public int Number => Math.Clamp(Chosen ?? Sets.Length - 1, 0, Math.Max(0, Sets.Length - 1));

    /// <summary>The ids of the articles that are shown now; none where nothing has been picked yet.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Articles => this[Number];

    /// <summary>The ids of a set; none where nobody has asked for it.</summary>
    [JsonIgnore]
    public ImmutableArray<string> this[int number] => number < Sets.Length ? Sets[number] : [];

    /// <summary>The same with another set shown.</summary>
    public DayPicks With(int number, ImmutableArray<string> set) => this with
    {
        Sets = number < Sets.Length ? Sets.SetItem(number, set) : Sets.AddRange(Enumerable.Repeat(ImmutableArray<string>.Empty, number - Sets.Length)).Add(set),
        Chosen = number,
        IsStored = false,
    };

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

    /// <summary>What is stored under <paramref name="id"/>. What can't be read is as if nobody had asked yet that day; null where not even the id can.</summary>
    public static DayPicks? FromStored(string id, ReadOnlyMemory<byte> json, long version)
    {
        if (Unasked(id) is not { } unasked) return null;
        DayPicks? read = null;
        try
        {
            read = JsonSerializer.Deserialize(json.Span, DayPicksJson.Default.DayPicks);
        }
        catch (JsonException)
        {
            // The next set takes its place.
        }

        return (read is { Sets.IsDefault: false } && read.Id == id ? read : unasked) with { Version = version, IsStored = true };
    }

    private static DayPicks? Unasked(string id) =>
        id.Split(':') is [var practice, var channel, var day] && ChannelInfo.Find(channel) is { } info
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DayPicks(practice, info.Channel, date, [])
            : null;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DayPicks))]
internal sealed partial class DayPicksJson : JsonSerializerContext;
