using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Suggestions.Rules;

namespace Wellread.Benchmarks.Replay;

/// <summary>One practice's year: every morning three picks, each decided on, the best of those approved shared.</summary>
internal static class ReplayRun
{
    private const int Looked = 3;

    public static ReplayResult Of(ReplayWorld world, ReplayEditor editor, RankingOptions options)
    {
        var catalog = world.Catalog;
        var practice = editor.Practice;
        var boards = DecisionBoards.Empty;
        var measured = new ReplayMeasures(world, editor);
        for (var day = 0; day < world.Days.Length; day++)
        {
            var now = ReplayWorld.Start.AddDays(day).AddHours(1);
            var snapshot = new SuggestionSnapshot(world.Stores[day], CandidateIndex.Empty, boards, Stale: false);
            var learned = boards.Of(practice.Id).Learned(practice, options, now);
            var context = new RankingContext(practice, now, options, learned.Taste, learned.Shared, []);
            var pool = new CandidatePool(snapshot, new SuggestionQuery(practice, null, null, null, ReplayMeasures.Page, null), now, catalog);
            var order = SuggestionRanker.Order(pool, context, ReplayMeasures.Page);
            measured.Add([.. order.Take(ReplayMeasures.Page).Select(placed => placed.Candidate.Article)], snapshot, boards.Of(practice.Id), now);
            var decided = Decide(order.Take(Looked).Select(placed => placed.Candidate.Article), editor, now).ToList();
            measured.Decided(decided, now);
            boards = boards.With(decided.Select(history => new PracticeDecisions(practice.Id, history)));
        }
        return measured.Result;
    }

    private static IEnumerable<DecisionHistory> Decide(IEnumerable<Article> looked, ReplayEditor editor, DateTimeOffset now)
    {
        var decisions = looked.Select(article => (Article: article, Said: editor.Decide(article))).ToList();
        var best = decisions.Where(one => one.Said.Action == DecisionAction.Approve).Select(one => one.Article).MaxBy(editor.Worth);
        foreach (var (article, (action, reason)) in decisions)
        {
            var done = article == best ? DecisionAction.Shared : action;
            // What is shared goes out when all have been looked at.
            var at = done == DecisionAction.Shared ? now.AddMinutes(5) : now;
            yield return new DecisionHistory(article.Id, [new Decision(done, at, reason, null, null, "replay") { Article = DecidedArticle.Of(article) }]);
        }
    }
}
