using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Wellread.Suggestions.Observances;

/// <summary>Works out the days of an observance. The rules are evaluated by Ical.Net, the lengths by NodaTime. Pure.</summary>
internal static class ObservanceDates
{
    /// <summary>Every time it begins in a year.</summary>
    public static IEnumerable<ObservanceOccurrence> In(int year, Observance observance) =>
        (observance.Rule is { } rule ? Starts(rule, year) : observance.Dates.Where(date => date.Year == year))
            .Select(start => new ObservanceOccurrence(observance, start, Last(start, observance.Lasts)));

    /// <summary>The days of a year that a yearly rule gives.</summary>
    /// <exception cref="ArgumentException">It is no rule.</exception>
    public static IEnumerable<DateOnly> Starts(string rule, int year)
    {
        var component = new CalendarEvent { Start = new CalDateTime(new DateOnly(year, 1, 1)), RecurrenceRule = new RecurrenceRule(rule) };
        try
        {
            return [.. component.GetOccurrences().Select(occurrence => occurrence.Period.StartTime.Date).TakeWhile(date => date.Year == year)];
        }
        catch (EvaluationException)
        {
            // Ical.Net looks for the next day until its calendar ends, as for the 30th of February.
            return [];
        }
    }

    public static bool IsRule(string text)
    {
        try
        {
            return new RecurrenceRule(text).Frequency == FrequencyType.Yearly;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The last day of what begins on <paramref name="start"/>.</summary>
    public static DateOnly Last(DateOnly start, NodaTime.Period lasts) => (NodaTime.LocalDate.FromDateOnly(start) + lasts).ToDateOnly().AddDays(-1);
}
