using Wellread.Platform;

namespace Wellread.Suggestions;

/// <summary>Ticks for <see cref="StoreFollower"/>: what another instance wrote is suggested within half a second.</summary>
internal sealed class StoreFollowerService(StoreFollower follower, LibraryLoader loader, TimeProvider time, ILogger<StoreFollowerService> logger)
    : PeriodicService(TimeSpan.FromMilliseconds(500), time, logger)
{
    /// <summary>Long enough for a first part from a store that is well; a start that waits longer would look like none.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(1);

    protected override bool TicksAtStart => true;

    /// <summary>Reading begins before the service answers, so that hardly any visitor finds an empty desk; but no health check waits for it.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(loader.First, Task.Delay(HeadStart, cancellationToken));
    }

    protected override Task TickAsync(CancellationToken cancellationToken) => follower.CatchUpAsync(cancellationToken);
}
