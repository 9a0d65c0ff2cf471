using Microsoft.Extensions.Options;
using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>Ticks: starts a refresh whenever feeds are due.</summary>
internal sealed partial class RefreshService(
    RefreshRunner runner, TimeProvider time, IOptions<RefreshOptions> options, ILogger<RefreshService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        using var timer = new PeriodicTimer(options.Value.Period, time);
        do
        {
            try
            {
                await runner.StartAsync(RefreshScope.Due, onlyIfDue: true, stoppingToken);
            }
            catch (StorageUnavailableException exception)
            {
                Log.StoreLost(logger, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Feeds were not refreshed, the store did not answer: {Reason}")]
        public static partial void StoreLost(ILogger logger, string reason);
    }
}
