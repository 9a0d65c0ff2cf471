using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Refresh.PageChecks;

/// <summary>Ticks: looks at the pages that are due, and soon after articles have come in.</summary>
internal sealed class PageChecksService(
    PageChecker checker, NewArticles bell, TimeProvider time, IOptions<PageChecksOptions> options, IOptions<RefreshOptions> refresh, ILogger<PageChecksService> logger)
    : PeriodicService(options.Value.Period, time, logger)
{
    /// <summary>What comes in within this time is looked at together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time;

    private bool IsOn => options.Value.Enabled ?? refresh.Value.Enabled;

    protected override Task TickAsync(CancellationToken cancellationToken) => IsOn ? checker.RunAsync(cancellationToken) : Task.CompletedTask;

    protected override Task? CallAsync(CancellationToken cancellationToken) => IsOn ? HearAsync(cancellationToken) : null;

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        await bell.HearAsync(cancellationToken);
        await Task.Delay(Gathering, _time, cancellationToken);
    }
}
