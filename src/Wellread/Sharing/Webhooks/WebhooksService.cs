using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Sharing.Webhooks;

/// <summary>Ticks: notices events, and sends what is due.</summary>
internal sealed class WebhooksService(EventPump pump, DeliveryLanes lanes, IOptions<WebhooksOptions> options, TimeProvider time, ILogger<WebhooksService> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), time, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lanes.StopAsync();
    }

    protected override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return;
        // What waits is sent even where nothing new can be noticed, as while articles are being read.
        await lanes.StartAsync(cancellationToken);
        if (await pump.RunAsync(cancellationToken) > 0) await lanes.StartAsync(cancellationToken);
    }
}
