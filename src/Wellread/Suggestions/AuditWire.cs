using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What was done in an entry of the audit: a decision, or a change of settings.</summary>
internal enum AuditAction
{
    Approve,
    Reject,
    Snooze,
    Shared,
    Undo,
    TakenDown,
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

/// <summary>What a practice decided, and what was set for it.</summary>
/// <param name="Practice">The practice.</param>
/// <param name="TimeZone">The clock that all times are on.</param>
/// <param name="Items">Each decision and each change of settings.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
/// <param name="Stale">True while the store does not answer, so that the latest decisions and all changes of settings may be missing.</param>
internal sealed record AuditList(string Practice, string TimeZone, IReadOnlyList<AuditItem> Items, string? NextCursor, bool Stale);

/// <summary>One decision, or one change of settings, as it was made.</summary>
/// <param name="At">When it was said or done.</param>
/// <param name="Practice">Whose it is; null for a webhook that is told of all practices.</param>
/// <param name="Action">What was done.</param>
/// <param name="Undoes">For an `undo`, what it took back.</param>
/// <param name="By">Who decided, where somebody said so.</param>
/// <param name="Title">The article's title then.</param>
/// <param name="Url">Its address.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Channel">Where it was shared, taken down, or is approved for; empty for everywhere.</param>
/// <param name="SharedAt">When it was or will be shared; for an approval, when it is to go out, where that was said.</param>
/// <param name="Until">When a snoozed suggestion comes back.</param>
/// <param name="Rank">Its place in the order of suggestions then, from 1.</param>
/// <param name="ModelVersion">The model that had scored it then.</param>
/// <param name="ArticleId">The article's id; null for a change of settings.</param>
/// <param name="WebhookId">The webhook that was changed.</param>
/// <param name="Host">The site that this webhook's messages go to. The rest of its address is left out, as it often opens the receiver.</param>
/// <param name="Changed">The names of the settings that were changed. What was written into them is not kept here.</param>
/// <param name="Network">The network that the change came from.</param>
/// <param name="TraceId">Under which the log has the call that made the change.</param>
internal sealed record AuditItem(
    DateTimeOffset At,
    string? Practice,
    AuditAction Action,
    DecisionAction? Undoes,
    string? By,
    string? Title,
    string? Url,
    string? Source,
    RejectReason? Reason,
    Channel? Channel,
    DateTimeOffset? SharedAt,
    DateTimeOffset? Until,
    int? Rank,
    string? ModelVersion,
    string? ArticleId,
    string? WebhookId,
    string? Host,
    IReadOnlyList<string> Changed,
    string? Network,
    string? TraceId)
{
    private static readonly AuditItem Nothing = new(
        default, null, default, null, null, null, null, null, null, null, null, null, null, null, null, null, null, [], null, null);

    /// <param name="entry">The entry.</param>
    /// <param name="practice">Whose clock it is told by.</param>
    /// <param name="find">Gives an article as it is now, for decisions of an older version, which did not keep it.</param>
    public static AuditItem From(AuditEntry entry, Practice practice, Func<string, Candidate?> find) => entry switch
    {
        AuditEntry.Decided decided => From(decided, practice, decided.Decision.Article is null ? find(decided.ArticleId) : null),
        AuditEntry.Set { Change: var change } => From(change, practice),
        _ => throw new InvalidOperationException("There is no such entry."),
    };

    private static AuditItem From(AuditEntry.Decided entry, Practice practice, Candidate? known)
    {
        var decision = DecisionItem.From(entry.Decision, practice);
        var then = entry.Decision.Article;
        return Nothing with
        {
            At = decision.At,
            Practice = practice.Id,
            Action = Of(decision.Action),
            Undoes = entry.Undoes?.Action,
            By = decision.By,
            Title = then?.Title ?? known?.Article.Title,
            Url = then?.Link ?? known?.Article.Link,
            Source = then?.Source ?? known?.Article.Source.Name,
            Reason = decision.Reason,
            Channel = decision.Channel,
            SharedAt = decision.SharedAt,
            Until = decision.Until,
            Rank = decision.Rank,
            ModelVersion = decision.ModelVersion,
            ArticleId = entry.ArticleId,
        };
    }

    private static AuditItem From(SettingsChange change, Practice practice) => Nothing with
    {
        At = practice.Local(change.At),
        Practice = change.Practice,
        Action = Of(change.Action),
        WebhookId = change.WebhookId,
        Host = change.Host,
        Changed = change.Changed,
        Network = change.Network,
        TraceId = change.TraceId,
    };

    /// <summary>The action of the same name.</summary>
    internal static AuditAction Of<TAction>(TAction action) where TAction : struct, Enum => Enum.Parse<AuditAction>(action.ToString());
}
