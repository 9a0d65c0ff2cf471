using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// When what a practice approved comes out. It is reckoned over all that was ever approved, with what was shared or taken back since, so that no time moves by what is
/// decided later. Pure.
/// </summary>
internal sealed class OutboxTimes
{
    /// <summary>Items come out this far apart at least: several tools take items of one minute for one, or post them on top of each other.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string ArticleId, int Place), DateTimeOffset> _times = [];

    /// <summary>The latest change to what came out by now; null where nothing did.</summary>
    public DateTimeOffset? Changed { get; }

    public OutboxTimes(DecisionBoard board, DateTimeOffset now)
    {
        DateTimeOffset? last = null;
        foreach (var (history, place) in board.All.SelectMany(Approvals).OrderBy(Due).ThenBy(approval => approval.History.ArticleId, StringComparer.Ordinal))
        {
            var due = Whole(Due((history, place)));
            var time = last is { } before && before + Apart > due ? before + Apart : due;
            last = time;
            _times[(history.ArticleId, place)] = time;
            if (time > now) continue;
            var latest = Whole(history.Latest.At) is var decided && decided > time && decided <= now ? decided : time;
            if (Changed is null || latest > Changed) Changed = latest;
        }
    }

    /// <summary>When the article comes out by the approval at this place of its history. In whole seconds, as feeds have no others.</summary>
    public DateTimeOffset Of(OutboxEntry entry) => _times[(entry.History.ArticleId, entry.Place)];

    private static IEnumerable<(DecisionHistory History, int Place)> Approvals(DecisionHistory history) =>
        Enumerable.Range(0, history.Decisions.Length).Where(place => Held.PutsOut(history, place)).Select(place => (history, place));

    /// <summary>Never before it was approved, so that nothing comes in ahead of what is out.</summary>
    private static DateTimeOffset Due((DecisionHistory History, int Place) approval) =>
        approval.History.Decisions[approval.Place] is var decision && decision.SharedAt > decision.At ? decision.SharedAt.Value : decision.At;

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
