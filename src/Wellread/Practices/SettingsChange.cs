using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Wellread.Platform;

namespace Wellread.Practices;

/// <summary>What somebody did to the settings of a practice, or to a way by which its approvals leave the service.</summary>
internal enum SettingsAction
{
    PracticeAdded,
    PracticeChanged,
    PracticeRemoved,
    OutboxOpened,
    OutboxClosed,
    WebhookAdded,
    WebhookChanged,
    WebhookRemoved,
    WebhookSecretRenewed,
}

/// <summary>That somebody changed settings: which ones, never what was written into them. Stored as JSON.</summary>
internal sealed record SettingsChange
{
    /// <summary><c>chg_</c> and 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SettingsAction Action { get; init; }

    /// <summary>Whose settings; null = of all practices.</summary>
    public string? Practice { get; init; }

    /// <summary>The webhook that it is about; null where it is about none.</summary>
    public string? WebhookId { get; init; }

    /// <summary>Where that webhook's messages go from then on, or went until then: the host alone, as the rest of an address often opens the receiver.</summary>
    public string? Host { get; init; }

    /// <summary>The names of the settings that are not as they were, as requests have them: <c>channels.facebook.weeklyBudget</c>.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <inheritdoc cref="Caller.Network"/>
    public string? Network { get; init; }

    /// <inheritdoc cref="Caller.TraceId"/>
    public string? TraceId { get; init; }

    public static SettingsChange Of(SettingsAction action, string? practice, Caller caller, DateTimeOffset now) => new()
    {
        Id = $"chg_{RandomNumberGenerator.GetHexString(16, lowercase: true)}",
        At = now,
        Action = action,
        Practice = practice,
        Network = caller.Network,
        TraceId = caller.TraceId,
    };
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SettingsChange))]
internal sealed partial class SettingsChangeJson : JsonSerializerContext;
