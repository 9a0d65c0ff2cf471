using System.Globalization;
using System.Runtime;

/// <summary>
/// Loaded into a service that is measured (<c>DOTNET_STARTUP_HOOKS</c>, see refresh-500.py): keeps the file that <c>WELLREAD_RUNTIME_FIGURES</c> names up to date with
/// what the compiler and the collector have cost so far, as wall time. The runtime looks for this name, outside any namespace.
/// </summary>
internal static class StartupHook
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);
    private static Timer? _timer;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("WELLREAD_RUNTIME_FIGURES") is { } path) _timer = new Timer(_ => File.WriteAllText(path, Figures()), null, Period, Period);
    }

    private static string Figures() => string.Create(
        CultureInfo.InvariantCulture,
        $"{JitInfo.GetCompiledMethodCount()} methods compiled in {JitInfo.GetCompilationTime().TotalMilliseconds:F0} ms, {GC.CollectionCount(0)} collections paused for {GC.GetTotalPauseDuration().TotalMilliseconds:F0} ms, {GC.GetTotalAllocatedBytes() / 1_000_000} MB allocated, start included");
}
