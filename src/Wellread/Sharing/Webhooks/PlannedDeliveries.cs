namespace Wellread.Sharing.Webhooks;

/// <summary>
/// Moves deliveries that wait for their turn to where it is by now: what is decided or set can bring it forward. That it went back is seen when it is sent as well.
/// </summary>
internal sealed class PlannedDeliveries(DeliveryStore deliveries, ApprovalCheck approvals, EventGuard guard)
{
    /// <param name="known">The webhooks.</param>
    /// <param name="practices">Whose decisions or settings are new; null for all.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task MoveAsync(IReadOnlyList<StoredWebhook> known, IReadOnlySet<string>? practices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var webhook in known.Where(one => one.IsOn).Select(one => one.Webhook))
        {
            foreach (var (delivery, version) in await deliveries.WaitingAsync(webhook.Id, cancellationToken))
            {
                if (delivery is not { About.Practice: var practice, Tries: 0 } || !delivery.IsPlanned(now) || practices?.Contains(practice) is false) continue;
                if (guard.Try(delivery.Id, () => approvals.Renew(webhook, delivery)) is not { } renewed) continue;
                var next = renewed.NextAttempt > now ? renewed.NextAttempt.Value : now;
                // Whoever was faster has sent it, or it was moved already.
                if (next != delivery.NextAttempt) await deliveries.SaveAsync(delivery with { NextAttempt = next }, version, cancellationToken);
            }
        }
    }
}
