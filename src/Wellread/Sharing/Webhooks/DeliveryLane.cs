using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Wellread.Feeds;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>
/// Sends what is due to one webhook, a few at a time, until nothing is. One instance does it, by a lease; where that instance dies, another sends the same again once the
/// lease has run out. So a receiver gets each event at least once, always under the same id.
/// </summary>
internal sealed partial class DeliveryLane(
    WebhookStore webhooks,
    DeliveryStore deliveries,
    ApprovalCheck approvals,
    WebhookSending sending,
    IStorage storage,
    IOptions<WebhooksOptions> options,
    TimeProvider time,
    ILogger<DeliveryLane> logger) : IDisposable
{
    private const int AtOnce = 4;
    private const int MaxCommits = 10;

    /// <summary>How long others wait for an instance that died. It is renewed while attempts are made.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    /// <summary>One place for each message that is on its way, of all lanes together.</summary>
    private readonly SemaphoreSlim _places = new(options.Value.Concurrency);

    private readonly string _owner = RandomNumberGenerator.GetHexString(16);

    /// <summary>The name of the lease under which a webhook is sent to.</summary>
    public static string LeaseOf(string webhookId) => $"send:{webhookId}";

    /// <summary>How many attempts were made. Never called twice at once for one webhook by one instance.</summary>
    public async Task<int> RunAsync(string webhookId, CancellationToken cancellationToken)
    {
        if (await storage.TryAcquireLeaseAsync(Partitions.Webhooks, LeaseOf(webhookId), _owner, LeaseTime, cancellationToken) is not { } lease) return 0;
        await using var renewal = time.CreateTimer(_ => _ = RenewAsync(lease), null, LeaseTime / 3, LeaseTime / 3);
        try
        {
            var attempts = 0;
            while (await storage.RenewLeaseAsync(lease, LeaseTime, cancellationToken) && await RoundAsync(webhookId, lease, cancellationToken) is > 0 and var made) attempts += made;
            return attempts;
        }
        finally
        {
            await storage.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task RenewAsync(Lease lease)
    {
        try
        {
            await storage.RenewLeaseAsync(lease, LeaseTime, CancellationToken.None);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or ObjectDisposedException)
        {
            // The lease runs out by itself, and the fence refuses what would be written after that.
        }
    }

    /// <summary>Sends some of what is due at once, and writes what became of it in one batch.</summary>
    private async Task<int> RoundAsync(string webhookId, Lease lease, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await webhooks.FindAsync(webhookId, cancellationToken) is not { IsOn: true } stored || stored.Health.RestsAt(now)) return 0;
        // One that fails may keep its places for long.
        var due = await deliveries.DueAsync(webhookId, stored.Health.FailingSince is null ? AtOnce : 1, now, cancellationToken);
        if (due.Count == 0 || (due.Any(one => one.Delivery.About is not null) && !await approvals.CatchUpAsync(cancellationToken))) return 0;
        var results = await Task.WhenAll(due.Select(one => AttemptAsync(stored.Webhook, one, cancellationToken)));
        return await KeepAsync(stored.Webhook, results, lease, cancellationToken) ? results.Length : 0;
    }

    /// <summary>Writes what became of the attempts; false where the webhook is gone or another instance sends to it.</summary>
    private async Task<bool> KeepAsync(Webhook webhook, Result[] results, Lease lease, CancellationToken cancellationToken)
    {
        var left = results.ToList();
        for (var commit = 0; commit < MaxCommits; commit++)
        {
            // Read again, as the webhook may have been changed meanwhile, or removed.
            if (await webhooks.FindAsync(webhook.Id, cancellationToken) is not { } stored) return false;
            var batch = new StorageBatch(Partitions.Webhooks).FenceBy(lease);
            // What the old address answered says nothing of the new one.
            var health = stored.Webhook.Url == webhook.Url ? await HealthAsync(stored.Health, results, left, webhook.Id, cancellationToken) : stored.Health;
            WebhookStore.PutHealth(batch, stored, health);
            foreach (var result in left) DeliveryStore.Put(batch, result.After, result.Read.Version);
            switch (await storage.CommitAsync(batch, cancellationToken))
            {
                case CommitResult.Committed:
                    if (health.StoppedAt is not null) Log.WebhookStopped(logger, webhook.Id, webhook.Host);
                    return true;
                case CommitResult.Fenced:
                    return false;
                case CommitResult.Conflict { Kind: DeliveryStore.Kind, Id: var id }:
                    // Somebody had it sent again meanwhile, or it had to make room: that counts, and the others' results stay.
                    left.RemoveAll(result => DeliveryStore.IdOf(webhook.Id, result.Read.Delivery.Id) == id);
                    break;
            }
        }

        return false;
    }

    /// <summary>How the webhook is after these attempts. What got through comes first, so that a break that a receiver asked for stays.</summary>
    private async Task<WebhookHealth> HealthAsync(WebhookHealth before, Result[] results, List<Result> left, string webhookId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var health = results.Select(result => result.Outcome).OfType<AttemptOutcome>().OrderBy(outcome => outcome is not AttemptOutcome.Taken)
            .Aggregate(before, (known, outcome) => known.After(outcome, now));
        if (health.FailingSince is null || left.Exists(result => result.After.NextAttempt is not null)) return health;
        return await deliveries.IsTryingAsync(webhookId, [.. left.Select(result => result.After.Id)], now, cancellationToken) ? health : health.GivenUp();
    }

    private async Task<Result> AttemptAsync(Webhook webhook, StoredDelivery read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await AttemptNowAsync(webhook, read, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<Result> AttemptNowAsync(Webhook webhook, StoredDelivery read, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var (outcome, later) = await GuardAsync(webhook, read.Delivery, startedAt, cancellationToken);
        if (outcome is null) return new Result(read, null, later is null ? read.Delivery.Dropped(startedAt) : read.Delivery with { NextAttempt = later });
        var after = read.Delivery.After(outcome, startedAt, time.GetUtcNow());
        if (outcome is not AttemptOutcome.Taken) Log.AttemptFailed(logger, read.Delivery.Type, read.Delivery.Id, webhook.Id, webhook.Host, after.Tries, outcome.Code, outcome.Status);
        return new Result(read, outcome, after);
    }

    /// <summary>
    /// No outcome where nothing is to be posted any more, or only later. A bug that one message brings to light becomes that message's failure, so that it waits like any other and is not sent every
    /// second.
    /// </summary>
    private async Task<(AttemptOutcome? Outcome, DateTimeOffset? Later)> GuardAsync(Webhook webhook, Delivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            if (approvals.Renew(webhook, delivery) is not { } renewed) return (null, null);
            return renewed.NextAttempt > now ? (null, renewed.NextAttempt) : (await sending.SendAsync(webhook, renewed, cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.AttemptBroke(logger, exception, delivery.Id, webhook.Id);
            return (AttemptOutcome.Blocked(FeedFaults.Unexpected.Code, "Something went wrong on our side while this was sent. The log says more."), null);
        }
    }

    private sealed record Result(StoredDelivery Read, AttemptOutcome? Outcome, Delivery After);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Delivery of {Type} {DeliveryId} to webhook {WebhookId} at {Host} failed, attempt {Attempt}: {Code} {Status}")]
        public static partial void AttemptFailed(ILogger logger, string type, string deliveryId, string webhookId, string host, int attempt, string code, int? status);

        [LoggerMessage(3, LogLevel.Error, "Delivery {DeliveryId} to webhook {WebhookId} could not be sent")]
        public static partial void AttemptBroke(ILogger logger, Exception exception, string deliveryId, string webhookId);

        [LoggerMessage(2, LogLevel.Warning, "Webhook {WebhookId} at {Host} was switched off, as its receiver is gone or nothing got through for days")]
        public static partial void WebhookStopped(ILogger logger, string webhookId, string host);
    }
}
