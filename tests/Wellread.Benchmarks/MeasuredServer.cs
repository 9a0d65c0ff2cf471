using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wellread.Benchmarks;

/// <summary>A server in a process of its own, with what it costs.</summary>
internal sealed class MeasuredServer : IDisposable
{
    private const double TicksPerSecond = 100;
    private readonly Process _process;

    private MeasuredServer(Process process, int port, Stopwatch sinceStart)
    {
        (_process, Port, SinceStart) = (process, port, sinceStart);
#pragma warning disable RS0030 // It asks the servers that it started itself.
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
#pragma warning restore RS0030
    }

    public int Port { get; }

    public HttpClient Client { get; }

    public Stopwatch SinceStart { get; }

    public static MeasuredServer Start(Func<int, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in arguments(port)) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new MeasuredServer(process, port, watch);
    }

    /// <summary>Asks until the answer is as wished; returns the time since the start of the process.</summary>
    public async Task<TimeSpan> WaitAsync(string path, Func<HttpResponseMessage, string, bool> isDone)
    {
        while (SinceStart.Elapsed < TimeSpan.FromMinutes(5))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The server ended with {_process.ExitCode}.");
            try
            {
                using var response = await Client.GetAsync(path);
                if (isDone(response, await response.Content.ReadAsStringAsync())) return SinceStart.Elapsed;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"{path} did not come to be as wished.");
    }

    /// <summary>Processor time so far. Linux only, as wrk is.</summary>
    public double CpuSeconds()
    {
        var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(") ")[1].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    public long ResidentBytes()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
