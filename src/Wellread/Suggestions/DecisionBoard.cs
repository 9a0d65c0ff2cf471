using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What one practice has decided, in memory, by article id. Immutable.</summary>
internal sealed class DecisionBoard
{
    private readonly ImmutableDictionary<string, DecisionHistory> _histories;

    private readonly DateTimeOffset _latest;
    private volatile LearnedFor? _learned;

    private DecisionBoard(ImmutableDictionary<string, DecisionHistory> histories, DateTimeOffset latest) => (_histories, _latest) = (histories, latest);

    public static DecisionBoard Empty { get; } = new(ImmutableDictionary.Create<string, DecisionHistory>(StringComparer.Ordinal), DateTimeOffset.MinValue);

    public bool IsEmpty => _histories.IsEmpty;

    public IEnumerable<DecisionHistory> All => _histories.Values;

    public DecisionHistory? Find(string articleId) => _histories.GetValueOrDefault(articleId);

    public bool Hides(Article article, DateTimeOffset now) => Held.Hides(article, Find(article.Id), now);

    /// <summary>Whether the article was already hidden at <paramref name="then"/>, by what had been decided by then.</summary>
    public bool HidAt(Article article, DateTimeOffset then) => Held.Hides(article, Find(article.Id)?.UpTo(then), then);

    /// <summary>How many articles were decided on after <paramref name="then"/>.</summary>
    public int CountSince(DateTimeOffset then) => _histories.Values.Count(history => history.Latest.At > then);

    /// <summary>When the first of the suggestions that were put off comes back; null where none is.</summary>
    public DateTimeOffset? NextReturn(DateTimeOffset now) => _histories.Values
        .Select(history => history.Standing is { Action: DecisionAction.Snooze, Until: { } until } && until > now ? until : (DateTimeOffset?)null)
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
        var changed = histories.Where(history => Find(history.ArticleId) is not { } known || known.Decisions.Length <= history.Decisions.Length).ToList();
        var latest = changed.Select(history => history.Latest.At).Append(_latest).Max();
        return new(_histories.SetItems(changed.Select(history => KeyValuePair.Create(history.ArticleId, history))), latest);
    }

    private sealed record LearnedFor(double TargetGrade, RankingOptions Options, Learned Learned);
}
