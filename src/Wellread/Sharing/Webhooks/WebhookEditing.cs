using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>What became of the wish to make or change a webhook.</summary>
internal abstract record WebhookChange
{
    private WebhookChange() { }

    internal sealed record Saved(StoredWebhook Webhook) : WebhookChange;

    /// <summary>What was asked for can't be. <paramref name="Message"/> is for an editor.</summary>
    internal sealed record Refused(ProblemType Type, string Message, string? Field) : WebhookChange;
}

/// <summary>Makes webhooks, changes them and takes them away.</summary>
internal sealed partial class WebhookEditing(
    WebhookStore webhooks,
    DeliveryStore deliveries,
    WebhookAddresses addresses,
    OutboundHttp outbound,
    CurrentPractices practices,
    IStorage storage,
    TimeProvider time,
    ILogger<WebhookEditing> logger)
{
    /// <summary>Far more than one service tells; it bounds what is kept and what is sent side by side.</summary>
    public const int MaxWebhooks = 100;

    private const int MaxAttempts = 20;

    public static WebhookChange.Refused Unknown { get; } = new(Problems.UnknownWebhook, "Use the id of a webhook from GET /api/v1/webhooks.", "id");

    private static WebhookChange.Refused Stale { get; } = new(Problems.StaleETag, "Get the webhook again, look at what changed, and send your change with the new ETag.", null);

    /// <param name="request">What is asked for.</param>
    /// <param name="service">This service's own address, as it was called.</param>
    /// <param name="caller">Who asks, for the audit.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WebhookChange> AddAsync(WebhookRequest request, string service, Caller caller, CancellationToken cancellationToken)
    {
        if (await WhatIsWrongAsync(request, before: null, cancellationToken) is { } wrong) return wrong;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            // Read before the webhooks, so that of two that are made at once neither goes uncounted.
            var listVersion = await webhooks.ListVersionAsync(cancellationToken);
            if ((await webhooks.LoadAsync(cancellationToken)).Count >= MaxWebhooks)
                return new WebhookChange.Refused(Problems.TooManyWebhooks, $"There are {MaxWebhooks} webhooks. Take away one that you no longer need.", null);
            var webhook = await NewAsync(request, service, cancellationToken);
            if (!await webhooks.AddAsync(webhook, Noted(SettingsAction.WebhookAdded, webhook, caller), listVersion, cancellationToken)) continue;
            Log.Added(logger, webhook.Id, webhook.Host);
            return new WebhookChange.Saved((await webhooks.FindAsync(webhook.Id, cancellationToken))!);
        }

        throw new StorageUnavailableException($"A new webhook met other writers {MaxAttempts} times in a row.");
    }

    private async Task<Webhook> NewAsync(WebhookRequest request, string service, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return With(request, new Webhook
        {
            Id = WebhookId.Make(),
            Url = request.Url,
            Events = [],
            Service = service,
            CreatedAt = now,
            Since = await LogNews.EndAsync(storage, cancellationToken),
            Secrets = [SigningSecret.Make(now)],
        });
    }

    /// <summary>Puts settings in the place of those that there are, while <paramref name="allows"/> says yes to them. What switched itself off is on again.</summary>
    public Task<WebhookChange> ReplaceAsync(
        string id, WebhookRequest request, string service, Func<Webhook, bool> allows, Caller caller, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            caller,
            async read => !allows(read.Webhook) ? Stale : await WhatIsWrongAsync(request, read.Webhook, cancellationToken),
            webhook => With(request, webhook with { Service = service }),
            health => health.Restarted(),
            cancellationToken);

    /// <summary>Gives it a new secret; the one before goes on signing for a day.</summary>
    public Task<WebhookChange> RotateAsync(string id, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(
            id,
            caller,
            read => Task.FromResult(read.Webhook.SecretsAt(now).Count() < Webhook.MaxSecrets
                ? null
                : new WebhookChange.Refused(Problems.TooSoon, "The secret was changed several times within a day, and all of them still hold. Please wait until tomorrow.", "id")),
            webhook => webhook.WithNewSecret(now),
            health => health,
            cancellationToken);
    }

    /// <summary>Takes it away with all that was on its way to it; null where that is done.</summary>
    public async Task<WebhookChange.Refused?> RemoveAsync(string id, Func<Webhook, bool> allows, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var read = await webhooks.FindAsync(id, cancellationToken);
            var unread = read is null ? await webhooks.FindUnreadableAsync(id, cancellationToken) : null;
            if (read is null && unread is null) return Unknown;
            if (read is not null && !allows(read.Webhook)) return Stale;
            var batch = new StorageBatch(Partitions.Webhooks);
            await deliveries.RemoveAllAsync(batch, id, cancellationToken);
            var isGone = read is not null
                ? await webhooks.RemoveAsync(batch, read, Noted(SettingsAction.WebhookRemoved, read.Webhook, caller), cancellationToken)
                : await webhooks.RemoveAsync(batch, unread!, SettingsChange.Of(SettingsAction.WebhookRemoved, null, caller, time.GetUtcNow()) with { WebhookId = id }, cancellationToken);
            if (!isGone) continue;
            foreach (var lease in new[] { DeliveryLane.LeaseOf(id), WebhookTrials.LeaseOf(id) }) await storage.ForgetLeaseAsync(Partitions.Webhooks, lease, cancellationToken);
            Log.Removed(logger, id, read?.Webhook.Host);
            return null;
        }

        throw new StorageUnavailableException($"A webhook's removal met other writers {MaxAttempts} times in a row.");
    }

    private async Task<WebhookChange> ChangeAsync(
        string id,
        Caller caller,
        Func<StoredWebhook, Task<WebhookChange.Refused?>> refuses,
        Func<Webhook, Webhook> change,
        Func<WebhookHealth, WebhookHealth> heal,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await webhooks.FindAsync(id, cancellationToken) is not { } read) return Unknown;
            if (await refuses(read) is { } refused) return refused;
            var (changed, health) = (change(read.Webhook), heal(read.Health));
            var noted = Noted(read, changed, health, caller);
            if (!await webhooks.ReplaceAsync(read, changed, health, noted, cancellationToken)) continue;
            if (noted is not null) Log.Changed(logger, id, changed.Host, noted.Action, string.Join(", ", noted.Changed));
            return await webhooks.FindAsync(id, cancellationToken) is { } saved ? new WebhookChange.Saved(saved) : Unknown;
        }

        throw new StorageUnavailableException($"A webhook's change met other writers {MaxAttempts} times in a row.");
    }

    /// <summary>The entry for the audit; null where all is as it was.</summary>
    private SettingsChange? Noted(StoredWebhook read, Webhook changed, WebhookHealth health, Caller caller)
    {
        if (changed.Secrets[0] != read.Webhook.Secrets[0]) return Noted(SettingsAction.WebhookSecretRenewed, changed, caller);
        var differences = changed.DifferencesTo(read.Webhook).ToList();
        // Saved again, it goes on where Wellread had stopped.
        if (health.StoppedAt != read.Health.StoppedAt) differences.Add("state");
        return differences.Count == 0 ? null : Noted(SettingsAction.WebhookChanged, changed, caller) with { Changed = differences };
    }

    private SettingsChange Noted(SettingsAction action, Webhook webhook, Caller caller) =>
        SettingsChange.Of(action, webhook.Practice, caller, time.GetUtcNow()) with { WebhookId = webhook.Id, Host = webhook.Host };

    private static Webhook With(WebhookRequest request, Webhook webhook) => webhook with
    {
        Url = request.Url.Trim(),
        Name = FeedText.Clean(request.Name),
        Events = [.. (request.Events ?? EventTypes.All).Distinct(StringComparer.Ordinal)],
        Practice = string.IsNullOrEmpty(request.Practice) ? null : request.Practice,
        Enabled = request.Enabled ?? true,
    };

    private async Task<WebhookChange.Refused?> WhatIsWrongAsync(WebhookRequest request, Webhook? before, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.Practice) && practices.Find(request.Practice) is null)
            return new WebhookChange.Refused(Problems.UnknownPractice, "Use the id of a practice from GET /api/v1/practices, or leave it out for all practices.", "practice");
        var url = request.Url.Trim();
        if (url == before?.Url) return null;
        if (url.Contains('#', StringComparison.Ordinal)) return new WebhookChange.Refused(Problems.Validation, "Leave out what stands behind the #: it never reaches the receiver.", "url");
        switch (addresses.Judge(url))
        {
            case AddressVerdict.Refused refused:
                return new WebhookChange.Refused(Problems.BlockedAddress, refused.Reason, "url");
            case AddressVerdict.Allowed target when await outbound.CheckAsync(target, cancellationToken) is { } fault:
                return new WebhookChange.Refused(fault.Code == FeedFaults.BlockedName.Code ? Problems.BlockedAddress : Problems.SourceUnreachable, fault.Message, "url");
            default:
                return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Webhook {WebhookId} to {Host} was set up")]
        public static partial void Added(ILogger logger, string webhookId, string host);

        [LoggerMessage(2, LogLevel.Information, "Webhook {WebhookId} to {Host} was changed, {Action}: {Changed}")]
        public static partial void Changed(ILogger logger, string webhookId, string host, SettingsAction action, string changed);

        [LoggerMessage(3, LogLevel.Information, "Webhook {WebhookId} to {Host} was removed")]
        public static partial void Removed(ILogger logger, string webhookId, string? host);
    }
}
