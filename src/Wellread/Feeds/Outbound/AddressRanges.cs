using System.Net;
using System.Net.Sockets;

namespace Wellread.Feeds.Outbound;

/// <summary>
/// Which IP addresses are public. Everything that the IANA special-purpose registries (RFC 6890 and its updates) set aside is not, nor is
/// any IPv6 form that carries an IPv4 address inside, because a gateway could unwrap it to a private one.
/// </summary>
internal static class AddressRanges
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Reserved =
    [
        .. Networks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        // A public number with a private role: on Azure it is the host that the machine runs on.
        IPNetwork.Parse("168.63.129.16/32"),
        // 2001::/23 holds Teredo, benchmarking, ORCHID and their neighbours; 2002::/16 is 6to4.
        .. Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    ];

    private static readonly IPNetwork[] Internal =
    [
        .. Networks("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "::1/128"),
    ];

    /// <summary>True for an address that anyone on the internet can reach.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Unmap(address);
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && (!GlobalUnicast.Contains(plain) || IsIsatap(plain))) return false;
        return !Array.Exists(Reserved, network => network.Contains(plain));
    }

    /// <summary>
    /// True for an address of a private network or of this machine: what an allowed private endpoint may stand for. Never link-local, where
    /// clouds keep their metadata.
    /// </summary>
    public static bool IsInternal(IPAddress address)
    {
        var plain = Unmap(address);
        return Array.Exists(Internal, network => network.Contains(plain));
    }

    /// <summary>The IPv4 address inside <c>::ffff:0:0/96</c>, else the address itself, without a zone.</summary>
    public static IPAddress Unmap(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes())
        : address;

    /// <summary>ISATAP (RFC 5214) can sit in any prefix: its interface identifier is 0000:5efe or 0200:5efe, then an IPv4 address.</summary>
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return bytes[8..12] is [0x00 or 0x02, 0x00, 0x5e, 0xfe];
    }

    private static IEnumerable<IPNetwork> Networks(params string[] prefixes) => prefixes.Select(prefix => IPNetwork.Parse(prefix));
}
