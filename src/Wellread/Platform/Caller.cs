using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Wellread.Platform;

/// <summary>Who calls, as far as that can be told: there are no keys, so it is the network that the call came from, and the trace under which the log has it.</summary>
/// <param name="Network">In CIDR form: the first 24 bits of an IPv4 address, the first 48 of an IPv6 one; null where there is none.</param>
/// <param name="TraceId">As an error of the same call would name it.</param>
internal sealed record Caller(string? Network, string? TraceId)
{
    private const int IPv4Bits = 24;
    private const int IPv6Bits = 48;

    public static Caller Of(HttpContext context) => new(NetworkOf(context.Connection.RemoteIpAddress), Activity.Current?.Id ?? context.TraceIdentifier);

    /// <summary>Enough to tell a practice's own line from a stranger's, and too little to tell a person.</summary>
    internal static string? NetworkOf(IPAddress? address)
    {
        if (address is null) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? IPv4Bits : IPv6Bits;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), bits).ToString();
    }
}
