using System.Runtime.CompilerServices;
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
    private readonly DecisionBoard _board;

    private ChannelTurns(DecisionBoard board, Practice practice, ChannelInfo channel)
    {
        var queue = new TurnQueue(channel);
        queue.Run(board, EarlierLimits.Of(practice));
        (_board, _turns, LastChange) = (board, queue.Turns, queue.LastChange);
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
