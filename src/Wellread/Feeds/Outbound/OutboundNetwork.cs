using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Wellread.Feeds.Outbound;

/// <summary>
/// The network below the address check: looking a name up, dialling an address that was checked, and whom TLS trusts (null = the machine's
/// own list). Tests put a pretend internet here; no setting reaches it.
/// </summary>
internal sealed record OutboundNetwork(
    Func<string, CancellationToken, Task<IPAddress[]>> Resolve,
    Func<IPEndPoint, CancellationToken, Task<Stream>> Dial,
    X509Certificate2Collection? TrustedRoots = null)
{
    public static OutboundNetwork Real { get; } = new(Dns.GetHostAddressesAsync, DialAsync);

    private static async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
