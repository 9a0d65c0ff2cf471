using System.Collections.Frozen;
using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>Zones as feeds write them: Z, +0200, GMT+02:00, EST, MESZ, Europe/Brussels.</summary>
internal static class TimeZones
{
    // Minutes east of Greenwich, then the abbreviations for it. Where one has several meanings, the one that English-language feeds use most.
    private static readonly string[] Offsets =
    [
        "-600 HST HAST", "-540 AKST HDT", "-480 PST AKDT", "-420 MST PDT", "-360 CST MDT", "-300 EST CDT COT PET", "-240 EDT AST CLT VET", "-210 NST",
        "-180 ADT BRT ART UYT CLST", "-150 NDT", "-120 BRST", "0 Z UT UTC GMT WET", "60 WEST BST CET MET MEZ WAT", "120 CEST MEST MESZ EET CAT SAST",
        "180 EEST IDT MSK EAT TRT", "210 IRST", "240 MSD AZT", "300 PKT UZT YEKT", "330 IST", "345 NPT", "360 BDT", "420 ICT WIB KRAT",
        "480 SGT HKT MYT PHT AWST WITA", "540 JST KST", "570 ACST", "600 AEST", "630 ACDT", "660 AEDT", "720 NZST", "780 NZDT",
    ];

    private static readonly FrozenDictionary<string, int> Names = Offsets.Select(line => line.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(name => (Name: name, Minutes: int.Parse(parts[0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(zone => zone.Name, zone => zone.Minutes, StringComparer.OrdinalIgnoreCase);

    // Loaded once, by name: what a feed writes never becomes the name of a file to open. Americans who leave the season out of an
    // abbreviation mean the one of the day.
    private static readonly FrozenDictionary<string, TimeZoneInfo>.AlternateLookup<ReadOnlySpan<char>> Regions = string.Join(
            ' ',
            "AT=America/Halifax ET=America/New_York CT=America/Chicago MT=America/Denver PT=America/Los_Angeles America/Phoenix America/Anchorage",
            "America/St_Johns America/Toronto America/Vancouver America/Mexico_City America/Bogota America/Lima America/Santiago America/Sao_Paulo",
            "Europe/London Europe/Dublin Europe/Lisbon Europe/Madrid Europe/Paris Europe/Brussels Europe/Amsterdam Europe/Berlin Europe/Zurich",
            "Europe/Vienna Europe/Rome Europe/Copenhagen Europe/Oslo Europe/Stockholm Europe/Helsinki Europe/Warsaw Europe/Prague Europe/Budapest",
            "Europe/Athens Europe/Bucharest Europe/Istanbul Europe/Kyiv Europe/Kiev Europe/Moscow Africa/Johannesburg Africa/Lagos Africa/Nairobi",
            "Africa/Cairo Asia/Dubai Asia/Kolkata Asia/Jerusalem Asia/Singapore Asia/Hong_Kong Asia/Shanghai Asia/Tokyo Asia/Seoul Asia/Manila",
            "Asia/Jakarta Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Pacific/Auckland")
        .Split(' ')
        .SelectMany(Load)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryName(ReadOnlySpan<char> name, out int minutes) => BySpan.TryGetValue(name, out minutes);

    /// <summary>True for a zone and nothing else. Regions are not among them: see <see cref="TryRegion"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int minutes)
    {
        text = text.Trim();
        minutes = 0;
        if (text.IsEmpty || TryName(text, out minutes)) return true;
        if (text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            text = text[3..].TrimStart();
        return TryOffset(text.TrimEnd('Z'), out minutes);
    }

    /// <summary>+0200, -05:00, +2.</summary>
    public static bool TryOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text.Length is < 2 or > 6 || text[0] is not ('+' or '-')) return false;
        var sign = text[0] == '-' ? -1 : 1;
        text = text[1..];
        var colon = text.IndexOf(':');
        var hours = colon >= 0 ? text[..colon] : text.Length > 2 ? text[..^2] : text;
        var rest = colon >= 0 ? text[(colon + 1)..] : text.Length > 2 ? text[^2..] : "0";
        if (!TryNumber(hours, out var h) || !TryNumber(rest, out var m) || h > 24 || m > 59) return false;
        minutes = sign * (h * 60 + m);
        return true;
    }

    /// <summary>A region of the time zone database, whatever the server's own zone is, or an abbreviation that stands for two offsets.</summary>
    public static bool TryRegion(ReadOnlySpan<char> word, out TimeZoneInfo? region) => Regions.TryGetValue(word, out region);

    /// <summary>The zone under its name, and under the abbreviation before it; nothing where the server lacks the database.</summary>
    private static IEnumerable<KeyValuePair<string, TimeZoneInfo>> Load(string entry)
    {
        var parts = entry.Split('=');
        return TimeZoneInfo.TryFindSystemTimeZoneById(parts[^1], out var zone) ? parts.Select(name => KeyValuePair.Create(name, zone)) : [];
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
