using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>A webhook as stored, with how it is; the versions tell whether anyone wrote either since.</summary>
internal sealed record StoredWebhook(Webhook Webhook, long Version, WebhookHealth Health, long HealthVersion)
{
    /// <summary>Its document as it is, with what a newer version may have in it.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Whether events are sent to it.</summary>
    public bool IsOn => Webhook.Enabled && Health.StoppedAt is null;
}

/// <summary>
/// Keeps webhooks: documents <c>webhook/ID</c> and <c>health/ID</c> in the partition of webhooks, which come and go together. They are read when they are needed, so that
/// every instance heeds a change at once.
/// </summary>
internal sealed partial class WebhookStore(IStorage storage, ILogger<WebhookStore> logger)
{
    private const string Kind = "webhook";
    private const string HealthKind = "health";
    private const string ListKind = "webhooks";
    private const string ListId = "all";

    /// <summary>By when they were made.</summary>
    public async Task<IReadOnlyList<StoredWebhook>> LoadAsync(CancellationToken cancellationToken)
    {
        var documents = new List<StoredDocument>();
        await foreach (var document in storage.ListAsync(Partitions.Webhooks, Kind, cancellationToken)) documents.Add(document);
        if (documents.Count == 0) return [];
        var healths = (await storage.GetManyAsync(Partitions.Webhooks, HealthKind, [.. documents.Select(document => document.Id)], cancellationToken))
            .ToDictionary(health => health.Id, StringComparer.Ordinal);
        return
        [
            .. documents.Select(document => Read(document, healths.GetValueOrDefault(document.Id))).OfType<StoredWebhook>()
                .OrderBy(one => one.Webhook.CreatedAt).ThenBy(one => one.Webhook.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<StoredWebhook?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!WebhookId.IsWellFormed(id) || await storage.GetAsync(Partitions.Webhooks, Kind, id, cancellationToken) is not { } document) return null;
        return Read(document, await storage.GetAsync(Partitions.Webhooks, HealthKind, id, cancellationToken));
    }

    /// <summary>The document of a webhook that can't be read; null where there is none such.</summary>
    public async Task<StoredDocument?> FindUnreadableAsync(string id, CancellationToken cancellationToken) =>
        WebhookId.IsWellFormed(id) && await storage.GetAsync(Partitions.Webhooks, Kind, id, cancellationToken) is { } document
            && Read(document, WebhookJson.Default.Webhook) is not { IsWhole: true } ? document : null;

    /// <summary>Counts the webhooks that were ever added.</summary>
    public async Task<long> ListVersionAsync(CancellationToken cancellationToken) =>
        (await storage.GetAsync(Partitions.Webhooks, ListKind, ListId, cancellationToken))?.Version ?? 0;

    /// <summary>Adds it with its entry for the audit; false where another was added since the list had this version.</summary>
    public async Task<bool> AddAsync(Webhook webhook, SettingsChange change, long listVersion, CancellationToken cancellationToken)
    {
        var batch = Put(new StorageBatch(Partitions.Webhooks), webhook, expectedVersion: 0).Put(ListKind, ListId, "{}"u8.ToArray(), listVersion);
        SettingsLog.Add(batch, change, before: webhook.Practice);
        return await storage.CommitAsync(PutHealth(batch, webhook.Id, WebhookHealth.Fresh, expectedVersion: null), cancellationToken) is CommitResult.Committed;
    }

    /// <summary>Writes what was changed with its entry for the audit, where there is one; false where somebody was faster.</summary>
    public async Task<bool> ReplaceAsync(StoredWebhook read, Webhook webhook, WebhookHealth health, SettingsChange? change, CancellationToken cancellationToken)
    {
        var batch = Put(new StorageBatch(Partitions.Webhooks), webhook, read.Version);
        if (change is not null) SettingsLog.Add(batch, change, before: read.Webhook.Practice);
        if (health != read.Health) PutHealth(batch, read, health);
        return await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed;
    }

    /// <summary>Removes it with what the batch holds; false where it was changed or told of something meanwhile.</summary>
    public async Task<bool> RemoveAsync(StorageBatch batch, StoredWebhook read, SettingsChange change, CancellationToken cancellationToken)
    {
        SettingsLog.Add(batch, change, before: read.Webhook.Practice);
        // Written as they are first, which fails where they are no longer as they were read.
        var (id, health) = (read.Webhook.Id, read.Health);
        PutHealth(Put(batch, read.Webhook, read.Version), read, health).Delete(Kind, id).Delete(HealthKind, id);
        return await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed;
    }

    /// <summary>The same for one that can't be read, so nobody knows whose it was: its entry is in the audit of all practices.</summary>
    public async Task<bool> RemoveAsync(StorageBatch batch, StoredDocument unreadable, SettingsChange change, CancellationToken cancellationToken)
    {
        SettingsLog.Add(batch, change, before: null).Put(Kind, unreadable.Id, unreadable.Body, unreadable.Version).Delete(Kind, unreadable.Id).Delete(HealthKind, unreadable.Id);
        return await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed;
    }

    /// <summary>Adds the webhook as it is to a batch, which fails where it was changed or removed since. Lanes don't write it, so whoever adds events never meets one that is busy.</summary>
    public static StorageBatch PutAsItIs(StorageBatch batch, StoredWebhook read) => batch.Put(Kind, read.Webhook.Id, read.Document, read.Version);

    /// <summary>Adds its health to a batch, which fails where it was written or removed since.</summary>
    public static StorageBatch PutHealth(StorageBatch batch, StoredWebhook read, WebhookHealth health) => PutHealth(batch, read.Webhook.Id, health, read.HealthVersion);

    private StoredWebhook? Read(StoredDocument document, StoredDocument? health)
    {
        if (Read(document, WebhookJson.Default.Webhook) is not { IsWhole: true } webhook)
        {
            Log.WebhookUnreadable(logger, document.Id);
            return null;
        }

        var known = health is null ? null : Read(health, WebhookJson.Default.WebhookHealth);
        if (health is not null && known is null) Log.HealthUnreadable(logger, document.Id);
        return new StoredWebhook(webhook, document.Version, known ?? WebhookHealth.Fresh, health?.Version ?? 0) { Document = document.Body };
    }

    private static T? Read<T>(StoredDocument document, JsonTypeInfo<T> info) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(document.Body.Span, info);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StorageBatch Put(StorageBatch batch, Webhook webhook, long expectedVersion) =>
        batch.Put(Kind, webhook.Id, JsonSerializer.SerializeToUtf8Bytes(webhook, WebhookJson.Default.Webhook), expectedVersion);

    private static StorageBatch PutHealth(StorageBatch batch, string id, WebhookHealth health, long? expectedVersion) =>
        batch.Put(HealthKind, id, JsonSerializer.SerializeToUtf8Bytes(health, WebhookJson.Default.WebhookHealth), expectedVersion);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The document of webhook {WebhookId} could not be read and was left out")]
        public static partial void WebhookUnreadable(ILogger logger, string webhookId);

        [LoggerMessage(2, LogLevel.Warning, "How webhook {WebhookId} was could not be read, so it is taken for well")]
        public static partial void HealthUnreadable(ILogger logger, string webhookId);
    }
}
