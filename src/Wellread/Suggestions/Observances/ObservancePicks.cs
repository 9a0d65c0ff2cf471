using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Observances;

/// <summary>Chooses what fits an observance from what each of its topics has to offer. One of these answers one request, and asks for each topic once.</summary>
internal sealed class ObservancePicks(SuggestionFinder finder, Practice practice, ChannelInfo? channel, string? language, int count)
{
    /// <summary>How far down the suggestions of a topic are looked at for those that fit.</summary>
    private const int Depth = 50;

    private readonly Dictionary<string, SuggestionPage> _pages = new(StringComparer.Ordinal);

    /// <summary>Whether samples stand in, and whether the store is away, by what was asked for so far.</summary>
    public bool ShowsSamples => _pages.Values.Any(page => page.ShowsSamples);

    public bool Stale => _pages.Values.Any(page => page.Stale);

    public IReadOnlyList<RankedSuggestion> For(Observance observance)
    {
        var fit = ObservanceFit.Of(observance);
        return InTurn([.. observance.Subjects.Select(topic => Page(topic).Items.Where(item => Share(fit, item) > 0).OrderByDescending(item => Share(fit, item)).ToImmutableArray())], count);
    }

    private static double Share(ObservanceFit fit, RankedSuggestion suggestion)
    {
        FoldedWords? title = null;
        return fit.Share(suggestion.Candidate, ref title);
    }

    private SuggestionPage Page(string topic)
    {
        if (!_pages.TryGetValue(topic, out var page))
            _pages[topic] = page = finder.Find(new SuggestionQuery(practice, channel, topic, language, Depth, Cursor: null));
        return page;
    }

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
