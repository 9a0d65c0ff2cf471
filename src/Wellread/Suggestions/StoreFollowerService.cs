namespace Wellread.Suggestions;

/// <summary>Ticks for <see cref="StoreFollower"/>: what another instance wrote is suggested within half a second.</summary>
internal sealed class StoreFollowerService(StoreFollower follower, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>The first reading is done before the service answers, so that no early visitor finds an empty desk.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await follower.CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await follower.CatchUpAsync(stoppingToken);
    }
}
