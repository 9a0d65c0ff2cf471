namespace Wellread.Platform;

/// <summary>Ticks. What a tick throws is logged and the next tick comes: one bad minute must not end a service that an operator forgot about.</summary>
internal abstract partial class PeriodicService(TimeSpan period, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>True to tick once at the start, before the first period is over.</summary>
    protected virtual bool TicksAtStart => false;

    protected abstract Task TickAsync(CancellationToken cancellationToken);

    /// <summary>Ends when it should tick before its time; null where nothing ever asks for that.</summary>
    protected virtual Task? CallAsync(CancellationToken cancellationToken) => null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            if (TicksAtStart) await TryTickAsync(stoppingToken);
            var (tick, call) = (timer.WaitForNextTickAsync(stoppingToken).AsTask(), CallAsync(stoppingToken));
            while (true)
            {
                var first = call is null ? tick : await Task.WhenAny(tick, call);
                await first;
                await TryTickAsync(stoppingToken);
                if (first == tick) tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
                else call = CallAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host reports a cancelled service as a failed one where its own start failed.
        }
    }

    private async Task TryTickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TickAsync(stoppingToken);
        }
        catch (DependencyUnavailableException exception)
        {
            Log.DependencyLost(logger, exception.Message);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.TickFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Nothing was done this time: {Reason}")]
        public static partial void DependencyLost(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "Something went wrong this time; the next try follows")]
        public static partial void TickFailed(ILogger logger, Exception exception);
    }
}
