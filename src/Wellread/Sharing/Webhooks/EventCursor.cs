using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

/// <summary>Up to where events are known. Stored as JSON.</summary>
/// <param name="Positions">In the two logs.</param>
/// <param name="At">When that was written.</param>
internal sealed record EventCursor(LogPositions Positions, DateTimeOffset At)
{
    private const string Kind = "cursor";
    private const string Id = "events";

    public StorageBatch PutIn(StorageBatch batch, long expectedVersion) =>
        batch.Put(Kind, Id, JsonSerializer.SerializeToUtf8Bytes(this, WebhookJson.Default.EventCursor), expectedVersion);

    public static StorageBatch RemoveFrom(StorageBatch batch) => batch.Delete(Kind, Id);

    /// <summary>Null where no events have been looked for, or none are any more.</summary>
    public static async Task<(EventCursor Cursor, long Version)?> FindAsync(IStorage storage, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Webhooks, Kind, Id, cancellationToken) is { } document
            ? (JsonSerializer.Deserialize(document.Body.Span, WebhookJson.Default.EventCursor)!, document.Version)
            : null;
}
