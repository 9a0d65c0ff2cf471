using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wellread.Tests.Support;

/// <summary>
/// A redis-server of the tests' own, on a free loopback port and in a folder that goes with it. Where there is none, a test is skipped with
/// a line that says what to install, and fails where <c>CI=true</c>.
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(string[] settings) => _settings = settings;

    public int Port { get; private set; }

    public string Connection => $"redis://127.0.0.1:{Port}";

    /// <param name="settings">Further arguments; the last one wins, as in <c>--appendonly no</c>.</param>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        if (!IsInstalled())
        {
            const string Reason = "There is no redis-server on the PATH, so this test has nothing to ask: apt-get install redis-server";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Reason);
            Skip.If(true, Reason);
        }
        var server = new RedisServer(settings);
        // Between finding a free port and taking it, another program may take it.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            server.Port = FreePort();
            if (await server.TryStartAsync()) return server;
        }
        throw new InvalidOperationException("redis-server did not start.");
    }

    /// <summary>Starts it again on the same port and files.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        if (!await TryStartAsync(settings)) throw new InvalidOperationException("redis-server did not start again.");
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Sends one command over a connection of its own and gives the answer's first line.</summary>
    public async Task<string> CommandAsync(params string[] words)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n" };
        using var reader = new StreamReader(stream);
        await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"*{words.Length}\r\n"));
        foreach (var word in words) await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n"));
        await writer.FlushAsync();
        return await reader.ReadLineAsync() ?? "";
    }

    /// <summary>Stops the process as SIGSTOP does, or lets it go on.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "redis-server")) || File.Exists(Path.Combine(folder, "redis-server.exe")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> TryStartAsync(params string[] settings)
    {
        _process = Process.Start(new ProcessStartInfo("redis-server",
        [
            "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder.Root, "--save", "", "--appendonly", "yes", "--appendfsync", "always",
            .. _settings, .. settings,
        ])
        {
            RedirectStandardOutput = true,
        })!;
        // Read to the end in the background, so that a full pipe never stops the server.
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal)) continue;
            _ = _process.StandardOutput.ReadToEndAsync();
            return true;
        }
        await _process.WaitForExitAsync();
        return false;
    }
}
