using System.Globalization;
using System.Text;

namespace Wellread.Feeds.Outbound;

/// <summary>Which host names may be looked up at all. Inside names are refused before DNS is asked, so that no resolver's search list can answer them.</summary>
internal static class HostNames
{
    private const int MaxLength = 253;

    private const int MaxLabelLength = 63;

    // RFC 2606: kept for trials and manuals, so that no site has one.
    private static readonly string[] TrialSuffixes = ["invalid", "test", "example"];

    // RFC 6761 and 8375 special-use names, ICANN's name-collision findings, and what clouds and clusters call their inside.
    private static readonly string[] InsideSuffixes =
    [
        "localhost", "localdomain", "local", "lan", "internal", "intranet", "private", "corp", "home", "mail", "workgroup", "svc", "consul",
        "home.arpa", "arpa", "onion", "alt", "i2p", "metadata.goog", .. TrialSuffixes,
    ];

    /// <summary>True for a public DNS name in its ASCII form, without a trailing dot: two labels or more, none of an inside zone.</summary>
    public static bool IsPublicName(string name) =>
        IsWellFormed(name)
        && name.Contains('.', StringComparison.Ordinal)
        && !EndsWithOneOf(name, InsideSuffixes);

    /// <summary>True for a name that no site can have, neither outside nor inside.</summary>
    public static bool IsForTrials(string name) => EndsWithOneOf(name, TrialSuffixes);

    /// <summary>True for letters, digits, hyphens and underscores in labels of 1 to 63 characters.</summary>
    public static bool IsWellFormed(string name) =>
        name.Length is > 0 and <= MaxLength
        && name.Split('.').All(label => label.Length is > 0 and <= MaxLabelLength && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    /// <summary>
    /// True where a non-ASCII name uses only letters and marks that mean themselves. Look-alikes that a resolver may fold to ASCII (fullwidth
    /// and circled digits, long s, ideographic dots, invisible characters) are refused here, whether or not the machine has ICU to fold them.
    /// </summary>
    public static bool HasOnlyPlainLetters(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.IsAscii) continue;
            if (FoldsToAscii(rune.Value)) return false;
            var category = Rune.GetUnicodeCategory(rune);
            var plain = category is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!plain) return false;
        }

        return true;
    }

    private static bool EndsWithOneOf(string name, string[] suffixes) => Array.Exists(suffixes, suffix => $".{name}".EndsWith($".{suffix}", StringComparison.OrdinalIgnoreCase));

    private static bool FoldsToAscii(int c) => c
        is 0x00AA or 0x00BA or 0x017F or 0x1E9B
        or (>= 0x02B0 and <= 0x02FF) or (>= 0x1D2C and <= 0x1D6A) or (>= 0x1D78 and <= 0x1DBF)
        or (>= 0x2071 and <= 0x209C) or (>= 0x2100 and <= 0x218F) or 0x2C7C or 0x2C7D
        or (>= 0xFB00 and <= 0xFB4F) or (>= 0xFE20 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFFEF)
        or (>= 0x1D400 and <= 0x1D7FF);
}
