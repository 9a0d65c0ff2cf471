using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Refresh.PageChecks;

/// <summary>Ticks: looks at the pages that are due.</summary>
internal sealed class PageChecksService(
    PageChecker checker, TimeProvider time, IOptions<PageChecksOptions> options, IOptions<RefreshOptions> refresh, ILogger<PageChecksService> logger)
    : PeriodicService(options.Value.Period, time, logger)
{
    protected override Task TickAsync(CancellationToken cancellationToken) =>
        options.Value.Enabled ?? refresh.Value.Enabled ? checker.RunAsync(cancellationToken) : Task.CompletedTask;
}
