using System.ComponentModel.DataAnnotations;
using Wellread.Practices;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Suggestions;

/// <summary>What you decided about a suggestion.</summary>
public sealed record DecisionRequest
{
    /// <summary>What you did: `approve`, `reject`, `snooze`, `shared` or `takenDown`; `undo` takes the last of them back.</summary>
    /// <example>shared</example>
    [Required(ErrorMessage = "Say what you did: approve, reject, snooze, shared, takenDown or undo.")]
    [AllowedValues("approve", "reject", "snooze", "shared", "takenDown", "undo", ErrorMessage = "Use approve, reject, snooze, shared, takenDown or undo.")]
    public required string Action { get; init; }

    /// <summary>Why you rejected it. Needed with `reject`; nothing else takes it.</summary>
    /// <example>null</example>
    [AllowedValues(null, "tooTechnical", "notToday", "offTopic", "doNotTrustSource", "alreadyKnown", "other",
        ErrorMessage = "Use tooTechnical, notToday, offTopic, doNotTrustSource, alreadyKnown or other.")]
    public string? Reason { get; init; }

    /// <summary>
    /// With `snooze`, when it may come back: a time such as `2026-12-01T09:30:00-06:00`; without the offset at its end it is on your practice's clock; a date such as
    /// `2026-12-01` is the start of that day there. A week from now if you leave it out.
    /// </summary>
    /// <example>null</example>
    public string? Until { get; init; }

    /// <summary>
    /// Where you shared it; needed with `shared`. With `takenDown`, where you took your post down: everywhere if you leave it out. With `approve`, the one network that the
    /// outbox gives it out for: all that suit its readers if you leave it out.
    /// </summary>
    /// <example>facebook</example>
    [KnownChannel]
    [KnownChannels]
    public string? Channel { get; init; }

    /// <summary>
    /// With `approve`, when the outbox gives it out for other tools to post. With `shared`, when you shared it, or will by your own hand. A time or a date, as for `until`; but
    /// with `approve`, a date alone is the end of the network's quiet hours on that day. Now if you leave it out.
    /// </summary>
    /// <example>null</example>
    public string? SharedAt { get; init; }

    /// <summary>
    /// With `approve`, whether the outbox gives it to other tools to post. Yes if you leave it out; but no for an article that waits for your yes, which is then
    /// suggested and goes out once it is approved again, and no for a post of yours that has changed, which may stay up. A channel or a time means yes.
    /// </summary>
    /// <example>null</example>
    public bool? Outbox { get; init; }

    /// <summary>Who decides: a name or initials, of at most 100 characters. It is kept with the decision.</summary>
    /// <example>AB</example>
    [StringLength(100, ErrorMessage = "Give a name or initials of at most 100 characters.")]
    public string? By { get; init; }

    /// <summary>
    /// The text that you post, with `approve` or `shared`, of at most 65,536 characters. It is looked through for what tells who is a patient, and then forgotten: it is
    /// kept nowhere.
    /// </summary>
    /// <example>null</example>
    [StringLength(65_536, ErrorMessage = "A text has at most 65,536 characters.")]
    public string? Text { get; init; }
}

/// <summary>What was decided about a suggestion, the oldest decision first.</summary>
/// <param name="SuggestionId">The suggestion.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="Standing">What counts now: the last decision that was not taken back; null where none is left.</param>
/// <param name="Items">All decisions, with those that were taken back and the undo that did it.</param>
/// <param name="Warnings">What to look at again in the text that came with this decision. The decision is saved all the same.</param>
/// <param name="Notes">What else to know of this decision: it goes beyond your own limits, say, or waits until it keeps to them. It is saved all the same.</param>
/// <param name="GoesOut">Where and when your outbox gives it to other tools; empty where it does not.</param>
internal sealed record DecisionList(
    string SuggestionId,
    string ArticleId,
    DecisionItem? Standing,
    IReadOnlyList<DecisionItem> Items,
    IReadOnlyList<TextFinding> Warnings,
    IReadOnlyList<DecisionNote> Notes,
    IReadOnlyList<GoingOut> GoesOut)
{
    public static DecisionList From(string suggestionId, DecisionHistory history, Practice practice, IReadOnlyList<GoingOut> goesOut, DecisionOutcome.Saved? saved = null) => new(
        suggestionId,
        history.ArticleId,
        history.Standing is { } standing ? DecisionItem.From(standing, practice) : null,
        [.. history.Decisions.Select(decision => DecisionItem.From(decision, practice))],
        saved?.Warnings ?? [],
        saved?.Notes ?? [],
        goesOut);
}

/// <summary>One decision. Times are on the practice's clock.</summary>
/// <param name="Action">What was done.</param>
/// <param name="At">When it was said.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Until">When a snoozed suggestion comes back.</param>
/// <param name="Channel">Where it was shared, taken down, or is approved for; null for everywhere.</param>
/// <param name="SharedAt">When it was or will be shared; for an approval, when it is to go out, where that was said.</param>
/// <param name="By">Who decided, where somebody said so.</param>
/// <param name="Rank">Its place in the order of suggestions then, from 1; null where it was far behind.</param>
/// <param name="ModelVersion">The model that had scored it then.</param>
/// <param name="Outbox">For an approval, whether the outbox gives it to other tools; null for all else.</param>
internal sealed record DecisionItem(
    DecisionAction Action,
    DateTimeOffset At,
    RejectReason? Reason,
    DateTimeOffset? Until,
    Channel? Channel,
    DateTimeOffset? SharedAt,
    string? By,
    int? Rank,
    string? ModelVersion,
    bool? Outbox)
{
    public static DecisionItem From(Decision decision, Practice practice) => new(
        decision.Action,
        practice.Local(decision.At),
        decision.Reason,
        decision.Until is { } until ? practice.Local(until) : null,
        decision.Channel,
        decision.Action == DecisionAction.Shared || decision.SharedAt is not null ? practice.Local(decision.OutAt) : null,
        decision.By,
        decision.Rank,
        decision.ModelVersion,
        decision.Outbox);
}

/// <summary>A channel's name on the wire, or nothing.</summary>
internal sealed class KnownChannelAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string slug && ChannelInfo.Find(slug) is not null);

    public override string FormatErrorMessage(string name) => $"Use one of these: {ChannelInfo.Slugs}.";
}
