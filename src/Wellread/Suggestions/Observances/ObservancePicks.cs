using System.Collections.Immutable;

namespace Wellread.Suggestions.Observances;

/// <summary>Chooses what fits an observance from what each of its topics has to offer. Pure.</summary>
internal static class ObservancePicks
{
    /// <summary>The best of each topic in turn, no story twice, so that the main topic does not fill the page.</summary>
    /// <param name="byTopic">For each topic, its suggestions, the best first.</param>
    /// <param name="count">How many to pick at most.</param>
    public static IReadOnlyList<RankedSuggestion> InTurn(ImmutableArray<ImmutableArray<RankedSuggestion>> byTopic, int count)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var deepest = byTopic.Select(items => items.Length).DefaultIfEmpty().Max();
        return
        [
            .. Enumerable.Range(0, deepest)
                .SelectMany(place => byTopic.Where(items => place < items.Length).Select(items => items[place]))
                .Where(suggestion => told.Add(suggestion.Candidate.Article.Story))
                .Take(count),
        ];
    }
}
