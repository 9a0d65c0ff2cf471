using System.Collections.Concurrent;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Rules;

/// <summary>Days that headlines name without being about a subject of health: a piece on the Thanksgiving table is of no use in January. Those whose day depends on the country are not here.</summary>
internal sealed record Holiday(string Name, string Rule, int Days, string[] Words)
{
    private static readonly ConcurrentDictionary<(string Rule, int Year), DateOnly> Starts = new();

    public static readonly Holiday[] All =
    [
        new("New Year", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", 31, ["new year", "new years", "new year's", "new year’s", "año nuevo"]),
        new("Epiphany", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6", 1, ["reyes magos", "día de reyes"]),
        new("Super Bowl Sunday", "FREQ=YEARLY;BYMONTH=2;BYDAY=2SU", 1, ["super bowl"]),
        new("Valentine's Day", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=14", 1, ["valentine's day", "valentine’s day", "valentines day", "san valentín"]),
        new("St. Patrick's Day", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=17", 1, ["st. patrick's day", "st. patrick’s day", "st patrick's day"]),
        new("Memorial Day", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", 1, ["memorial day"]),
        new("the Fourth of July", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", 1, ["fourth of july", "4th of july", "july 4th"]),
        new("back to school", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1", 50, ["back to school", "back-to-school", "vuelta al cole"]),
        new("Labor Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", 1, ["labor day"]),
        new("Halloween", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31", 1, ["halloween", "trick or treat", "trick-or-treat"]),
        new("the Day of the Dead", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1", 2, ["day of the dead", "día de muertos", "día de los muertos"]),
        new("Thanksgiving", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", 4, ["thanksgiving", "acción de gracias", "turkey day"]),
        new("Black Friday", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", 4, ["black friday", "cyber monday"]),
        new("Christmas", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", 3, ["christmas", "xmas", "navidad", "nochebuena", "navideño", "navideña", "navideños", "navideñas"]),
        new("the holiday season", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", 10, ["holiday season", "the holidays", "holiday stress", "holiday meal", "holiday meals", "holiday eating", "estas fiestas", "fiestas de fin de año"]),
    ];

    /// <summary>The last day on which it is spoken of, of the first time that is not over on a day.</summary>
    public DateOnly LastDay(DateOnly from)
    {
        var last = StartIn(from.Year).AddDays(Days - 1);
        return last >= from ? last : StartIn(from.Year + 1).AddDays(Days - 1);
    }

    private DateOnly StartIn(int year) => Starts.GetOrAdd((Rule, year), key => ObservanceDates.Starts(key.Rule, key.Year).First());
}
