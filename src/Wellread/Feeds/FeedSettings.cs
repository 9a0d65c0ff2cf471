using System.Text.Json;
using Wellread.Storage;

namespace Wellread.Feeds;

/// <summary>What became of a change to a feed's settings.</summary>
internal abstract record FeedChange
{
    private FeedChange() { }

    internal sealed record Saved(FeedSource Source) : FeedChange;

    internal sealed record Removed : FeedChange;

    /// <summary>The list has no such feed.</summary>
    internal sealed record Unknown : FeedChange;

    /// <summary>Somebody else changed the feed meanwhile.</summary>
    internal sealed record Stale : FeedChange;
}

/// <summary>
/// What editors said about feeds: documents of kind <c>feed-setting</c> in the library's partition, announced in its log so that every instance
/// follows. Durable first, then in this instance's catalog, then the answer.
/// </summary>
internal sealed partial class FeedSettings(IStorage storage, CurrentCatalog catalog, ILogger<FeedSettings> logger)
{
    public const string Kind = "feed-setting";
    private const int MaxAttempts = 20;

    /// <summary>Feeds in one batch of an import.</summary>
    private const int BatchSize = 500;

    /// <summary>Takes over everything stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var settings = new List<FeedSetting>();
        await foreach (var document in storage.ListAsync(Partitions.Library, Kind, cancellationToken))
        {
            if (Read(document) is { } setting) settings.Add(setting);
        }

        catalog.Reset(settings);
    }

    /// <summary>Takes over what the library's log announces.</summary>
    public async Task UpdateAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry.Kind == Kind).Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return;
        var written = (await storage.GetManyAsync(Partitions.Library, Kind, ids, cancellationToken)).Select(Read).OfType<FeedSetting>().ToList();
        catalog.Change(written, ids.Except(written.Select(setting => setting.FeedId), StringComparer.Ordinal));
    }

    /// <summary>
    /// Puts feeds on the list, each as its setting says. Whatever was remembered of an earlier time on the list is dropped, so that all their items are
    /// read anew.
    /// </summary>
    public async Task AddAsync(IReadOnlyCollection<FeedSetting> settings, CancellationToken cancellationToken)
    {
        foreach (var some in settings.Chunk(BatchSize))
        {
            var batch = new StorageBatch(Partitions.Library);
            foreach (var setting in some) FeedStore.Forget(batch.Put(Kind, setting.FeedId, setting.ToJson()).Log(Kind, setting.FeedId), setting.FeedId);
            if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed)
                throw new InvalidOperationException("A batch without conditions can't be refused.");
            catalog.Change(some, []);
        }
    }

    /// <summary>
    /// Changes a feed that is on the list, or takes it off; only while <paramref name="matches"/> says yes to the feed as it is. A feed that was taken off
    /// stays off, also where a pack lists it, until it is added again.
    /// </summary>
    public async Task<FeedChange> ChangeAsync(
        string feedId, Func<FeedSource, bool> matches, Func<FeedSetting, FeedSetting> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await storage.GetAsync(Partitions.Library, Kind, feedId, cancellationToken);
            var before = (stored is null ? null : Read(stored)) ?? new FeedSetting { FeedId = feedId };
            var listed = catalog.Packs.Find(feedId);
            if (before.ApplyTo(listed) is not { } source) return new FeedChange.Unknown();
            if (!matches(source)) return new FeedChange.Stale();
            var after = change(before);
            var batch = new StorageBatch(Partitions.Library).Put(Kind, feedId, after.ToJson(), expectedVersion: stored?.Version ?? 0).Log(Kind, feedId);
            if (after.Removed) FeedStore.Forget(batch, feedId);
            if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed) continue;
            catalog.Change([after], []);
            return after.ApplyTo(listed) is { } changed ? new FeedChange.Saved(changed) : new FeedChange.Removed();
        }

        throw new StorageUnavailableException($"A feed's change met other writers {MaxAttempts} times in a row.");
    }

    private FeedSetting? Read(StoredDocument document)
    {
        try
        {
            return FeedSetting.FromJson(document.Body);
        }
        catch (JsonException)
        {
            Log.SettingUnreadable(logger, document.Id);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What was set for feed {FeedId} could not be read and was left out")]
        public static partial void SettingUnreadable(ILogger logger, string feedId);
    }
}
