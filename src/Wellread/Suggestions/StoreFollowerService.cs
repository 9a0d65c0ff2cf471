using Wellread.Platform;

namespace Wellread.Suggestions;

/// <summary>Ticks for <see cref="StoreFollower"/>: what another instance wrote is suggested within half a second.</summary>
internal sealed class StoreFollowerService(StoreFollower follower, TimeProvider time, ILogger<StoreFollowerService> logger)
    : PeriodicService(TimeSpan.FromMilliseconds(500), time, logger)
{
    /// <summary>The first reading is done before the service answers, so that no early visitor finds an empty desk.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await follower.CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task TickAsync(CancellationToken cancellationToken) => follower.CatchUpAsync(cancellationToken);
}
