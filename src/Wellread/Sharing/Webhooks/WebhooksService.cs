using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>Ticks: notices events, and sends what is due.</summary>
internal sealed class WebhooksService(
    EventPump pump, DeliveryLanes lanes, SuggestionState suggestions, IOptions<WebhooksOptions> options, TimeProvider time, ILogger<WebhooksService> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), time, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lanes.StopAsync();
    }

    protected override async Task TickAsync(CancellationToken cancellationToken)
    {
        // While the store does not answer, whoever follows it says so.
        if (!options.Value.Enabled || suggestions.Current.Stale) return;
        await lanes.StartAsync(cancellationToken);
        if (await pump.RunAsync(cancellationToken) > 0) await lanes.StartAsync(cancellationToken);
    }
}
