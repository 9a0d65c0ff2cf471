using System.Globalization;
using System.Net;

namespace Wellread.Feeds.Outbound;

/// <summary>IP addresses as hosts of URLs.</summary>
internal static class HostAddress
{
    /// <summary>
    /// True where the last label is a number, so that a URL parser reads the whole host as an IPv4 address (WHATWG URL, "ends in a number").
    /// </summary>
    public static bool LooksNumeric(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        var last = name[(name.LastIndexOf('.') + 1)..];
        if (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return last.Skip(2).All(char.IsAsciiHexDigit);
        return last.Length > 0 && last.All(char.IsAsciiDigit);
    }

    /// <summary>
    /// The address of a dotted quad or of one plain decimal number: the two notations that every parser reads alike. Null for the others
    /// (octal, hex, short, padded, a dot behind it): what they mean depends on who reads them, so they are refused whatever they mean.
    /// </summary>
    public static IPAddress? ParseV4(string host)
    {
        var parts = host.Split('.');
        if (parts.Any(part => part.Length is 0 or > 10 || !part.All(char.IsAsciiDigit) || (part.Length > 1 && part[0] == '0'))) return null;
        var numbers = parts.Select(part => ulong.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers switch
        {
            [var all] when all <= uint.MaxValue => new IPAddress([(byte)(all >> 24), (byte)(all >> 16), (byte)(all >> 8), (byte)all]),
            [<= 255, <= 255, <= 255, <= 255] => new IPAddress(Array.ConvertAll(numbers, number => (byte)number)),
            _ => null,
        };
    }

    /// <summary>The address inside a URL's square brackets, or null; zones are refused.</summary>
    public static IPAddress? ParseV6(string inside) =>
        inside.Contains(':', StringComparison.Ordinal)
        && inside.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.')
        && IPAddress.TryParse(inside, out var address) ? address : null;
}
