using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Refresh;

/// <summary>Ticks: starts a refresh whenever feeds are due.</summary>
internal sealed class RefreshService(RefreshRunner runner, TimeProvider time, IOptions<RefreshOptions> options, ILogger<RefreshService> logger)
    : PeriodicService(options.Value.Period, time, logger)
{
    protected override bool TicksAtStart => true;

    protected override Task TickAsync(CancellationToken cancellationToken) =>
        options.Value.Enabled ? runner.StartAsync(RefreshScope.Due, onlyIfDue: true, cancellationToken) : Task.CompletedTask;
}
