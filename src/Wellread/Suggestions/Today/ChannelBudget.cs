using System.Collections.Immutable;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using Wellread.Practices;

namespace Wellread.Suggestions.Today;

/// <summary>What is left of a practice's week on one channel, and when the next post fits. Weeks are Monday to Sunday on the practice's clock. Pure.</summary>
internal sealed class ChannelBudget
{
    /// <summary>Far more than a year's weeks and posts make necessary.</summary>
    private const int MaxSteps = 1000;

    /// <summary>Of two moments with the same time of day, the later; a time that a clock jumps over is as much later as it jumps.</summary>
    private static readonly ZoneLocalMappingResolver OnTheClock = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    private readonly Practice _practice;
    private readonly ImmutableArray<DateTimeOffset> _shared;

    private ChannelBudget(Practice practice, Channel channel, ImmutableArray<DateTimeOffset> shared, DateTimeOffset now)
    {
        (_practice, _shared, Policy, Now) = (practice, shared, practice.Policy(channel), now);
        var start = StartOfWeek(now);
        var week = shared.Where(at => at >= start && at < NextWeek(now)).ToList();
        Used = week.Count;
        Planned = week.Count(at => at > now);
        NextSlot = Policy.Enabled ? FindSlot() : null;
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
    public IEnumerable<ShareLimit> Broken
    {
        get
        {
            if (!Policy.Enabled) yield return ShareLimit.ChannelOff;
            if (Used >= Policy.WeeklyBudget) yield return ShareLimit.Budget;
            if (EndOfQuiet(Now) is not null) yield return ShareLimit.QuietHours;
            if (_shared.Any(shared => (Now - shared).Duration() < Policy.LeastGap)) yield return ShareLimit.LeastGap;
        }
    }

    public static ChannelBudget Of(Practice practice, Channel channel, DecisionBoard decisions, DateTimeOffset now) =>
        Of(practice, channel, decisions.All.SelectMany(history => history.AllStanding()), now);

    public static ChannelBudget Of(Practice practice, Channel channel, IEnumerable<Decision> decisions, DateTimeOffset now)
    {
        var shared = decisions
            .Where(decision => decision.Action == DecisionAction.Shared && decision.Channel == channel)
            .Select(decision => Whole(decision.OutAt));
        return new ChannelBudget(practice, channel, [.. shared.Order()], Whole(now));
    }

    /// <summary>Without the fraction of a second, which nobody plans by.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

    private DateTimeOffset? FindSlot()
    {
        var slot = Now;
        for (var step = 0; step < MaxSteps; step++)
        {
            if (Obstacle(slot) is not { } later) return slot;
            slot = later;
        }

        return null;
    }

    /// <summary>Null where a post fits, else the moment until which it does not.</summary>
    private DateTimeOffset? Obstacle(DateTimeOffset at)
    {
        var (start, next) = (StartOfWeek(at), NextWeek(at));
        if (_shared.Count(shared => shared >= start && shared < next) >= Policy.WeeklyBudget) return next;
        if (EndOfQuiet(at) is { } end) return end;
        foreach (var shared in _shared)
        {
            if ((at - shared).Duration() < Policy.LeastGap) return shared + Policy.LeastGap;
        }

        return null;
    }

    private DateTimeOffset? EndOfQuiet(DateTimeOffset at)
    {
        var local = _practice.Local(at);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!Policy.QuietHours.Holds(time)) return null;
        var day = DateOnly.FromDateTime(local.DateTime).AddDays(time < Policy.QuietHours.To ? 0 : 1);
        return day.ToDateTime(Policy.QuietHours.To).ToLocalDateTime().InZone(_practice.Zone, OnTheClock).ToDateTimeOffset();
    }

    private DateTimeOffset StartOfWeek(DateTimeOffset at) => StartOf(MondayOf(at));

    private DateTimeOffset NextWeek(DateTimeOffset at) => StartOf(MondayOf(at).AddDays(7));

    private DateOnly MondayOf(DateTimeOffset at)
    {
        var day = _practice.Today(at);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private DateTimeOffset StartOf(DateOnly day) => _practice.Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();
}

/// <summary>What a practice has set to limit its presence on a channel.</summary>
internal enum ShareLimit
{
    ChannelOff,
    Budget,
    QuietHours,
    LeastGap,
}
