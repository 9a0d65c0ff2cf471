using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>A delivery and the version of its document.</summary>
internal sealed record StoredDelivery(Delivery Delivery, long Version);

/// <summary>
/// Keeps deliveries: documents <c>delivery/WEBHOOK:EVENT</c>, and for each webhook two ranked sets of its events' ids: <c>recent</c>, the newest first, and <c>waiting</c>,
/// what is due first first. At most <see cref="MaxKept"/> for each webhook.
/// </summary>
internal sealed partial class DeliveryStore(IStorage storage, ILogger<DeliveryStore> logger)
{
    public const int MaxKept = 500;
    public const string Kind = "delivery";

    /// <summary>For how long one is put off that can't be read: a newer version may have written it, and sends it as soon as it has its turn.</summary>
    private static readonly TimeSpan PutOff = TimeSpan.FromHours(1);

    /// <summary>What is due by now, the first due first. What can't be read is out of the way of what comes behind it.</summary>
    public async Task<IReadOnlyList<StoredDelivery>> DueAsync(string webhookId, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var waiting = await storage.ReadRankedAsync(Partitions.Webhooks, Waiting(webhookId), limit, after: null, cancellationToken);
            var due = waiting.Where(member => -member.Rank <= now.ToUnixTimeMilliseconds()).Select(member => member.Member).ToList();
            var documents = await DocumentsAsync(webhookId, due, cancellationToken);
            var read = documents.Select(Read).OfType<StoredDelivery>().ToList();
            if (read.Count == documents.Count) return read;
            var batch = new StorageBatch(Partitions.Webhooks);
            foreach (var document in documents.ExceptBy(read.Select(one => IdOf(webhookId, one.Delivery.Id)), document => document.Id))
            {
                // Written as it is, so that nothing is left behind where it was removed meanwhile.
                batch.Put(Kind, document.Id, document.Body, document.Version);
                batch.Rank(Waiting(webhookId), document.Id[(webhookId.Length + 1)..], -(now + PutOff).ToUnixTimeMilliseconds());
            }

            if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed) return read;
        }
    }

    /// <summary>Whether anything is due by now.</summary>
    public async Task<bool> IsDueAsync(string webhookId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await storage.ReadRankedAsync(Partitions.Webhooks, Waiting(webhookId), 1, after: null, cancellationToken) is [var first] && -first.Rank <= now.ToUnixTimeMilliseconds();

    /// <summary>Those that are on their way, or still to come.</summary>
    public async Task<IReadOnlyList<StoredDelivery>> WaitingAsync(string webhookId, CancellationToken cancellationToken)
    {
        var waiting = await storage.ReadRankedAsync(Partitions.Webhooks, Waiting(webhookId), MaxKept, after: null, cancellationToken);
        return await GetAsync(webhookId, [.. waiting.Select(member => member.Member)], cancellationToken);
    }

    /// <summary>A page of them, the newest first, and where the next begins; null behind the last.</summary>
    public async Task<(IReadOnlyList<Delivery> Page, RankedMember? Next)> ListAsync(string webhookId, int limit, RankedMember? after, CancellationToken cancellationToken)
    {
        var found = await storage.ReadRankedAsync(Partitions.Webhooks, Recent(webhookId), limit + 1, after, cancellationToken);
        var page = found.Take(limit).ToList();
        var stored = await GetAsync(webhookId, [.. page.Select(member => member.Member)], cancellationToken);
        return ([.. stored.Select(one => one.Delivery)], found.Count > limit ? page[^1] : null);
    }

    public async Task<StoredDelivery?> FindAsync(string webhookId, string id, CancellationToken cancellationToken) =>
        WebhookId.IsWellFormed(id) && await GetAsync(webhookId, [id], cancellationToken) is [var found] ? found : null;

    /// <summary>Those of these events that are on their way to the webhook already, or were, by id; null for one that can't be read.</summary>
    public async Task<IReadOnlyDictionary<string, StoredDelivery?>> KnownAsync(string webhookId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        (await DocumentsAsync(webhookId, ids, cancellationToken)).ToDictionary(document => document.Id[(webhookId.Length + 1)..], Read, StringComparer.Ordinal);

    /// <summary>Whether anything is tried again within the longest wait between two attempts.</summary>
    public async Task<bool> IsTryingAsync(string webhookId, IReadOnlyCollection<string> butThese, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await storage.ReadRankedAsync(Partitions.Webhooks, Waiting(webhookId), butThese.Count + 1, after: null, cancellationToken);
        return waiting.Any(member => !butThese.Contains(member.Member) && -member.Rank <= (now + RetrySchedule.LongestWait).ToUnixTimeMilliseconds());
    }

    /// <summary>Writes one delivery by itself; false where it was written or removed since it was read.</summary>
    public async Task<bool> SaveAsync(Delivery delivery, long expectedVersion, CancellationToken cancellationToken) =>
        await storage.CommitAsync(Put(new StorageBatch(Partitions.Webhooks), delivery, expectedVersion), cancellationToken) is CommitResult.Committed;

    /// <summary>Adds a delivery to a batch, which fails where another version than the expected one is there; 0 = none, null = whatever is there.</summary>
    public static StorageBatch Put(StorageBatch batch, Delivery delivery, long? expectedVersion)
    {
        batch.Put(Kind, IdOf(delivery.WebhookId, delivery.Id), JsonSerializer.SerializeToUtf8Bytes(delivery, WebhookJson.Default.Delivery), expectedVersion);
        batch.Rank(Recent(delivery.WebhookId), delivery.Id, delivery.CreatedAt.ToUnixTimeMilliseconds());
        return delivery.NextAttempt is { } next
            ? batch.Rank(Waiting(delivery.WebhookId), delivery.Id, -next.ToUnixTimeMilliseconds())
            : batch.Unrank(Waiting(delivery.WebhookId), delivery.Id);
    }

    /// <summary>Adds to a batch that the oldest go where more than <see cref="MaxKept"/> would be kept: those first that are not on their way. Gives how many of those that are have to go.</summary>
    public async Task<int> MakeRoomAsync(StorageBatch batch, string webhookId, int coming, CancellationToken cancellationToken)
    {
        var recent = await storage.ReadRankedAsync(Partitions.Webhooks, Recent(webhookId), MaxKept * 2, after: null, cancellationToken);
        var tooMany = recent.Count + coming - MaxKept;
        if (tooMany <= 0) return 0;
        var waiting = (await storage.ReadRankedAsync(Partitions.Webhooks, Waiting(webhookId), MaxKept * 2, after: null, cancellationToken))
            .Select(member => member.Member).ToHashSet(StringComparer.Ordinal);
        var going = recent.Reverse().Select(member => member.Member).OrderBy(waiting.Contains).Take(tooMany).ToList();
        foreach (var id in going) Remove(batch, webhookId, id);
        return going.Count(waiting.Contains);
    }

    /// <summary>Adds to a batch that all of a webhook's deliveries go.</summary>
    public async Task RemoveAllAsync(StorageBatch batch, string webhookId, CancellationToken cancellationToken)
    {
        RankedMember? after = null;
        while (true)
        {
            var page = await storage.ReadRankedAsync(Partitions.Webhooks, Recent(webhookId), MaxKept, after, cancellationToken);
            foreach (var member in page) Remove(batch, webhookId, member.Member);
            if (page.Count < MaxKept) return;
            after = page[^1];
        }
    }

    private async Task<IReadOnlyList<StoredDelivery>> GetAsync(string webhookId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        [.. (await DocumentsAsync(webhookId, ids, cancellationToken)).Select(Read).OfType<StoredDelivery>()];

    private async Task<IReadOnlyList<StoredDocument>> DocumentsAsync(string webhookId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await storage.GetManyAsync(Partitions.Webhooks, Kind, [.. ids.Select(id => IdOf(webhookId, id))], cancellationToken);

    private StoredDelivery? Read(StoredDocument document)
    {
        try
        {
            if (JsonSerializer.Deserialize(document.Body.Span, WebhookJson.Default.Delivery) is { Attempts.IsDefault: false } delivery) return new StoredDelivery(delivery, document.Version);
        }
        catch (JsonException)
        {
            // As where there is none in it.
        }

        Log.DeliveryUnreadable(logger, document.Id);
        return null;
    }

    private static void Remove(StorageBatch batch, string webhookId, string id) =>
        batch.Delete(Kind, IdOf(webhookId, id)).Unrank(Recent(webhookId), id).Unrank(Waiting(webhookId), id);

    internal static string IdOf(string webhookId, string id) => $"{webhookId}:{id}";

    private static string Recent(string webhookId) => $"recent:{webhookId}";

    private static string Waiting(string webhookId) => $"waiting:{webhookId}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The delivery {Id} (webhook and event) could not be read and was left out")]
        public static partial void DeliveryUnreadable(ILogger logger, string id);
    }
}
