using System.Collections.Frozen;
using System.Globalization;
using System.Net;

namespace Wellread.Feeds.Outbound;

/// <summary>
/// The private <c>host:port</c> pairs that an operator allows (<c>Feeds:AllowedPrivateEndpoints</c>), for a hospital's own newsroom. None by
/// default.
/// </summary>
internal sealed class PrivateEndpoints
{
    private readonly FrozenSet<(string Host, int Port)> _pairs;

    private PrivateEndpoints(IEnumerable<(string Host, int Port)> pairs) => _pairs = pairs.ToFrozenSet();

    public static PrivateEndpoints None { get; } = new([]);

    /// <summary>Null where every entry is <c>host:port</c> with a name or an IP address in its usual notation; else the first that is not.</summary>
    public static string? FindMistake(IEnumerable<string> entries) => entries.FirstOrDefault(entry => Parse(entry) is null);

    public static PrivateEndpoints From(IEnumerable<string> entries) => new(entries.Select(Parse).OfType<(string, int)>());

    /// <param name="host">An IP address in its canonical form or an ASCII name in lower case.</param>
    /// <param name="port">1 to 65535.</param>
    public bool Contains(string host, int port) => _pairs.Contains((host, port));

    private static (string Host, int Port)? Parse(string entry)
    {
        var colon = entry.LastIndexOf(':');
        if (colon < 1 || !int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return null;
        if (port is < 1 or > 65535) return null;
        var host = entry[..colon].ToLowerInvariant();
        if (host is ['[', .. var inside, ']']) return OfAddress(HostAddress.ParseV6(inside), port);
        if (HostAddress.LooksNumeric(host)) return OfAddress(HostAddress.ParseV4(host), port);
        return HostNames.IsWellFormed(host) ? (host, port) : null;
    }

    private static (string Host, int Port)? OfAddress(IPAddress? address, int port) =>
        address is not null && (AddressRanges.IsInternal(address) || AddressRanges.IsPublic(address))
            ? (AddressRanges.Unmap(address).ToString(), port)
            : null;
}
