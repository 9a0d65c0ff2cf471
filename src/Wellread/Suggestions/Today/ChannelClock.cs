using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using Wellread.Practices;

namespace Wellread.Suggestions.Today;

/// <summary>When a post fits a practice's limits on a channel: budget, quiet hours, least gap. Weeks are Monday to Sunday on the practice's clock. Pure.</summary>
internal sealed class ChannelClock(Practice practice, ChannelPolicy policy, TimeSpan leastGap)
{
    /// <summary>Far more than a year's weeks and posts make necessary.</summary>
    private const int MaxSteps = 1000;

    /// <summary>Of two moments with the same time of day, the later; a time that a clock jumps over is as much later as it jumps.</summary>
    private static readonly ZoneLocalMappingResolver OnTheClock = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>Without the fraction of a second, which nobody plans by.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The first moment from then on at which a post fits; null where the channel is off.</summary>
    public DateTimeOffset? FirstSlot(DateTimeOffset from, PostTimes posts)
    {
        if (!policy.Enabled) return null;
        var slot = from;
        for (var step = 0; step < MaxSteps; step++)
        {
            if (Obstacle(slot, posts) is not { } until) return slot;
            slot = until;
        }

        return null;
    }

    /// <summary>Every limit that a post at this moment does not keep to.</summary>
    public IEnumerable<ShareLimit> Broken(DateTimeOffset at, PostTimes posts)
    {
        if (!policy.Enabled) yield return ShareLimit.ChannelOff;
        if (InWeekOf(at, posts) >= policy.WeeklyBudget) yield return ShareLimit.Budget;
        if (EndOfQuiet(at) is not null) yield return ShareLimit.QuietHours;
        if (posts.Near(at, leastGap) is not null) yield return ShareLimit.LeastGap;
    }

    public int InWeekOf(DateTimeOffset at, PostTimes posts) => posts.Count(StartOf(MondayOf(at)), NextWeek(at));

    public DateTimeOffset NextWeek(DateTimeOffset at) => StartOf(MondayOf(at).AddDays(7));

    /// <summary>Null where a post fits, else the moment until which it does not.</summary>
    private DateTimeOffset? Obstacle(DateTimeOffset at, PostTimes posts)
    {
        if (InWeekOf(at, posts) >= policy.WeeklyBudget) return NextWeek(at);
        if (EndOfQuiet(at) is { } end) return end;
        return posts.Near(at, leastGap) is { } near ? near + leastGap : null;
    }

    private DateTimeOffset? EndOfQuiet(DateTimeOffset at)
    {
        var local = practice.Local(at);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!policy.QuietHours.Holds(time)) return null;
        var day = DateOnly.FromDateTime(local.DateTime).AddDays(time < policy.QuietHours.To ? 0 : 1);
        return day.ToDateTime(policy.QuietHours.To).ToLocalDateTime().InZone(practice.Zone, OnTheClock).ToDateTimeOffset();
    }

    private DateOnly MondayOf(DateTimeOffset at)
    {
        var day = practice.Today(at);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private DateTimeOffset StartOf(DateOnly day) => practice.Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();
}

/// <summary>What a practice has set to limit its presence on a channel.</summary>
internal enum ShareLimit
{
    ChannelOff,
    Budget,
    QuietHours,
    LeastGap,
}
