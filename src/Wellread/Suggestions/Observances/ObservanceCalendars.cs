using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Wellread.Suggestions.Observances;

/// <summary>A written calendar and the tag that tells it from others, quotes included.</summary>
internal sealed record WrittenCalendar(byte[] Bytes, string ETag);

/// <summary>The observances as calendars, each written once a year: programs that subscribe ask for the same one day after day.</summary>
internal sealed class ObservanceCalendars(ObservanceCatalog catalog)
{
    private readonly ConcurrentDictionary<(string Language, string? Topic), (int Year, WrittenCalendar Calendar)> _written = new();

    /// <param name="language">A language that names are known in.</param>
    /// <param name="topic">The slug of a topic; null for all.</param>
    /// <param name="today">It is written for this day's year and those behind it.</param>
    public WrittenCalendar Get(string language, string? topic, DateOnly today)
    {
        if (_written.TryGetValue((language, topic), out var known) && known.Year == today.Year) return known.Calendar;
        var bytes = ObservanceCalendar.Write(catalog.All.Where(observance => topic is null || observance.Topics.Contains(topic)), language, today);
        var calendar = new WrittenCalendar(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
        _written[(language, topic)] = (today.Year, calendar);
        return calendar;
    }
}
