using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Wellread.Practices;

/// <summary>What was said about a practice; null = as it is for everyone. Stored as JSON.</summary>
internal sealed record PracticeSettings
{
    public string? Name { get; init; }

    public string? Specialty { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Two-letter ISO 3166-1 codes, each once, in order.</summary>
    public IReadOnlyList<string>? Countries { get; init; }

    public double? TargetGrade { get; init; }

    /// <summary>Topic weights that differ from the specialty's.</summary>
    public IReadOnlyDictionary<string, double>? TopicWeights { get; init; }

    public IReadOnlyList<string>? TrustedSources { get; init; }

    public IReadOnlyList<string>? BlockedSources { get; init; }

    public IReadOnlyList<string>? BlockedWords { get; init; }

    public IReadOnlyList<string>? OwnDomains { get; init; }

    /// <summary>The policies that were spoken of.</summary>
    public IReadOnlyList<ChannelPolicy>? Channels { get; init; }

    /// <summary>What its channels were held to before, the oldest first; null where nobody has changed that.</summary>
    public IReadOnlyList<EarlierLimits>? Earlier { get; init; }

    /// <summary>When it was removed; null while it is there. Its settings stay, as its decisions do.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The practice that this makes. What a later version no longer knows (a zone, a specialty) counts as not said.</summary>
    public Practice ToPractice(string id, long version)
    {
        var policies = ChannelPolicy.Defaults.ToBuilder();
        foreach (var policy in Channels ?? []) policies[(int)policy.Channel] = policy;
        var specialty = Specialty is null ? null : SpecialtyCatalog.Find(Specialty);
        var weights = new Dictionary<string, double>(specialty?.TopicWeights ?? FrozenDictionary<string, double>.Empty, StringComparer.Ordinal);
        foreach (var (slug, weight) in TopicWeights ?? ImmutableDictionary<string, double>.Empty) weights[slug] = weight;
        var usual = new Practice { Id = id, Languages = ["en"] };
        return usual with
        {
            Name = Name ?? usual.Name,
            Specialty = specialty?.Slug,
            Languages = Languages is { Count: > 0 } ? [.. Languages] : usual.Languages,
            Zone = (TimeZone is null ? null : IanaTimeZones.Find(TimeZone)) ?? DateTimeZone.Utc,
            Countries = [.. Countries ?? []],
            TargetGrade = TargetGrade ?? usual.TargetGrade,
            TopicWeights = weights.ToFrozenDictionary(StringComparer.Ordinal),
            TrustedSources = Set(TrustedSources),
            BlockedSources = Set(BlockedSources),
            BlockedWords = [.. BlockedWords ?? []],
            // An older version took names that are everybody's.
            OwnDomains = [.. (OwnDomains ?? []).Where(domain => !PublicSuffixes.Contains(domain))],
            Channels = policies.ToImmutable(),
            Settings = this,
            Version = version,
        };
    }

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PracticeJson.Default.PracticeSettings);

    public static PracticeSettings FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, PracticeJson.Default.PracticeSettings) ?? throw new JsonException("A practice's settings are an object.");

    private static ImmutableHashSet<string> Set(IReadOnlyList<string>? ids) => (ids ?? []).ToImmutableHashSet(StringComparer.Ordinal);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PracticeSettings))]
internal sealed partial class PracticeJson : JsonSerializerContext;
