using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wellread.Scoring;

/// <summary>Says which model scores, and how far stored articles are brought to it. Formulas instead of a model are a lesser service, not a dead one.</summary>
internal sealed class ModelHealthCheck(CurrentModel model, CurrentRescoring rescoring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var words = ModelWords.Of(model);
        var progress = rescoring.Progress is { } known ? $" {known.InWords()}" : "";
        return Task.FromResult(model.Problem is null ? HealthCheckResult.Healthy(words + progress) : HealthCheckResult.Degraded(words + progress));
    }
}
