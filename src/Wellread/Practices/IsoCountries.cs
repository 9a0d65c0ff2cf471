using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Wellread.Practices;

/// <summary>Countries by their two-letter ISO 3166-1 codes, as the IANA database of time zones has them: all that somebody lives in, and the same on every machine.</summary>
internal static class IsoCountries
{
    private static readonly FrozenSet<string> Codes =
        TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.CountryCode).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is such a country; in any case.</summary>
    public static bool Has(string code) => Codes.Contains(code);
}
