using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What all practices have decided, in memory, by practice id. Immutable: a change makes a new board of the practices that it touches.</summary>
internal sealed class DecisionBoards
{
    private readonly ImmutableDictionary<string, DecisionBoard> _boards;

    private DecisionBoards(ImmutableDictionary<string, DecisionBoard> boards) => _boards = boards;

    public static DecisionBoards Empty { get; } = new(ImmutableDictionary.Create<string, DecisionBoard>(StringComparer.Ordinal));

    /// <summary>What one practice has decided; the same object until it decides again.</summary>
    public DecisionBoard Of(string practiceId) => _boards.GetValueOrDefault(practiceId, DecisionBoard.Empty);

    /// <summary>The ids of all articles that any practice has decided on.</summary>
    public IReadOnlySet<string> DecidedArticles() =>
        _boards.Values.SelectMany(board => board.Articles).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// When each article that one of these practices stands behind was last approved or shared, by any of them; those of which all is out since longer are left out, so that it
    /// does not grow with the years.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> EndorsedArticles(IEnumerable<Practice> practices, DateTimeOffset since)
    {
        var endorsed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var practice in practices)
        {
            foreach (var one in Of(practice.Id).Endorsed.Values)
            {
                if (one.OutAt < since) continue;
                ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(endorsed, one.History.ArticleId, out _);
                if (one.OutAt > latest) latest = one.OutAt;
            }
        }

        return endorsed;
    }

    /// <summary>What practices stand behind among these articles; among all that there are for null.</summary>
    public IEnumerable<PracticeDecisions> Endorsing(IReadOnlyCollection<string>? articleIds) =>
        from board in _boards
        let endorsed = board.Value.Endorsed
        from one in articleIds is null ? endorsed.Values : articleIds.Where(endorsed.ContainsKey).Select(id => endorsed[id])
        select new PracticeDecisions(board.Key, one.History);

    /// <summary>What is not as it was on other boards.</summary>
    public IEnumerable<PracticeDecisions> ChangedSince(DecisionBoards before) => _boards
        .SelectMany(board => board.Value.ChangedSince(before.Of(board.Key)), (board, history) => new PracticeDecisions(board.Key, history));

    public DecisionBoards With(IEnumerable<PracticeDecisions> decided) => new(_boards.SetItems(
        decided.GroupBy(one => one.PracticeId, one => one.History, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, Of(group.Key).With(group)))));
}

/// <summary>Everything that a practice decided about one article.</summary>
internal readonly record struct PracticeDecisions(string PracticeId, DecisionHistory History);
