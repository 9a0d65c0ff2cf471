using Wellread.Storage;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// Keeps one token per practice: documents <c>outbox-token/PRACTICE</c> in the partition of all practices. They are read on every call, so that a token that was
/// revoked opens nothing on any instance from then on.
/// </summary>
internal sealed class OutboxTokenStore(IStorage storage)
{
    public const string Kind = "outbox-token";

    public async Task<OutboxToken?> FindAsync(string practiceId, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Practices, Kind, practiceId, cancellationToken) is { } stored ? OutboxToken.FromJson(stored.Body) : null;

    /// <summary>Puts a token in the place of the one there was.</summary>
    public Task SaveAsync(string practiceId, OutboxToken token, CancellationToken cancellationToken) =>
        storage.CommitAsync(new StorageBatch(Partitions.Practices).Put(Kind, practiceId, token.ToJson()), cancellationToken);

    public Task RemoveAsync(string practiceId, CancellationToken cancellationToken) =>
        storage.CommitAsync(new StorageBatch(Partitions.Practices).Delete(Kind, practiceId), cancellationToken);
}
