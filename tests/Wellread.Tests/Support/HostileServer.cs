using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Wellread.Feeds.Outbound;

namespace Wellread.Tests.Support;

/// <summary>The misbehaving feed server of the shared data, as its own process on loopback. It ends by itself; the test ends it sooner.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly Process _process;
    private readonly List<IPEndPoint> _dialled = [];

    private HostileServer(Process process, JsonElement greeting)
    {
        _process = process;
        Ports = greeting.GetProperty("ports").EnumerateObject().ToDictionary(port => port.Name, port => port.Value.GetInt32());
        Network = new OutboundNetwork(
            (_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.215.14") }),
            (endPoint, cancellationToken) =>
            {
                lock (_dialled) _dialled.Add(endPoint);
                return OutboundNetwork.Real.Dial(new IPEndPoint(IPAddress.Loopback, Ports["http"]), cancellationToken);
            });
    }

    public IReadOnlyDictionary<string, int> Ports { get; }

    /// <summary>An internet in which every public name leads to the server.</summary>
    public OutboundNetwork Network { get; }

    public IReadOnlyList<IPEndPoint> Dialled
    {
        get { lock (_dialled) return [.. _dialled]; }
    }

    /// <summary>Starts it; ends the test where the shared data or Python is absent.</summary>
    public static async Task<HostileServer> StartAsync()
    {
        var script = SharedData.Path("hostile/hostile_server.py");
        var start = new ProcessStartInfo("python3", [script, "--port", "0", "--seconds", "300", "--conn-seconds", "30"]) { RedirectStandardOutput = true };
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "python3 is not here, and the hostile server needs it.");
        }

        var greeting = await process!.StandardOutput.ReadLineAsync().WaitAsync(Signal.Patience);
        return new HostileServer(process, JsonDocument.Parse(greeting!).RootElement.Clone());
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
