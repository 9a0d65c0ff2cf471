using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wellread.Scoring;

/// <summary>Says which model scores. Formulas instead of a model are a lesser service, not a dead one.</summary>
internal sealed class ModelHealthCheck(CurrentModel model) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var problem = model.Problem;
        if (model.Model is not { } loaded) return HealthCheckResult.Degraded($"Scores come from reading formulas, not from the trained model. {problem}");
        return problem is null
            ? HealthCheckResult.Healthy($"The trained model {loaded.Version} scores.")
            : HealthCheckResult.Degraded($"The trained model {loaded.Version} still scores, but a newer file can't be used. {problem}");
    }
}
