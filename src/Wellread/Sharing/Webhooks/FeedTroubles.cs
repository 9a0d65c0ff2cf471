using System.Text.Json;
using Wellread.Feeds;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>Finds feeds that began to fail for good, and remembers in the same batch of which ones webhooks know: document <c>told-feeds/all</c>.</summary>
internal sealed class FeedTroubles(IStorage storage, FeedStore feeds, CurrentCatalog catalog, EventGuard guard)
{
    private const string Kind = "told-feeds";
    private const string Id = "all";

    /// <summary>What is new; the first time nothing is, as nobody is told of what failed before. Null where nothing has to be written.</summary>
    public async Task<IReadOnlyList<WebhookEvent>?> FindAsync(StorageBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var states = await feeds.LoadAsync(cancellationToken);
        var read = catalog.Current.Sources.Where(source => source.IsRead(now) && states.GetValueOrDefault(source.Id)?.LastVisit is not null).ToList();
        var stored = await storage.GetAsync(Partitions.Webhooks, Kind, Id, cancellationToken);
        var before = stored is null ? null : guard.Try(Kind, () => JsonSerializer.Deserialize(stored.Body.Span, WebhookJson.Default.ToldFeeds) is { Ids.IsDefault: false } ids ? ids : null);
        var (told, downUntil) = before ?? new ToldFeeds([], null);
        if (FailingFeeds.AreAllDown([.. read.Select(source => states[source.Id])], downUntil, now)) return Write(batch, new ToldFeeds(told, now), stored);
        var failing = read.Where(source => FailingFeeds.FailsForGood(states[source.Id]) && !(states[source.Id].LastVisit <= downUntil)).ToList();
        var still = told.Where(id => states.GetValueOrDefault(id) is { Gone: true } or { ConsecutiveFailures: > 0 });
        var known = new ToldFeeds([.. still.Union(failing.Select(source => source.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal)], downUntil);
        if (before is not null && known.Ids.SequenceEqual(told, StringComparer.Ordinal)) return null;
        Write(batch, known, stored);
        return before is null ? [] : [.. failing.ExceptBy(told, source => source.Id).Select(source => FailingFeeds.Of(source, states[source.Id], now))];
    }

    private static IReadOnlyList<WebhookEvent> Write(StorageBatch batch, ToldFeeds known, StoredDocument? stored)
    {
        batch.Put(Kind, Id, JsonSerializer.SerializeToUtf8Bytes(known, WebhookJson.Default.ToldFeeds), stored?.Version ?? 0);
        return [];
    }

    public static StorageBatch Forget(StorageBatch batch) => batch.Delete(Kind, Id);
}
