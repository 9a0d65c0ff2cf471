using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What one practice has decided, in memory, by article id. Immutable.</summary>
internal sealed class DecisionBoard
{
    // Copied with each decision, which is rare: it is asked for each candidate of each ranking.
    private readonly Dictionary<string, DecisionHistory> _histories;

    /// <summary>Articles with decisions that can't be read: they are kept away, and what was known of them stays.</summary>
    private readonly ImmutableHashSet<string> _unreadable;

    private readonly DateTimeOffset _latest;
    private volatile LearnedFor? _learned;
    private volatile WeakReference<IReadOnlyList<AuditEntry>>? _log;

    private DecisionBoard(Dictionary<string, DecisionHistory> histories, ImmutableHashSet<string> unreadable, DateTimeOffset latest) =>
        (_histories, _unreadable, _latest) = (histories, unreadable, latest);

    public static DecisionBoard Empty { get; } = new(new(StringComparer.Ordinal), ImmutableHashSet.Create<string>(StringComparer.Ordinal), DateTimeOffset.MinValue);

    public bool IsEmpty => _histories.Count == 0 && _unreadable.IsEmpty;

    public IEnumerable<DecisionHistory> All => _histories.Values;

    /// <summary>All that was decided, the oldest first. Put in order once for all pages of it, and kept only as long as there is room.</summary>
    public IReadOnlyList<AuditEntry> Log
    {
        get
        {
            if (_log?.TryGetTarget(out var known) is true) return known;
            var log = AuditLog.Sorted(All);
            _log = new WeakReference<IReadOnlyList<AuditEntry>>(log);
            return log;
        }
    }

    public DecisionHistory? Find(string articleId) => _histories.GetValueOrDefault(articleId);

    /// <summary>The ids of the articles that were decided on, by decisions that can't be read too.</summary>
    public IEnumerable<string> Articles => _histories.Keys.Union(_unreadable, StringComparer.Ordinal);

    public bool Hides(Article article, DateTimeOffset now) => _unreadable.Contains(article.Id) || Held.Hides(article, Find(article.Id), now);

    /// <summary>Whether the article was already hidden at <paramref name="then"/>, by what had been decided by then.</summary>
    public bool HidAt(Article article, DateTimeOffset then) =>
        _unreadable.Contains(article.Id) || Held.Hides(article, Find(article.Id)?.UpTo(then), then);

    /// <summary>How many articles were decided on after <paramref name="then"/>.</summary>
    public int CountSince(DateTimeOffset then) => then >= _latest ? 0 : _histories.Values.Count(history => history.Latest.At > then);

    /// <summary>When the first of the suggestions that were put off comes back; null where none is.</summary>
    public DateTimeOffset? NextReturn(DateTimeOffset now) => _histories.Values
        .Select(history => history.Standing is { Action: DecisionAction.Snooze, Until: { } until } && until > now && !history.WasShared ? until : (DateTimeOffset?)null)
        .Min();

    /// <summary>What these decisions teach, as far as they were made by <paramref name="then"/>. Worked out once for all of them; for a page that was begun before the last one, anew.</summary>
    public Learned Learned(Practice practice, RankingOptions options, DateTimeOffset then)
    {
        if (IsEmpty) return Suggestions.Learned.Nothing;
        if (then < _latest) return Suggestions.Learned.From(All, then, practice.TargetGrade, options);
        if (_learned is { } known && known.TargetGrade == practice.TargetGrade && known.Options == options) return known.Learned;
        var learned = Suggestions.Learned.From(All, then, practice.TargetGrade, options);
        _learned = new LearnedFor(practice.TargetGrade, options, learned);
        return learned;
    }

    /// <summary>The board after these histories were read. A history only grows, so of two the longer one is the newer.</summary>
    public DecisionBoard With(IEnumerable<DecisionHistory> histories)
    {
        var (all, unreadable, latest) = (new Dictionary<string, DecisionHistory>(_histories, StringComparer.Ordinal), _unreadable, _latest);
        foreach (var history in histories)
        {
            unreadable = history.IsUnreadable ? unreadable.Add(history.ArticleId) : unreadable.Remove(history.ArticleId);
            if (history.IsUnreadable) continue;
            if (all.TryGetValue(history.ArticleId, out var known) && known.Decisions.Length > history.Decisions.Length) continue;
            all[history.ArticleId] = history;
            if (history.Latest.At > latest) latest = history.Latest.At;
        }
        return new DecisionBoard(all, unreadable, latest);
    }

    /// <summary>The histories that are not as they were on another board of the same practice.</summary>
    public IEnumerable<DecisionHistory> ChangedSince(DecisionBoard before) =>
        this == before ? [] : _histories.Values.Where(history => !ReferenceEquals(history, before.Find(history.ArticleId)));

    private sealed record LearnedFor(double TargetGrade, RankingOptions Options, Learned Learned);
}
