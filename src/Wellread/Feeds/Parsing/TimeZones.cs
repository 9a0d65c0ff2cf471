using System.Collections.Frozen;
using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>Zones as feeds write them: Z, +0200, GMT+02:00, EST, MESZ, Europe/Brussels.</summary>
internal static class TimeZones
{
    // Where an abbreviation has several meanings, the one that English-language feeds use most. Offsets in minutes.
    private static readonly FrozenDictionary<string, int> Names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["WEST"] = 60,
        ["BST"] = 60,
        ["CET"] = 60,
        ["CEST"] = 120,
        ["MET"] = 60,
        ["MEST"] = 120,
        ["MEZ"] = 60,
        ["MESZ"] = 120,
        ["WAT"] = 60,
        ["CAT"] = 120,
        ["SAST"] = 120,
        ["EET"] = 120,
        ["EEST"] = 180,
        ["IDT"] = 180,
        ["MSK"] = 180,
        ["MSD"] = 240,
        ["EAT"] = 180,
        ["TRT"] = 180,
        ["AZT"] = 240,
        ["IRST"] = 210,
        ["PKT"] = 300,
        ["UZT"] = 300,
        ["YEKT"] = 300,
        ["IST"] = 330,
        ["NPT"] = 345,
        ["BDT"] = 360,
        ["ICT"] = 420,
        ["WIB"] = 420,
        ["KRAT"] = 420,
        ["SGT"] = 480,
        ["HKT"] = 480,
        ["MYT"] = 480,
        ["PHT"] = 480,
        ["AWST"] = 480,
        ["WITA"] = 480,
        ["JST"] = 540,
        ["KST"] = 540,
        ["ACST"] = 570,
        ["ACDT"] = 630,
        ["AEST"] = 600,
        ["AEDT"] = 660,
        ["NZST"] = 720,
        ["NZDT"] = 780,
        ["NST"] = -210,
        ["NDT"] = -150,
        ["AST"] = -240,
        ["ADT"] = -180,
        ["AT"] = -240,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["ET"] = -300,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["CT"] = -360,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["MT"] = -420,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["PT"] = -480,
        ["AKST"] = -540,
        ["AKDT"] = -480,
        ["HST"] = -600,
        ["HAST"] = -600,
        ["HDT"] = -540,
        ["BRT"] = -180,
        ["BRST"] = -120,
        ["ART"] = -180,
        ["UYT"] = -180,
        ["CLT"] = -240,
        ["CLST"] = -180,
        ["COT"] = -300,
        ["PET"] = -300,
        ["VET"] = -240,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryName(ReadOnlySpan<char> name, out int minutes) => BySpan.TryGetValue(name, out minutes);

    /// <summary>True for a zone and nothing else. Zones of the time zone database are given by <see cref="TryRegion"/>.</summary>
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

    /// <summary>The offset that a region of the time zone database had then, whatever the server's own zone is.</summary>
    public static bool TryRegion(string region, DateTime local, out int minutes)
    {
        minutes = 0;
        if (!region.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(region, out var zone)) return false;
        minutes = (int)zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)).TotalMinutes;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
