using System.Diagnostics;
using System.Globalization;

namespace Wellread.Benchmarks;

/// <summary>As much load as a server takes: wrk, which asks again on each of its connections as soon as it is answered (a closed loop).</summary>
internal static class ServingLoad
{
    private const int Connections = 64;

    /// <summary>
    /// Each request is for the next practice; with <c>anew</c> its address was never asked for before: names are known in any case, so their letters count in binary, and
    /// come round after 2 to the 27th.
    /// </summary>
    private const string Script = """
        local practices, anew, n = %PRACTICES%, %ANEW%, %START%
        local requests, limit, practice, figures, channel = {}, {}, {}, {}, {}
        local function spell(ways, word)
          for way = 0, 2 ^ #word - 1 do
            local letters = {}
            for at = 1, #word do
              local letter = word:sub(at, at)
              letters[at] = math.floor(way / 2 ^ (at - 1)) % 2 == 1 and letter:upper() or letter
            end
            ways[way] = table.concat(letters)
          end
        end
        init = function(args)
          for i = 0, practices - 1 do requests[i] = wrk.format("GET", "/api/v1/suggestions?limit=5&practice=p" .. i) end
          spell(limit, "limit") spell(practice, "practice") spell(figures, "figures") spell(channel, "channel")
        end
        request = function()
          n = n + 1
          if anew then
            local rest = math.floor(n / 32)
            local way = figures[math.floor(rest / 256) % 128] .. "=false&" .. channel[math.floor(rest / 32768) % 128] .. "="
            return wrk.format("GET", "/api/v1/suggestions?" .. limit[n % 32] .. "=5&" .. practice[rest % 256] .. "=p" .. (n * 7919 % practices) .. "&" .. way)
          end
          return requests[n * 7919 % practices]
        end
        """;

    private static int _started;

    /// <summary>Requests a second.</summary>
    public static async Task<double> RunAsync(int port, int practices, TimeSpan span, bool anew, string folder)
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
}
