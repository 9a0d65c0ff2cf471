using System.Security.Cryptography;
using Wellread.Platform;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>What became of the wish to send something.</summary>
internal abstract record TrialOutcome
{
    private TrialOutcome() { }

    internal sealed record Done(Delivery Delivery) : TrialOutcome;

    /// <summary>Nothing is sent. <paramref name="Message"/> is for an editor.</summary>
    internal sealed record Refused(ProblemType Type, string Message, string? Field) : TrialOutcome;
}

/// <summary>Sends what somebody asks for: a test at once, or an event once more.</summary>
internal sealed class WebhookTrials(WebhookStore webhooks, DeliveryStore deliveries, WebhookSending sending, IStorage storage, TimeProvider time)
{
    private const int MaxAttempts = 10;

    /// <summary>Longer than an attempt can take.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    /// <summary>The name of the lease under which a webhook is tested.</summary>
    public static string LeaseOf(string webhookId) => $"test:{webhookId}";

    private static TrialOutcome.Refused Unknown { get; } = new(WebhookEditing.Unknown.Type, WebhookEditing.Unknown.Message, WebhookEditing.Unknown.Field);

    /// <summary>Sends a test once, also to a webhook that is off, and waits for what becomes of it. One at a time for each webhook.</summary>
    public async Task<TrialOutcome> TestAsync(string id, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(id, cancellationToken) is not { } stored) return Unknown;
        var owner = RandomNumberGenerator.GetHexString(16);
        if (await storage.TryAcquireLeaseAsync(Partitions.Webhooks, LeaseOf(id), owner, LeaseTime, cancellationToken) is not { } lease)
            return new TrialOutcome.Refused(Problems.TooSoon, "A test is on its way to this webhook. Please wait until it has ended.", "id");
        try
        {
            var now = time.GetUtcNow();
            var test = new Delivery
            {
                Id = WebhookEvent.IdOf(EventTypes.Test, id, owner),
                WebhookId = id,
                Type = EventTypes.Test,
                CreatedAt = now,
                Body = EventBody.Of(EventTypes.Test, now, new TestEvent(id, "This is a test from Wellread. Nothing has happened."), EventJson.Default.TestEvent),
            };
            var outcome = await sending.SendAsync(stored.Webhook, test, cancellationToken);
            var after = test.After(outcome, now, time.GetUtcNow());
            // A test is not sent again by itself.
            var ended = after with { NextAttempt = null, Status = after.Status == DeliveryStatus.Delivered ? DeliveryStatus.Delivered : DeliveryStatus.Failed };
            return await KeepAsync(ended, outcome, cancellationToken) ? new TrialOutcome.Done(ended) : Unknown;
        }
        finally
        {
            await storage.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>Sends an event again, from the start of the schedule.</summary>
    public async Task<TrialOutcome> ResendAsync(string id, string deliveryId, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await webhooks.FindAsync(id, cancellationToken) is not { } stored) return Unknown;
            if (!stored.IsOn) return new TrialOutcome.Refused(Problems.WebhookOff, stored.Webhook.Enabled
                ? "Wellread stopped this webhook, as nothing got through. Save it again to switch it on, and then send this."
                : "Nothing is sent to this webhook. Save it with \"enabled\": true first.", "id");
            if (await deliveries.FindAsync(id, deliveryId, cancellationToken) is not { } read)
                return new TrialOutcome.Refused(Problems.UnknownDelivery, "Use the id of a delivery from GET /api/v1/webhooks/{id}/deliveries.", "deliveryId");
            var again = read.Delivery.SentAgain(time.GetUtcNow());
            if (await deliveries.SaveAsync(again, read.Version, cancellationToken)) return new TrialOutcome.Done(again);
        }

        throw new StorageUnavailableException($"A delivery met other writers {MaxAttempts} times in a row.");
    }

    /// <summary>False where the webhook was removed meanwhile.</summary>
    private async Task<bool> KeepAsync(Delivery delivery, AttemptOutcome outcome, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await webhooks.FindAsync(delivery.WebhookId, cancellationToken) is not { } stored) return false;
            // A test that got through says that the receiver is well; one that did not says nothing of the events.
            var health = outcome is AttemptOutcome.Taken ? stored.Health.After(outcome, time.GetUtcNow()) : stored.Health;
            var batch = WebhookStore.PutHealth(new StorageBatch(Partitions.Webhooks), stored, health);
            // No event that is on its way goes for a test: it is then not in the list.
            if (await deliveries.MakeRoomAsync(batch, delivery.WebhookId, 1, cancellationToken) > 0) return true;
            if (await storage.CommitAsync(DeliveryStore.Put(batch, delivery, expectedVersion: 0), cancellationToken) is CommitResult.Committed) return true;
        }

        throw new StorageUnavailableException($"A test met other writers {MaxAttempts} times in a row.");
    }
}
