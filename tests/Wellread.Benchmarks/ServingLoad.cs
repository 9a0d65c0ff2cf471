using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wellread.Benchmarks;

/// <summary>The two kinds of load: as much as the server takes (wrk, closed loop), and a fixed rate whatever it takes (open loop).</summary>
internal static class ServingLoad
{
    private const int Connections = 64;

    /// <summary>Each request is for the next practice; with <c>anew</c> its address was never asked for before.</summary>
    private const string Script = """
        local practices, anew, n = %PRACTICES%, %ANEW%, %START%
        local requests = {}
        init = function(args)
          for i = 0, practices - 1 do requests[i] = wrk.format("GET", "/api/v1/suggestions?limit=5&practice=p" .. i) end
        end
        request = function()
          n = n + 1
          if anew then return wrk.format("GET", "/api/v1/suggestions?limit=5&practice=p" .. (n * 7919 % practices) .. "&n=" .. n) end
          return requests[n * 7919 % practices]
        end
        """;

    private static int _started;

    /// <summary>Requests a second.</summary>
    public static async Task<double> ClosedAsync(int port, int practices, TimeSpan span, bool anew, string folder)
    {
        var script = Path.Combine(folder, "load.lua");
        await File.WriteAllTextAsync(script, Script
            .Replace("%PRACTICES%", practices.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("%ANEW%", anew ? "true" : "false", StringComparison.Ordinal)
            .Replace("%START%", (++_started * 10_000_000L).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{Connections}", $"-d{span.TotalSeconds:F0}s", "-s", script, $"http://127.0.0.1:{port}" }) start.ArgumentList.Add(argument);
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var lines = output.Split('\n');
        if (lines.FirstOrDefault(line => line.Contains("Non-2xx", StringComparison.Ordinal)) is { } wrong) throw new InvalidOperationException(wrong);
        return double.Parse(lines.First(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal)).Split(':')[1].Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Milliseconds from when each request was due to its last byte, sorted. A request that had to wait for the one before it has waited all the same, so
    /// that a pause is seen by every request that fell into it (no coordinated omission: Tene 2013). The timer's grain of a millisecond is in it.
    /// </summary>
    public static async Task<double[]> OpenAsync(int port, int practices, double rate, TimeSpan span)
    {
        const int connections = 2 * Connections;
        var start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 5);
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(() => PaceAsync(port, practices, connection, connections, rate, start, span))));
        var all = times.SelectMany(some => some).ToArray();
        Array.Sort(all);
        return all;
    }

    private static async Task<List<double>> PaceAsync(int port, int practices, int connection, int connections, double rate, long start, TimeSpan span)
    {
        var times = new List<double>();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[64 * 1024];
        var count = (int)(rate * span.TotalSeconds / connections);
        for (var i = 0; i < count; i++)
        {
            var number = ((long)i * connections) + connection;
            var due = start + (long)(number / rate * Stopwatch.Frequency);
            while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait) await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds - 1))));
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /api/v1/suggestions?limit=5&practice=p{number * 7919 % practices} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
            await ReceiveAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
        }

        return times;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        var have = 0;
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (got == 0) throw new IOException("The server closed the connection.");
            have += got;
            var end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (end < 0) continue;
            var length = ContentLength(buffer.AsSpan(0, end));
            while (have < end + 4 + length) have += await socket.ReceiveAsync(buffer.AsMemory(have));
            return;
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0 || !head.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(head));
        return System.Buffers.Text.Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : throw new InvalidOperationException("No length.");
    }
}
