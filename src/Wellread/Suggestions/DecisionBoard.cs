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
    private DateTimeOffset[]? _ahead;
    private volatile LearnedFor? _learned;
    private volatile WeakReference<IReadOnlyList<AuditEntry>>? _log;
    private volatile Dictionary<string, Endorsement>? _endorsed;

    private static long _made;

    private DecisionBoard(Dictionary<string, DecisionHistory> histories, ImmutableHashSet<string> unreadable, DateTimeOffset latest) =>
        (_histories, _unreadable, _latest) = (histories, unreadable, latest);

    public static DecisionBoard Empty { get; } = new(new(StringComparer.Ordinal), ImmutableHashSet.Create<string>(StringComparer.Ordinal), DateTimeOffset.MinValue);

    /// <summary>No other board of this program has the same.</summary>
    public long Stamp { get; } = Interlocked.Increment(ref _made);

    public bool IsEmpty => _histories.Count == 0 && _unreadable.IsEmpty;

    public IEnumerable<DecisionHistory> All => _histories.Values;

    /// <summary>What the practice stands behind, or took back when it may have been posted, by article id. Found once for a board: others go through it each minute.</summary>
    public IReadOnlyDictionary<string, Endorsement> Endorsed => _endorsed ??= _histories.Values
        .Select(history => (History: history, Decision: history.Watched))
        .Where(pair => pair.Decision is not null)
        .ToDictionary(pair => pair.History.ArticleId, pair => new Endorsement(pair.History, pair.Decision!.OutAt), StringComparer.Ordinal);

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
        (!_unreadable.IsEmpty && _unreadable.Contains(article.Id)) || (Find(article.Id) is { } history && Held.Hides(article, history.UpTo(then), then));

    /// <summary>How many articles were decided on after <paramref name="then"/>.</summary>
    public int CountSince(DateTimeOffset then) => then >= _latest ? 0 : _histories.Values.Count(history => history.Latest.At > then);

    /// <summary>When something that was decided makes itself felt next: what was put off comes back, a post that was planned is out. Null where nothing will.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        // Where the clock of another instance is ahead, its decisions themselves are still to come.
        if (now < _latest) return Dates(now).Append(_latest).Min();
        foreach (var date in _ahead ??= [.. Dates(_latest).Order()])
        {
            if (date > now) return date;
        }

        return null;
    }

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

    /// <summary>
    /// The board after these histories were read; the same one where it knew them all. A history only grows, so of two the longer one is the newer, and two of
    /// the same length are the same.
    /// </summary>
    public DecisionBoard With(IEnumerable<DecisionHistory> histories)
    {
        var news = histories.Where(IsNew).ToList();
        if (news.Count == 0) return this;
        var (all, unreadable, latest) = (new Dictionary<string, DecisionHistory>(_histories, StringComparer.Ordinal), _unreadable, _latest);
        foreach (var history in news)
        {
            unreadable = history.IsUnreadable ? unreadable.Add(history.ArticleId) : unreadable.Remove(history.ArticleId);
            if (history.IsUnreadable) continue;
            if (all.TryGetValue(history.ArticleId, out var known) && known.Decisions.Length > history.Decisions.Length) continue;
            all[history.ArticleId] = history;
            if (history.Latest.At > latest) latest = history.Latest.At;
        }
        return new DecisionBoard(all, unreadable, latest);
    }

    private bool IsNew(DecisionHistory history) => history.IsUnreadable != _unreadable.Contains(history.ArticleId)
        || (!history.IsUnreadable && !(Find(history.ArticleId)?.Decisions.Length >= history.Decisions.Length));

    /// <summary>The histories that are not as they were on another board of the same practice.</summary>
    public IEnumerable<DecisionHistory> ChangedSince(DecisionBoard before) =>
        this == before ? [] : _histories.Values.Where(history => !ReferenceEquals(history, before.Find(history.ArticleId)));

    private IEnumerable<DateTimeOffset> Dates(DateTimeOffset after) => _histories.Values
        .SelectMany(history => history.Decisions)
        .SelectMany(decision => new[] { decision.Until, decision.SharedAt })
        .OfType<DateTimeOffset>()
        .Where(date => date > after);

    private sealed record LearnedFor(double TargetGrade, RankingOptions Options, Learned Learned);
}

/// <summary>All that was decided on an article that a practice stands behind, and when it was or will be out.</summary>
internal readonly record struct Endorsement(DecisionHistory History, DateTimeOffset OutAt);
