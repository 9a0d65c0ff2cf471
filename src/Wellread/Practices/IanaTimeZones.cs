using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace Wellread.Practices;

/// <summary>Time zones by their names in the IANA database, as it comes with the program: the same on every machine.</summary>
internal static class IanaTimeZones
{
    private static readonly FrozenDictionary<string, string> Ids =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone of this name, in any case; null where there is none.</summary>
    public static DateTimeZone? Find(string id) => Ids.TryGetValue(id.Trim(), out var known) ? DateTimeZoneProviders.Tzdb[known] : null;

    /// <summary>The name whose last part this is, such as "chicago" or "new york"; null where none or several have it.</summary>
    public static string? MeantBy(string place)
    {
        var last = "/" + place.Trim().Replace(' ', '_');
        var meant = Ids.Keys.Where(id => id.EndsWith(last, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return meant is [var only] ? only : null;
    }

    /// <summary>The name of the machine's own zone; UTC where it has one that the database does not know.</summary>
    public static string OfThisMachine()
    {
        try
        {
            return DateTimeZoneProviders.Tzdb.GetSystemDefault().Id;
        }
        catch (DateTimeZoneNotFoundException)
        {
            return DateTimeZone.Utc.Id;
        }
    }
}
