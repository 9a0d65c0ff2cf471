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

    /// <summary>A place that no log has, so that all that was decided since then is looked at.</summary>
    public static EventCursor Lost(DateTimeOffset since) => new(new LogPositions(long.MaxValue / 2, long.MaxValue / 2), since);

    /// <summary>Null where no events have been looked for, or none are any more; no cursor where it can't be read.</summary>
    public static async Task<(EventCursor? Cursor, long Version)?> FindAsync(IStorage storage, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Webhooks, Kind, Id, cancellationToken) is { } document ? (Read(document), document.Version) : null;

    private static EventCursor? Read(StoredDocument document)
    {
        try
        {
            return JsonSerializer.Deserialize(document.Body.Span, WebhookJson.Default.EventCursor) is { Positions: not null } cursor ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
