using Wellread.Platform;
using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>Ticks: scores stored articles anew where the model or the rules have changed, and rests three times as long as it works.</summary>
internal sealed class RescoringService(Rescorer rescorer, TimeProvider time, ILogger<RescoringService> logger) : PeriodicService(Period, time, logger)
{
    private const int Rest = 3;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private readonly TimeProvider _time = time;
    private readonly Lock _stopping = new();
    private Task? _stopped;

    /// <summary>A host that is stopped from two sides asks twice at once; both wait for the one end.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_stopping) return _stopped ??= EndAsync(cancellationToken);
    }

    protected override async Task TickAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var started = _time.GetTimestamp();
            if (await rescorer.StepAsync(cancellationToken) != RescoringStep.Rescored) return;
            await Task.Delay(_time.GetElapsedTime(started) * Rest, _time, cancellationToken);
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await rescorer.EndAsync(cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // The lease runs out by itself.
        }
    }
}
