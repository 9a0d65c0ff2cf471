using System.ComponentModel.DataAnnotations;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What you decided about a suggestion.</summary>
public sealed record DecisionRequest
{
    /// <summary>What you did: `approve`, `reject`, `snooze` or `shared`.</summary>
    /// <example>shared</example>
    [Required(ErrorMessage = "Say what you did: approve, reject, snooze or shared.")]
    [AllowedValues("approve", "reject", "snooze", "shared", ErrorMessage = "Use approve, reject, snooze or shared.")]
    public required string Action { get; init; }

    /// <summary>Why you rejected it. Needed with `reject`.</summary>
    /// <example>null</example>
    [AllowedValues(null, "tooTechnical", "notToday", "offTopic", "doNotTrustSource", "alreadyKnown", "other",
        ErrorMessage = "Use tooTechnical, notToday, offTopic, doNotTrustSource, alreadyKnown or other.")]
    public string? Reason { get; init; }

    /// <summary>When a snoozed suggestion may come back. A week from now if you leave it out.</summary>
    /// <example>null</example>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where you shared it. Needed with `shared`.</summary>
    /// <example>facebook</example>
    [KnownChannel]
    public string? Channel { get; init; }
}

/// <summary>What was decided about a suggestion, the oldest decision first.</summary>
internal sealed record DecisionList(string SuggestionId, string ArticleId, IReadOnlyList<DecisionItem> Items);

/// <summary>One decision.</summary>
internal sealed record DecisionItem(DecisionAction Action, DateTimeOffset At, RejectReason? Reason, DateTimeOffset? Until, Channel? Channel, string? ModelVersion);

/// <summary>A channel's name on the wire, or nothing.</summary>
internal sealed class KnownChannelAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string slug && ChannelInfo.Find(slug) is not null);

    public override string FormatErrorMessage(string name) => $"Use one of these: {ChannelInfo.Slugs}.";
}
