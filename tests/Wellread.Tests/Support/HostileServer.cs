using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Wellread.Feeds.Outbound;

namespace Wellread.Tests.Support;

/// <summary>The misbehaving feed server of the shared data, as its own process on loopback. It ends by itself; the test ends it sooner.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly Process _process;
    private readonly List<IPEndPoint> _dialled = [];
    private readonly string? _certificate;

    private HostileServer(Process process, JsonElement greeting)
    {
        _process = process;
        _certificate = greeting.GetProperty("ca").GetString();
        Roots = _certificate is null ? [] : [X509CertificateLoader.LoadCertificateFromFile(_certificate)];
        Ports = greeting.GetProperty("ports").EnumerateObject().ToDictionary(port => port.Name, port => port.Value.GetInt32());
        Network = new OutboundNetwork(
            (_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.215.14") }),
            (endPoint, cancellationToken) =>
            {
                lock (_dialled) _dialled.Add(endPoint);
                return OutboundNetwork.Real.Dial(new IPEndPoint(IPAddress.Loopback, Ports["http"]), cancellationToken);
            });
    }

    /// <summary>Where it listens: <c>http</c>, and with TLS <c>tls_ok</c>, <c>tls_expired</c> and their like.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; }

    /// <summary>Who signed the certificate of <c>tls_ok</c>.</summary>
    public X509Certificate2Collection Roots { get; }

    /// <summary>An internet in which every public name leads to the server.</summary>
    public OutboundNetwork Network { get; }

    public IReadOnlyList<IPEndPoint> Dialled
    {
        get { lock (_dialled) return [.. _dialled]; }
    }

    /// <summary>Starts it; ends the test where the shared data or Python is absent.</summary>
    public static async Task<HostileServer> StartAsync(bool tls = false)
    {
        var script = SharedData.Path("hostile/hostile_server.py");
        var start = new ProcessStartInfo("python3", [script, "--port", "0", "--seconds", "300", "--conn-seconds", "30", .. tls ? ["--tls"] : Array.Empty<string>()]) { RedirectStandardOutput = true };
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
        Skip.If(tls && greeting is null, "openssl is not here, and the hostile server needs it for TLS.");
        return new HostileServer(process, JsonDocument.Parse(greeting!).RootElement.Clone());
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        if (_certificate is not null) Directory.Delete(Path.GetDirectoryName(_certificate)!, recursive: true);
    }
}
