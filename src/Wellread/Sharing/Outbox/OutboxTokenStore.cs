using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// Keeps one token per practice: documents <c>outbox-token/PRACTICE</c> in the partition of all practices. They are read on every call, so that a token that was
/// revoked opens nothing on any instance from then on. One that can't be read opens nothing either: a new one takes its place.
/// </summary>
internal sealed partial class OutboxTokenStore(IStorage storage, ILogger<OutboxTokenStore> logger)
{
    public const string Kind = "outbox-token";

    public async Task<OutboxToken?> FindAsync(string practiceId, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Practices, Kind, practiceId, cancellationToken) is { } stored ? Read(stored) : null;

    /// <summary>Puts a token in the place of the one there was.</summary>
    public Task SaveAsync(string practiceId, OutboxToken token, CancellationToken cancellationToken) =>
        storage.CommitAsync(new StorageBatch(Partitions.Practices).Put(Kind, practiceId, token.ToJson()), cancellationToken);

    public Task RemoveAsync(string practiceId, CancellationToken cancellationToken) =>
        storage.CommitAsync(new StorageBatch(Partitions.Practices).Delete(Kind, practiceId), cancellationToken);

    private OutboxToken? Read(StoredDocument document)
    {
        try
        {
            return OutboxToken.FromJson(document.Body);
        }
        catch (JsonException)
        {
            Log.TokenUnreadable(logger, document.Id);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The outbox token of practice {PracticeId} could not be read; its outbox is closed until a new one is made")]
        public static partial void TokenUnreadable(ILogger logger, string practiceId);
    }
}
