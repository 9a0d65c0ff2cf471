using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wellread.Scoring;

/// <summary>Says whether the trained model is in use, or formulas stand in.</summary>
internal sealed class ModelHealthCheck(FriendlinessModels models) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var result = (models.Current, models.Fault) switch
        {
            ({ } model, null) => HealthCheckResult.Healthy($"Model {model.Version} is in use."),
            ({ } model, { } fault) => HealthCheckResult.Degraded($"Model {model.Version} is still in use, but its file is not well: {fault}"),
            (null, var fault) => HealthCheckResult.Degraded($"Articles are scored by reading formulas only: {fault}"),
        };
        return Task.FromResult(result);
    }
}
