using Wellread.Practices;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Today;

/// <summary>What to share today on one channel.</summary>
/// <param name="Date">The day on the practice's clock.</param>
/// <param name="Practice">The practice.</param>
/// <param name="Channel">Where to share.</param>
/// <param name="Items">One to five picks, the best first. They stay the same all day.</param>
/// <param name="Budget">What is left of this week, and when the next post fits.</param>
/// <param name="Note">What else to know, in words; null when there is nothing.</param>
/// <param name="Observances">Health days that are on or come up within two weeks.</param>
/// <param name="Samples">True while invented samples stand in, because no feed has been read yet. Do not share them.</param>
/// <param name="Stale">True while the store does not answer, so that the newest articles and decisions may be missing.</param>
internal sealed record TodayList(
    DateOnly Date,
    string Practice,
    Channel Channel,
    IReadOnlyList<TodayPick> Items,
    TodayBudget Budget,
    string? Note,
    IReadOnlyList<ObservanceItem> Observances,
    bool Samples,
    bool Stale);

/// <summary>One pick of the day.</summary>
/// <param name="Suggestion">The article, and why.</param>
/// <param name="Decision">What you decided on it meanwhile; null when nothing.</param>
internal sealed record TodayPick(Suggestion Suggestion, DecisionItem? Decision);

/// <summary>What is left of a week on one channel. A week goes from Monday to Sunday.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="WeeklyBudget">How often the practice shares there in a week.</param>
/// <param name="Used">How often it has this week, with what is planned.</param>
/// <param name="Left">How often it still can.</param>
/// <param name="Text">The same in words.</param>
/// <param name="NextSlot">When the next post fits: by the budget, outside quiet hours, far enough from the last. Null where the channel is switched off.</param>
internal sealed record TodayBudget(Channel Channel, int WeeklyBudget, int Used, int Left, string Text, DateTimeOffset? NextSlot)
{
    public static TodayBudget From(ChannelBudget budget, Practice practice) => new(
        budget.Policy.Channel,
        budget.Policy.WeeklyBudget,
        budget.Used,
        budget.Left,
        BudgetWords.Of(budget, practice),
        budget.NextSlot is { } slot ? practice.Local(slot) : null);
}
