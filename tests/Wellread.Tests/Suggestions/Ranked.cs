using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Suggestions.Rules;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>Ranks articles as the service does, without a store or a host.</summary>
internal static class Ranked
{
    public static readonly Practice AnyPractice = new() { Id = "default", Languages = ["en"] };

    public static IReadOnlyList<RankedSuggestion> Rank(
        IEnumerable<Article> articles,
        Practice? practice = null,
        IReadOnlyList<DecisionHistory>? decided = null,
        RankingOptions? options = null,
        ImmutableArray<ObservanceOccurrence>? seasons = null,
        string? topic = null,
        ChannelInfo? channel = null,
        int count = int.MaxValue)
    {
        var (pool, context) = Question([.. articles], practice ?? AnyPractice, decided ?? [], options ?? new RankingOptions(), seasons ?? [], topic, channel);
        return [.. SuggestionRanker.Order(pool, context, count).Select(placed => SuggestionRanker.Explain(placed, context))];
    }

    public static (CandidatePool Pool, RankingContext Context) Question(
        IReadOnlyCollection<Article> articles,
        Practice practice,
        IReadOnlyList<DecisionHistory> decided,
        RankingOptions options,
        ImmutableArray<ObservanceOccurrence> seasons,
        string? topic = null,
        ChannelInfo? channel = null)
    {
        var boards = DecisionBoards.Empty.With(decided.Select(history => new PracticeDecisions(practice.Id, history)));
        var snapshot = new SuggestionSnapshot(CandidateIndex.Of(articles), CandidateIndex.Empty, boards, Stale: false);
        var feeds = articles.Select(article => article.Source.FeedId).Distinct().Select(id => (id, FeedRules.None)).ToArray();
        var pool = new CandidatePool(snapshot, new SuggestionQuery(practice, channel, topic, null, 10, null), Make.Morning, Make.Catalog(feeds).Current);
        var learned = boards.Of(practice.Id).Learned(practice, options, Make.Morning);
        return (pool, new RankingContext(practice, Make.Morning, options, learned.Taste, learned.Shared, seasons));
    }

    /// <summary>What a practice decided about an article some days ago.</summary>
    public static DecisionHistory Decided(Article article, DecisionAction action, RejectReason? reason = null, double daysAgo = 1) => new(
        article.Id,
        [new Decision(action, Make.Morning.AddDays(-daysAgo), reason, null, null, "test") { Article = DecidedArticle.Of(article) }]);

    public static ObservanceOccurrence Observed(string name, DateOnly start, DateOnly end, params ReadOnlySpan<string> topics) => new(
        new Observance
        {
            Id = "id",
            Name = name,
            NameSpanish = name,
            Lasts = NodaTime.Period.FromDays(1),
            Topics = [.. topics],
            By = "Somebody",
            Source = new Uri("https://example.org"),
            Checked = start,
        },
        start,
        end);

    public static IEnumerable<string> Titles(IEnumerable<RankedSuggestion> ranked) => ranked.Select(suggestion => suggestion.Candidate.Article.Title);
}
