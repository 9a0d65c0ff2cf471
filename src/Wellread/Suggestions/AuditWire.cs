using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What a practice decided.</summary>
/// <param name="Practice">The practice.</param>
/// <param name="TimeZone">The clock that all times are on.</param>
/// <param name="Items">Each decision.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
/// <param name="Stale">True while the store does not answer, so that the latest decisions may be missing.</param>
internal sealed record AuditList(string Practice, string TimeZone, IReadOnlyList<AuditItem> Items, string? NextCursor, bool Stale);

/// <summary>One decision, as it was made.</summary>
/// <param name="At">When it was said.</param>
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
/// <param name="ArticleId">The article's id.</param>
internal sealed record AuditItem(
    DateTimeOffset At,
    DecisionAction Action,
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
    string ArticleId)
{
    /// <param name="entry">The entry.</param>
    /// <param name="practice">Whose clock it is told by.</param>
    /// <param name="known">The article as it is now, for decisions of an older version, which did not keep it.</param>
    public static AuditItem From(AuditEntry entry, Practice practice, Candidate? known)
    {
        var decision = DecisionItem.From(entry.Decision, practice);
        var then = entry.Decision.Article;
        return new AuditItem(
            decision.At,
            decision.Action,
            entry.Undoes?.Action,
            decision.By,
            then?.Title ?? known?.Article.Title,
            then?.Link ?? known?.Article.Link,
            then?.Source ?? known?.Article.Source.Name,
            decision.Reason,
            decision.Channel,
            decision.SharedAt,
            decision.Until,
            decision.Rank,
            decision.ModelVersion,
            entry.ArticleId);
    }
}
