using System.Globalization;
using Wellread.Suggestions;
using Wellread.Suggestions.Rules;

namespace Wellread.Benchmarks.Replay;

/// <summary>What it takes to rank the first page of a practice that has decided on some hundred articles: the order alone, and with its words.</summary>
internal static class RankingBenchmark
{
    private const int Page = 10;
    private const int Turns = 500;
    private const int Rounds = 8;

    public static int Run()
    {
        Console.WriteLine("| articles in store | decided on | order, µs | with words, µs | KB allocated | learning anew, µs |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var days in (ReadOnlySpan<int>)[20, 200, 365])
        {
            var world = new ReplayWorld(1, days);
            var editor = new ReplayEditor(world, 101, tellsTopics: true);
            var index = CandidateIndex.Of(world.Days.SelectMany(day => day));
            var now = ReplayWorld.Start.AddDays(days);
            var decided = world.Days[..^1].SelectMany(day => day.Take(3)).Select((article, i) => new DecisionHistory(
                article.Id, [new Decision(editor.Worth(article) > 0 ? DecisionAction.Shared : DecisionAction.Reject, now.AddDays(-days).AddMinutes(i), RejectReason.NotToday, null, null, null) { Article = DecidedArticle.Of(article) }])).ToList();
            var boards = DecisionBoards.Empty.With(decided.Select(history => new PracticeDecisions(editor.Practice.Id, history)));
            var snapshot = new SuggestionSnapshot(index, CandidateIndex.Empty, boards, Stale: false);
            var (catalog, options) = (world.Catalog, new RankingOptions());
            var order = Best(() => Order().Order.Count);
            var words = Best(() => Order() is var (ranked, context) ? ranked.Take(Page).Sum(placed => SuggestionRanker.Explain(placed, context).Why.Length) : 0);
            var learning = Best(() => Learned.From(decided, now, 8, options).Shared.Shared.Length);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Order();
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {index.Count} | {decided.Count} | {order:F0} | {words:F0} | {bytes / 1024} | {learning:F0} |"));

            (IReadOnlyList<Placed> Order, RankingContext Context) Order()
            {
                var learned = boards.Of(editor.Practice.Id).Learned(editor.Practice, options, now);
                var context = new RankingContext(editor.Practice, now, options, learned.Taste, learned.Shared, []);
                var pool = new CandidatePool(snapshot, new SuggestionQuery(editor.Practice, null, null, null, Page, null), now, catalog);
                return (SuggestionRanker.Order(pool, context, Page + 1), context);
            }
        }
        return 0;
    }

    /// <summary>Microseconds of processor time a turn in the best of some rounds: what else the machine does counts little.</summary>
    private static double Best(Func<int> turn) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Turns; i++) turn();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Turns;
    });
}
