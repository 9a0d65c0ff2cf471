using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Wellread.Articles;
using Wellread.Feeds;
using CultureInfo = System.Globalization.CultureInfo;

namespace Wellread.Suggestions.Observances;

/// <summary>Writes observances as an iCalendar (RFC 5545): whole days that leave the time free, each with its source.</summary>
internal static class ObservanceCalendar
{
    /// <summary>How many years ahead are written of what no rule of iCalendar can say.</summary>
    private const int YearsWritten = 5;

    /// <summary>From when a rule is written whose page nobody has seen: the same day each time, so that calendars see no change.</summary>
    private static readonly DateOnly FirstWritten = new(2026, 11, 25);

    /// <param name="observances">What to write.</param>
    /// <param name="language">Names and notes are in it.</param>
    /// <param name="today">What no rule can say is written from this year on.</param>
    public static byte[] Write(IEnumerable<Observance> observances, string language, DateOnly today)
    {
        var isSpanish = language == "es";
        var name = isSpanish ? "Días de la salud" : "Health observances";
        var calendar = new Calendar { ProductId = $"-//Wellread//Observances//{language.ToUpperInvariant()}" };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "P1D") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });
        foreach (var item in observances.SelectMany(observance => Events(observance, language, today))) calendar.Events.Add(item);
        return CalendarWriter.Write(calendar);
    }

    private static IEnumerable<CalendarEvent> Events(Observance observance, string language, DateOnly today)
    {
        if (observance.Rule is { } rule && LastsTheSameEachYear(observance) && ObservanceDates.In(Since(observance).Year, observance).FirstOrDefault() is { } first)
        {
            yield return Event(first, language, rule, observance.Id);
            yield break;
        }
        // February: a rule repeats with one length, and this one differs in leap years.
        foreach (var occurrence in Enumerable.Range(today.Year, YearsWritten).SelectMany(year => ObservanceDates.In(year, observance)))
            yield return Event(occurrence, language, rule: null, string.Create(CultureInfo.InvariantCulture, $"{observance.Id}-{occurrence.Start:yyyyMMdd}"));
    }

    private static CalendarEvent Event(ObservanceOccurrence occurrence, string language, string? rule, string id)
    {
        var observance = occurrence.Observance;
        var by = language == "es" ? $"Declarado por: {observance.By}" : $"Declared by: {observance.By}";
        return new CalendarEvent
        {
            Uid = $"{id}@observances.wellread",
            DtStamp = new CalDateTime(Since(observance).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), CalDateTime.UtcTzId),
            Start = new CalDateTime(occurrence.Start),
            End = new CalDateTime(occurrence.End.AddDays(1)),
            RecurrenceRule = rule is null ? null : new RecurrenceRule(rule),
            Summary = observance.NameIn(language),
            Description = observance.TipIn(language) is { } tip ? $"{tip}\n{by}" : by,
            Categories = [.. observance.Topics.Select(slug => TopicCatalog.Find(slug)!.NameIn(language))],
            Url = observance.Source,
            Transparency = TransparencyType.Transparent,
        };
    }

    private static DateOnly Since(Observance observance) => observance.Checked ?? FirstWritten;

    private static bool LastsTheSameEachYear(Observance observance) =>
        new[] { 2027, 2028 }.SelectMany(year => ObservanceDates.In(year, observance)).Select(occurrence => occurrence.End.DayNumber - occurrence.Start.DayNumber).Distinct().Count() == 1;
}
