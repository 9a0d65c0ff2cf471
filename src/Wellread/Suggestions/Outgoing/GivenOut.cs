using Wellread.Practices;

namespace Wellread.Suggestions.Outgoing;

/// <summary>What the outbox had given out: nobody said that it was posted, but other tools had it to post. Pure.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Place">Where in the article's history the approval is.</param>
/// <param name="At">When.</param>
internal sealed record GivenOut(Channel Channel, int Place, DateTimeOffset At)
{
    /// <summary>A feed says when it changed a text; that it did is known once the feed is read again.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromHours(1);

    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <summary>All that came out by now, also where it was taken back since; but for what was shared or taken down there after that, of which the share speaks.</summary>
    /// <param name="history">All that was decided on the article.</param>
    /// <param name="board">All that the practice decided.</param>
    /// <param name="practice">Whose decisions they are.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<GivenOut> All(DecisionHistory history, DecisionBoard board, Practice practice, DateTimeOffset now)
    {
        if (!history.Decisions.Any(decision => decision.Outbox is true)) return [];
        var periods = EarlierLimits.Of(practice);
        return from channel in ChannelInfo.All
               from one in ChannelTurns.Of(board, practice, channel).OutBy(now, history)
               where history.Decisions[one.Place].Outbox is true && !SaysMore(history, channel.Channel, one.Place) && WasOn(channel.Channel, periods, one.At)
               select new GivenOut(channel.Channel, one.Place, one.At);
    }

    /// <summary>Where it had come out before the article changed.</summary>
    /// <param name="history">All that was decided on the article.</param>
    /// <param name="board">All that the practice decided.</param>
    /// <param name="practice">Whose decisions they are.</param>
    /// <param name="changedAt">When it changed; null where nobody knows.</param>
    /// <param name="now">The time.</param>
    public static Channel[] On(DecisionHistory history, DecisionBoard board, Practice practice, DateTimeOffset? changedAt, DateTimeOffset now) =>
        [.. All(history, board, practice, now).Where(one => Was(one.At, history.Decisions[one.Place], changedAt, now)).Select(one => one.Channel).Distinct()];

    /// <summary>Whether what came out at a time did so before the change.</summary>
    public static bool Was(DateTimeOffset outAt, Decision approval, DateTimeOffset? changedAt, DateTimeOffset now) =>
        outAt <= now && (changedAt is null || outAt <= changedAt + Unnoticed || outAt <= approval.At + AtOnce);

    private static bool SaysMore(DecisionHistory history, Channel channel, int place) => history.StandingPlaces().Any(later =>
        later > place && history.Decisions[later] is { Action: DecisionAction.Shared or DecisionAction.TakenDown, Channel: var where } && (where is null || where == channel));

    /// <summary>A time that was given comes also where the channel is off; then it is out once that is on.</summary>
    private static bool WasOn(Channel channel, IReadOnlyList<(DateTimeOffset From, Practice Practice)> periods, DateTimeOffset at) =>
        periods.Where((period, i) => i == periods.Count - 1 || periods[i + 1].From > at).Any(period => period.Practice.Policy(channel).Enabled);
}
