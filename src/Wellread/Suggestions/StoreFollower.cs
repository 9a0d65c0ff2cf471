using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions.Today;

namespace Wellread.Suggestions;

/// <summary>
/// Keeps the memory that suggestions are served from as the store has it: all of it at first, part by part, then only what the store's logs announce,
/// whichever instance wrote it. While the store does not answer, the memory stays as it is and is marked stale. Decisions are read before articles: what was
/// decided is never suggested, not even from the first part.
/// </summary>
internal sealed partial class StoreFollower(
    IStorage storage,
    FeedSettings feeds,
    ArticleStore articles,
    LibraryLoader loader,
    PracticeStore practices,
    DecisionStore decisions,
    DecisionTakeover takeover,
    DayPicksStore dayPicks,
    AnswersAhead ahead,
    SuggestionState state,
    ILogger<StoreFollower> logger) : IDisposable
{
    private const int PageSize = 1000;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _libraryPosition;
    private long? _practicesPosition;

    /// <summary>Takes over every change committed before the call. Returns false when the store did not answer.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _practicesPosition = await FollowAsync(Partitions.Practices, _practicesPosition, LoadPracticesAsync, UpdatePracticesAsync, cancellationToken);
            _libraryPosition = await FollowAsync(Partitions.Library, _libraryPosition, LoadLibraryAsync, UpdateLibraryAsync, cancellationToken);
            if (state.Current.Stale) state.Change(current => current with { Stale = false });
            return true;
        }
        catch (StorageUnavailableException exception)
        {
            if (!state.Current.Stale) Log.StoreLost(logger, exception.Message);
            state.Change(current => current with { Stale = true });
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Nobody foresaw it, but it is known that the memory does not follow.
            state.Change(current => current with { Stale = true });
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<long> FollowAsync(
        string partition,
        long? position,
        Func<CancellationToken, Task> load,
        Func<IReadOnlyList<LogEntry>, CancellationToken, Task> update,
        CancellationToken cancellationToken)
    {
        if (position is null)
        {
            // The end of the log is read before the documents: what is written in between is then seen twice, never missed.
            var end = await EndOfLogAsync(partition, cancellationToken);
            await load(cancellationToken);
            return end;
        }

        while (true)
        {
            var page = await storage.ReadLogAsync(partition, position.Value, PageSize, cancellationToken);
            if (page.Truncated) return await FollowAsync(partition, null, load, update, cancellationToken);
            if (page.Entries.Count == 0) return position.Value;
            await update(page.Entries, cancellationToken);
            position = page.Last;
        }
    }

    private async Task<long> EndOfLogAsync(string partition, CancellationToken cancellationToken)
    {
        var position = 0L;
        while (true)
        {
            var page = await storage.ReadLogAsync(partition, position, PageSize, cancellationToken);
            position = Math.Max(position, page.Last);
            if (page.Entries.Count == 0) return position;
        }
    }

    private async Task LoadLibraryAsync(CancellationToken cancellationToken)
    {
        await feeds.LoadAsync(cancellationToken);
        await loader.LoadAsync(cancellationToken);
        Log.ArticlesLoaded(logger, state.Current.Live.Count);
    }

    private async Task UpdateLibraryAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await feeds.UpdateAsync(entries, cancellationToken);
        var ids = entries.Where(entry => entry.Kind == ArticleStore.Kind).Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return;
        var written = await articles.GetAnnouncedAsync(entries, cancellationToken);
        var deleted = ids.Except(written.Select(article => article.Id), StringComparer.Ordinal).ToList();
        // Nobody else changes the live ones: whoever loads or follows has the turn.
        var next = state.Current with { Live = state.Current.Live.With(written, deleted, out var changes) };
        await ahead.PublishAsync(next, changes, () => state.Change(current => current with { Live = next.Live }), cancellationToken);
    }

    private async Task LoadPracticesAsync(CancellationToken cancellationToken)
    {
        var before = state.Current.Decisions;
        var unreadable = await takeover.RunAsync(cancellationToken);
        await practices.LoadAsync(cancellationToken);
        await dayPicks.LoadAsync(cancellationToken);
        var boards = DecisionBoards.Empty.With(unreadable).With(await decisions.LoadAllAsync(cancellationToken));
        // What an editor decided here meanwhile is in the store, but may not have been there yet when it was read.
        state.Change(current => current with { Decisions = boards.With(current.Decisions.ChangedSince(before)) });
    }

    private async Task UpdatePracticesAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await practices.UpdateAsync(entries, cancellationToken);
        await dayPicks.UpdateAsync(entries, cancellationToken);
        var decided = await decisions.GetAnnouncedAsync(entries, cancellationToken);
        if (decided.Count > 0) state.Change(current => current with { Decisions = current.Decisions.With(decided) });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} articles were read from the store")]
        public static partial void ArticlesLoaded(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "The store stopped answering; suggestions go on from memory: {Reason}")]
        public static partial void StoreLost(ILogger logger, string reason);
    }
}
