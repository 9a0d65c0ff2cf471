using Mono.Cecil;
using Mono.Cecil.Rocks;
using Wellread.Platform;

namespace Wellread.Tests.Feeds;

/// <summary>Requests leave by one door, held over the compiled code.</summary>
public sealed class OneDoorTests
{
    private static readonly string[] WaysOut =
    [
        "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler",
        "System.Net.WebRequest", "System.Net.WebClient", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient",
        "System.Net.Dns", "System.Net.WebSockets.ClientWebSocket", "System.Net.Mail.SmtpClient",
    ];

    [Fact]
    public void Only_the_outbound_door_and_the_network_below_it_can_leave_the_machine()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(HomeFolder).Assembly.Location);
        var leaving =
            from type in assembly.MainModule.GetAllTypes()
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.Operand is MethodReference called && WaysOut.Contains(called.DeclaringType.FullName)
            select TopType(type).FullName;
        Assert.Equal(["Wellread.Feeds.Outbound.OutboundHttp", "Wellread.Feeds.Outbound.OutboundNetwork"], leaving.Distinct().Order());
    }

    private static TypeDefinition TopType(TypeDefinition type) => type.DeclaringType is { } outer ? TopType(outer) : type;
}
