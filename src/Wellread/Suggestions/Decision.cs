using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What an editor did with a suggestion.</summary>
internal enum DecisionAction
{
    Approve,
    Reject,
    Snooze,
    Shared,
}

/// <summary>Why a suggestion was rejected.</summary>
internal enum RejectReason
{
    TooTechnical,
    NotToday,
    OffTopic,
    DoNotTrustSource,
    AlreadyKnown,
    Other,
}

/// <summary>One decision as it was made. It is never changed: a later decision is added behind it.</summary>
/// <param name="Action">What was done.</param>
/// <param name="At">When it was made.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Until">When a snoozed suggestion comes back.</param>
/// <param name="Channel">Where it was shared.</param>
/// <param name="ModelVersion">The model that had scored the article then.</param>
internal sealed record Decision(
    DecisionAction Action, DateTimeOffset At, RejectReason? Reason, DateTimeOffset? Until, Channel? Channel, string? ModelVersion)
{
    /// <summary>The article as it was then; null for a decision of an older version of Wellread.</summary>
    public DecidedArticle? Article { get; init; }

    /// <summary>The article's sensitive subjects then, by slug, with spaces between; null where it had none.</summary>
    public string? SensitiveTopics { get; init; }

    /// <summary>Whether the practice stands behind the article with it.</summary>
    public bool Endorses => Action is DecisionAction.Approve or DecisionAction.Shared;

    /// <summary>Whether the suggestion stays away at <paramref name="now"/>: always, but for a snooze that has run out.</summary>
    public bool Hides(DateTimeOffset now) => Action != DecisionAction.Snooze || Until > now;

    /// <summary>Whether the other decision says the same of the same, whenever it was made: a repeated request is not a second decision.</summary>
    public bool SaysTheSameAs(Decision other) =>
        (Action, Reason, Until, Channel, Article, SensitiveTopics)
        == (other.Action, other.Reason, other.Until, other.Channel, other.Article, other.SensitiveTopics);
}

/// <summary>What an editor saw of an article when deciding: it tells later whether it has changed, and stays when the article's feed goes.</summary>
internal sealed record DecidedArticle(string Title, string Summary, string Link, string Source);

/// <summary>Everything that one practice decided about one article, oldest first. Stored as JSON.</summary>
internal sealed record DecisionHistory(string ArticleId, ImmutableArray<Decision> Decisions)
{
    public Decision Latest => Decisions[^1];

    /// <summary>What had been decided by then; null where nothing had.</summary>
    public DecisionHistory? UpTo(DateTimeOffset then) =>
        Latest.At <= then ? this : Decisions.RemoveAll(decision => decision.At > then) is { IsEmpty: false } decided ? this with { Decisions = decided } : null;

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DecisionJson.Default.DecisionHistory);

    public static DecisionHistory FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, DecisionJson.Default.DecisionHistory) ?? throw new JsonException("A decision history is an object.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DecisionHistory))]
internal sealed partial class DecisionJson : JsonSerializerContext;
