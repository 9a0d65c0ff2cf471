using System.Text.Json;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Storage;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// Keeps one token per practice: documents <c>outbox-token/PRACTICE</c> in the partition of all practices. They are read on every call, so that a token that was
/// revoked opens nothing on any instance from then on. One that can't be read opens nothing either: a new one takes its place.
/// </summary>
internal sealed partial class OutboxTokenStore(IStorage storage, TimeProvider time, ILogger<OutboxTokenStore> logger)
{
    public const string Kind = "outbox-token";

    public async Task<OutboxToken?> FindAsync(string practiceId, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Practices, Kind, practiceId, cancellationToken) is { } stored ? Read(stored) : null;

    /// <summary>Puts a token in the place of the one there was, with an entry for the audit.</summary>
    public async Task SaveAsync(string practiceId, OutboxToken token, Caller caller, CancellationToken cancellationToken)
    {
        await NoteAsync(new StorageBatch(Partitions.Practices).Put(Kind, practiceId, token.ToJson()), practiceId, SettingsAction.OutboxOpened, caller, cancellationToken);
        Log.OutboxOpened(logger, practiceId);
    }

    /// <summary>The same for taking it back; nothing happens where there is none.</summary>
    public async Task RemoveAsync(string practiceId, Caller caller, CancellationToken cancellationToken)
    {
        if (await storage.GetAsync(Partitions.Practices, Kind, practiceId, cancellationToken) is null) return;
        await NoteAsync(new StorageBatch(Partitions.Practices).Delete(Kind, practiceId), practiceId, SettingsAction.OutboxClosed, caller, cancellationToken);
        Log.OutboxClosed(logger, practiceId);
    }

    private async Task NoteAsync(StorageBatch batch, string practiceId, SettingsAction action, Caller caller, CancellationToken cancellationToken) =>
        await storage.CommitAsync(SettingsLog.Add(batch, SettingsChange.Of(action, practiceId, caller, time.GetUtcNow()), before: practiceId), cancellationToken);

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

        [LoggerMessage(2, LogLevel.Information, "The outbox of practice {PracticeId} was given a new token")]
        public static partial void OutboxOpened(ILogger logger, string practiceId);

        [LoggerMessage(3, LogLevel.Information, "The outbox of practice {PracticeId} was closed")]
        public static partial void OutboxClosed(ILogger logger, string practiceId);
    }
}
