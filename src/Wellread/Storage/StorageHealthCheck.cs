using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wellread.Storage;

/// <summary>The store in words. Never unhealthy: while the store is away, reads go on from memory.</summary>
internal sealed class StorageHealthCheck(IStorage storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await storage.CheckAsync(cancellationToken);
        if (!status.Available) return HealthCheckResult.Degraded($"{status.Detail} Nothing can be saved until it is back.");
        return status.Durable ? HealthCheckResult.Healthy(status.Detail) : HealthCheckResult.Degraded(status.Detail);
    }
}
