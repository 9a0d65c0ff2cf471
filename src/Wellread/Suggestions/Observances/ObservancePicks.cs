using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Observances;

/// <summary>Chooses what fits an observance from what each of its topics has to offer. One of these answers one request, and asks for each topic once.</summary>
internal sealed class ObservancePicks(SuggestionFinder finder, Practice practice, ChannelInfo? channel, string? language, int count)
{
    /// <summary>How far down the suggestions of a topic are looked at for those that name a narrower subject.</summary>
    private const int Depth = 50;

    private readonly Dictionary<(string Topic, int Limit), SuggestionPage> _pages = [];

    /// <summary>Whether samples stand in, and whether the store is away, by what was asked for so far.</summary>
    public bool ShowsSamples => _pages.Values.Any(page => page.ShowsSamples);

    public bool Stale => _pages.Values.Any(page => page.Stale);

    public IReadOnlyList<RankedSuggestion> For(Observance observance)
    {
        if (observance.Words.IsEmpty) return InTurn([.. observance.Topics.Select(topic => Page(topic, count).Items)], count);
        var subject = TitleSketch.Of(string.Join(' ', observance.Words));
        return InTurn(
            [.. observance.Topics.Select(topic => Page(topic, Depth).Items.Where(item => item.Candidate.Sketch.Shares(subject)).ToImmutableArray())], count);
    }

    private SuggestionPage Page(string topic, int limit)
    {
        if (!_pages.TryGetValue((topic, limit), out var page))
            _pages[(topic, limit)] = page = finder.Find(new SuggestionQuery(practice, channel, topic, language, limit, Cursor: null));
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
