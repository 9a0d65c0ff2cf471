using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wellread.Storage;

namespace Wellread.Feeds;

/// <summary>Says how many feeds can be read. Where none can, the fault is most likely on our side: no internet, or a wall that lets nothing out.</summary>
internal sealed class FeedsHealthCheck(CurrentCatalog catalog, FeedStore store, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var enabled = catalog.Current.Sources.Where(source => source.IsRead(time.GetUtcNow())).ToArray();
        if (enabled.Length == 0) return HealthCheckResult.Degraded("No feed is switched on, so no new articles will come.");
        try
        {
            var states = await store.LoadAsync(cancellationToken);
            var visited = enabled.Select(source => states.GetValueOrDefault(source.Id)).Where(state => state?.LastVisit is not null).ToArray();
            var failing = visited.Count(state => state!.ConsecutiveFailures > 0);
            if (visited.Length == 0) return HealthCheckResult.Healthy($"{enabled.Length} feeds are switched on; none has been visited yet.");
            return failing == visited.Length
                ? HealthCheckResult.Degraded($"None of the {visited.Length} feeds visited could be read. Can this machine reach the internet?")
                : HealthCheckResult.Healthy($"{visited.Length - failing} of the {enabled.Length} feeds that are switched on can be read, {failing} can't.");
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Degraded($"{enabled.Length} feeds are switched on; how they are can't be told while the store is away.");
        }
    }
}
