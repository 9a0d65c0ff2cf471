using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What one practice has decided, in memory, by article id. Immutable.</summary>
internal sealed class DecisionBoard
{
    private readonly ImmutableDictionary<string, DecisionHistory> _histories;

    private DecisionBoard(ImmutableDictionary<string, DecisionHistory> histories) => _histories = histories;

    public static DecisionBoard Empty { get; } = new(ImmutableDictionary.Create<string, DecisionHistory>(StringComparer.Ordinal));

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

    public DecisionBoard With(IEnumerable<DecisionHistory> histories) =>
        new(_histories.SetItems(histories.Select(history => KeyValuePair.Create(history.ArticleId, history))));
}
