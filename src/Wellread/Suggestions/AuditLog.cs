namespace Wellread.Suggestions;

/// <summary>One line of what a practice decided.</summary>
/// <param name="ArticleId">On which article.</param>
/// <param name="Number">Its place in the article's history, from 0.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Undoes">For an undo, what it took back.</param>
internal sealed record AuditEntry(string ArticleId, int Number, Decision Decision, Decision? Undoes)
{
    /// <summary>Oldest first; at the same moment by article and number, so that every instance has the same order.</summary>
    public static IComparer<AuditPosition> ByTime { get; } = Comparer<AuditPosition>.Create((a, b) =>
        a.At.CompareTo(b.At) is not 0 and var byTime ? byTime
        : string.CompareOrdinal(a.ArticleId, b.ArticleId) is not 0 and var byArticle ? byArticle : a.Number.CompareTo(b.Number));

    public AuditPosition Position => new(Decision.At, ArticleId, Number);
}

/// <summary>Where an entry stands in the log. What comes later comes behind it, so it stays right while the log grows.</summary>
internal readonly record struct AuditPosition(DateTimeOffset At, string ArticleId, int Number);

/// <summary>Everything that a practice ever decided, as it was decided: nothing is left out and nothing is changed. Pure.</summary>
internal static class AuditLog
{
    /// <summary>The entries from <paramref name="from"/> to before <paramref name="until"/>, oldest first.</summary>
    public static IReadOnlyList<AuditEntry> Of(DecisionBoard decisions, DateTimeOffset? from, DateTimeOffset? until) =>
        [.. decisions.Log.Where(entry => !(entry.Decision.At < from) && !(entry.Decision.At >= until))];

    /// <summary>All entries, oldest first.</summary>
    public static IReadOnlyList<AuditEntry> Sorted(IEnumerable<DecisionHistory> histories) =>
        [.. histories.SelectMany(EntriesOf).OrderBy(entry => entry.Position, AuditEntry.ByTime)];

    private static IEnumerable<AuditEntry> EntriesOf(DecisionHistory history)
    {
        var standing = new Stack<Decision>();
        for (var i = 0; i < history.Decisions.Length; i++)
        {
            var decision = history.Decisions[i];
            Decision? undoes = null;
            if (decision.Action != DecisionAction.Undo) standing.Push(decision);
            else standing.TryPop(out undoes);
            yield return new AuditEntry(history.ArticleId, i, decision, undoes);
        }
    }
}
