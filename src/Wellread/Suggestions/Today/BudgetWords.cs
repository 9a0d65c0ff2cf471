using System.Globalization;
using Wellread.Practices;

namespace Wellread.Suggestions.Today;

/// <summary>A budget in an editor's words: "You have shared 3 of 3 on Facebook this week. The next fits on Monday."</summary>
internal static class BudgetWords
{
    public static string Of(ChannelBudget budget, Practice practice)
    {
        var channel = ChannelInfo.Of(budget.Policy.Channel).Name;
        if (!budget.Policy.Enabled) return $"{channel} is switched off for your practice. Switch it on before you share there.";
        var shared = budget.Planned == 0
            ? $"You have shared {budget.Used} of {budget.Policy.WeeklyBudget} on {channel} this week."
            : $"You have shared {budget.Used - budget.Planned} and planned {budget.Planned} of {budget.Policy.WeeklyBudget} on {channel} this week.";
        return budget.NextSlot is not { } slot ? shared
            : budget.FitsNow ? $"{shared} You can share now."
            : $"{shared} The next fits {When(slot, budget, practice)}.";
    }

    /// <summary>A day by its name where it is near, by its date where it is not; with the time where it is today or tomorrow.</summary>
    private static string When(DateTimeOffset slot, ChannelBudget budget, Practice practice)
    {
        var local = practice.Local(slot);
        return (practice.Today(slot).DayNumber - practice.Today(budget.Now).DayNumber) switch
        {
            0 => $"today at {Said(local, "HH:mm")}",
            1 when budget.Left > 0 => $"tomorrow at {Said(local, "HH:mm")}",
            <= 6 => $"on {Said(local, "dddd")}",
            _ => $"on {Said(local, "dddd, d MMMM")}",
        };
    }

    private static string Said(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
