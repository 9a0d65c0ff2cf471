using Wellread.Practices;

namespace Wellread.Suggestions.Today;

/// <summary>What is left of a practice's week on one channel, and when the next post fits. Pure.</summary>
internal sealed class ChannelBudget
{
    private readonly ChannelClock _clock;
    private readonly PostTimes _shared;

    private ChannelBudget(Practice practice, Channel channel, PostTimes shared, DateTimeOffset now)
    {
        (_shared, Policy, Now) = (shared, practice.Policy(channel), now);
        _clock = new ChannelClock(practice, Policy, Policy.LeastGap);
        Used = _clock.InWeekOf(now, shared);
        Planned = shared.Count(now.AddTicks(1), _clock.NextWeek(now));
        NextSlot = _clock.FirstSlot(now, shared);
    }

    public ChannelPolicy Policy { get; }

    public DateTimeOffset Now { get; }

    /// <summary>Posts of this week that are out or planned.</summary>
    public int Used { get; }

    /// <summary>Those of them that are still to come.</summary>
    public int Planned { get; }

    public int Left => Policy.Enabled ? Math.Max(0, Policy.WeeklyBudget - Used) : 0;

    /// <summary>The first moment from now on that keeps to the budget, the quiet hours and the least gap; null where the channel is off.</summary>
    public DateTimeOffset? NextSlot { get; }

    public bool FitsNow => NextSlot == Now;

    /// <summary>Every limit of the practice's own that a post at this moment does not keep to.</summary>
    public IEnumerable<ShareLimit> Broken => _clock.Broken(Now, _shared);

    public static ChannelBudget Of(Practice practice, Channel channel, DecisionBoard decisions, DateTimeOffset now) =>
        Of(practice, channel, decisions.All.SelectMany(history => history.AllStanding()), now);

    public static ChannelBudget Of(Practice practice, Channel channel, IEnumerable<Decision> decisions, DateTimeOffset now)
    {
        var shared = decisions
            .Where(decision => decision.Action == DecisionAction.Shared && decision.Channel == channel)
            .Select(decision => ChannelClock.Whole(decision.OutAt));
        return new ChannelBudget(practice, channel, new PostTimes(shared), ChannelClock.Whole(now));
    }
}
