using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>One line of the audit.</summary>
/// <param name="At">When it was done.</param>
/// <param name="Subject">The id of what it is about.</param>
/// <param name="Number">Its place among those of the same subject, from 0.</param>
internal abstract record AuditEntry(DateTimeOffset At, string Subject, int Number)
{
    /// <summary>What a practice decided on an article.</summary>
    /// <param name="ArticleId">On which article.</param>
    /// <param name="Number">Its place in the article's history.</param>
    /// <param name="Decision">What was decided.</param>
    /// <param name="Undoes">For an undo, what it took back.</param>
    internal sealed record Decided(string ArticleId, int Number, Decision Decision, Decision? Undoes) : AuditEntry(Decision.At, ArticleId, Number);

    /// <summary>What somebody set for the practice.</summary>
    internal sealed record Set(SettingsChange Change) : AuditEntry(Change.At, Change.Id, Number: 0);

    /// <summary>Oldest first; at the same moment by subject and number, so that every instance has the same order.</summary>
    public static IComparer<AuditPosition> ByTime { get; } = Comparer<AuditPosition>.Create((a, b) =>
        a.At.CompareTo(b.At) is not 0 and var byTime ? byTime
        : string.CompareOrdinal(a.Subject, b.Subject) is not 0 and var bySubject ? bySubject : a.Number.CompareTo(b.Number));

    public AuditPosition Position => new(At, Subject, Number);
}

/// <summary>Where an entry stands in the log. What comes later comes behind it, so it stays right while the log grows.</summary>
internal readonly record struct AuditPosition(DateTimeOffset At, string Subject, int Number);

/// <summary>Everything that a practice ever decided and that was ever set for it, as it was: nothing is left out and nothing is changed. Pure.</summary>
internal static class AuditLog
{
    /// <summary>The entries from <paramref name="from"/> to before <paramref name="until"/>, oldest first.</summary>
    public static IReadOnlyList<AuditEntry> Of(IReadOnlyList<AuditEntry> decided, IReadOnlyList<SettingsChange> changes, DateTimeOffset? from, DateTimeOffset? until)
    {
        IEnumerable<AuditEntry> all = changes.Count == 0 ? decided : decided.Concat(changes.Select(change => new AuditEntry.Set(change))).OrderBy(entry => entry.Position, AuditEntry.ByTime);
        return [.. all.Where(entry => !(entry.At < from) && !(entry.At >= until))];
    }

    /// <summary>All that was decided, oldest first.</summary>
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
            yield return new AuditEntry.Decided(history.ArticleId, i, decision, undoes);
        }
    }
}
