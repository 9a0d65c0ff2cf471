using System.Runtime.CompilerServices;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Today;

namespace Wellread.Suggestions.Outgoing;

/// <summary>When an approval comes out on a channel.</summary>
/// <param name="At">When it does. In whole seconds, as feeds have no others.</param>
/// <param name="Limit">What of the practice's limits it waits for; null where it waits for nothing, or only for those before it.</param>
internal readonly record struct Turn(DateTimeOffset At, ShareLimit? Limit);

/// <summary>
/// When what a practice approved comes out on one channel, within the practice's limits there, the first approval first. It goes through all that was ever decided and set, in
/// that order, and at each moment by what was known then: so what has come out never moves, whatever is decided, shared or set later. Nothing of it is stored, and every
/// instance finds the same. Pure.
/// </summary>
internal sealed class ChannelTurns
{
    private static readonly ConditionalWeakTable<DecisionBoard, Dictionary<(long Practice, Channel Channel), ChannelTurns>> Known = [];

    private readonly IReadOnlyDictionary<(string ArticleId, int Place), Turn> _turns;
    private readonly IReadOnlyDictionary<(string ArticleId, int Place), DateTimeOffset> _earlier;
    private readonly IReadOnlySet<(string ArticleId, int Place)> _staying;
    private readonly DecisionBoard _board;
    private readonly ChannelInfo _channel;

    private ChannelTurns(DecisionBoard board, Practice practice, ChannelInfo channel)
    {
        var queue = new TurnQueue(channel);
        queue.Run(board, EarlierLimits.Of(practice));
        (_board, _channel, LastChange) = (board, channel, queue.LastChange);
        (_turns, _earlier, _staying) = (queue.Turns, queue.Earlier, queue.Staying);
    }

    /// <summary>When anything was last decided or set that may move what still waits.</summary>
    public DateTimeOffset LastChange { get; }

    /// <summary>Worked out once for what was decided and set.</summary>
    public static ChannelTurns Of(DecisionBoard board, Practice practice, ChannelInfo channel)
    {
        var known = Known.GetValue(board, static _ => []);
        lock (known)
        {
            if (known.TryGetValue((practice.Stamp, channel.Channel), out var turns)) return turns;
            // A practice that is set again and again leaves nothing behind.
            if (known.Keys.Any(key => key.Practice != practice.Stamp)) known.Clear();
            return known[(practice.Stamp, channel.Channel)] = new ChannelTurns(board, practice, channel);
        }
    }

    /// <summary>Null where it has no turn as long as the channel is off.</summary>
    public Turn? Of(OutboxEntry entry) => _turns.TryGetValue((entry.History.ArticleId, entry.Place), out var turn) ? turn : null;

    /// <summary>The approval with which an article goes out here, or is out; null where it does not.</summary>
    public OutboxEntry? EntryOf(DecisionHistory history, ArticleAudience? audienceNow) =>
        OutboxEntry.On(_channel, history, audienceNow, (_, place) => _staying.Contains((history.ArticleId, place)));

    /// <summary>What of an article had come out here by now, by the places of the approvals, whatever was decided since.</summary>
    public IEnumerable<(int Place, DateTimeOffset At)> OutBy(DateTimeOffset now, DecisionHistory history)
    {
        for (var place = 0; place < history.Decisions.Length; place++)
        {
            if (_earlier.TryGetValue((history.ArticleId, place), out var earlier)) yield return (place, earlier);
            else if (_turns.TryGetValue((history.ArticleId, place), out var turn) && turn.At <= now) yield return (place, turn.At);
        }
    }

    /// <summary>The latest change to what came out by now; null where nothing did.</summary>
    public DateTimeOffset? Changed(DateTimeOffset now)
    {
        DateTimeOffset? changed = null;
        foreach (var ((articleId, _), turn) in _turns)
        {
            if (turn.At > now) continue;
            var decided = ChannelClock.Whole(_board.Find(articleId)!.Latest.At);
            var latest = decided > turn.At && decided <= now ? decided : turn.At;
            if (changed is null || latest > changed) changed = latest;
        }

        return changed;
    }
}
