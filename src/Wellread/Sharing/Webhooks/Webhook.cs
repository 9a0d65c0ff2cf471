using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Wellread.Sharing.Webhooks;

/// <summary>Whom to tell of events, as an operator set it up. Stored as JSON.</summary>
internal sealed record Webhook
{
    /// <summary>How long a secret still signs beside the one that took its place.</summary>
    public static readonly TimeSpan OldSecretHolds = TimeSpan.FromHours(24);

    /// <summary>How many secrets sign side by side at most.</summary>
    public const int MaxSecrets = 4;

    /// <summary><c>wh_</c> and 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Where events go. It often holds a token of the receiver's own, so it is shown to whoever manages webhooks and never logged.</summary>
    public required string Url { get; init; }

    /// <summary>The events that it is told of.</summary>
    public required ImmutableArray<string> Events { get; init; }

    /// <summary>The practice whose events it is told of; null = of all. Events of feeds are everybody's.</summary>
    public string? Practice { get; init; }

    /// <summary>False where an operator switched it off.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>This service's own address as whoever set it up called it, without a slash at its end.</summary>
    public required string Service { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The logs' ends when it was made: what was decided before is no news.</summary>
    public required LogPositions Since { get; init; }

    /// <summary>The newest first.</summary>
    public required ImmutableArray<SigningSecret> Secrets { get; init; }

    public bool Wants(string type, string? practice) =>
        Events.Contains(type, StringComparer.Ordinal) && (Practice is null || practice is null || Practice == practice);

    /// <summary>With a new secret; the one before goes on signing for a day.</summary>
    public Webhook WithNewSecret(DateTimeOffset now)
    {
        var before = SecretsAt(now).Select(secret => secret with { Until = secret.Until ?? now + OldSecretHolds });
        return this with { Secrets = [SigningSecret.Make(now), .. before] };
    }

    /// <summary>Whether a stored one can be worked with.</summary>
    [JsonIgnore]
    public bool IsWhole => Since is not null && !Events.IsDefault && !Secrets.IsDefaultOrEmpty && Uri.TryCreate(Url, UriKind.Absolute, out _);

    /// <summary>Where events go, as far as it may be logged.</summary>
    [JsonIgnore]
    public string Host => new Uri(Url).Host;

    /// <summary>The settings in which another version of it differs, by the names that requests have.</summary>
    public IEnumerable<string> DifferencesTo(Webhook other)
    {
        if (Url != other.Url) yield return "url";
        if (Name != other.Name) yield return "name";
        if (!Events.Order(StringComparer.Ordinal).SequenceEqual(other.Events.Order(StringComparer.Ordinal), StringComparer.Ordinal)) yield return "events";
        if (Practice != other.Practice) yield return "practice";
        if (Enabled != other.Enabled) yield return "enabled";
    }

    public IEnumerable<SigningSecret> SecretsAt(DateTimeOffset now) => Secrets.Where(secret => secret.SignsAt(now));
}

/// <summary>Up to where the logs of the practices and of the library are known.</summary>
internal sealed record LogPositions(long Practices, long Library);
