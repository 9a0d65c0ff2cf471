using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wellread.Suggestions;

/// <summary>How many articles there are to suggest from. Unhealthy only while there is nothing yet, because nothing could be answered.</summary>
internal sealed class SuggestionsHealthCheck(SuggestionState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var snapshot = state.Current;
        var count = string.Create(CultureInfo.InvariantCulture, $"{snapshot.Live.Count:N0}");
        return Task.FromResult(snapshot switch
        {
            { Loading: false } => HealthCheckResult.Healthy($"{count} articles are in memory."),
            { Live.Count: 0 } => HealthCheckResult.Unhealthy("The stored articles have not been read yet."),
            _ => HealthCheckResult.Degraded($"The stored articles are being read. {count} are in, and suggestions come from those."),
        });
    }
}
