using System.Security.Cryptography;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>
/// Turns what the logs say into deliveries. The logs are the outbox: a decision or an article is in them in the batch that wrote it, and what is made of them is one batch
/// with the place up to which they are known. So an end at any moment loses no event and makes none twice. One instance does it, by a lease.
/// </summary>
internal sealed partial class EventPump(
    WebhookStore webhooks,
    DeliveryStore deliveries,
    FateFinder fates,
    FeedTroubles troubles,
    EventGuard guard,
    PlannedDeliveries planned,
    ApprovalCheck approvals,
    StoreFollower follower,
    SuggestionState suggestions,
    CurrentPractices practices,
    CurrentCatalog feeds,
    IStorage storage,
    TimeProvider time,
    ILogger<EventPump> logger)
{
    private const string LeaseName = "events";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FeedsEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SecondLook = TimeSpan.FromDays(7);

    // Two instances must never pass for one, or the lease would let both in.
    private readonly string _owner = RandomNumberGenerator.GetHexString(16);
    private DateTimeOffset _feedsLooked = DateTimeOffset.MinValue;
    private bool _forgotten;

    /// <summary>False until what waits for its turn was looked at: another instance may have ended before it did.</summary>
    private bool _moved;

    /// <summary>Makes deliveries of all that happened before the call; gives how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var known = await webhooks.LoadAsync(cancellationToken);
        if (known.Count > 0) _forgotten = false;
        else if (_forgotten) return 0;
        var cursor = await EventCursor.FindAsync(storage, cancellationToken);
        var feedsAreDue = time.GetUtcNow() - _feedsLooked >= FeedsEvery;
        if (known.Count > 0 && cursor is { Cursor: { } at } && !feedsAreDue && await LogNews.ReadAsync(storage, at.Positions, cancellationToken) is { IsNone: true, HasMore: false }) return 0;
        if (await storage.TryAcquireLeaseAsync(Partitions.Webhooks, LeaseName, _owner, LeaseTime, cancellationToken) is not { } lease) return 0;
        try
        {
            if (known.Count == 0) return await ForgetAsync(lease, cancellationToken);
            var made = 0;
            while (await StepAsync(lease, cancellationToken) is { } some) made += some;
            return made + (feedsAreDue ? await LookAtFeedsAsync(lease, cancellationToken) : 0);
        }
        finally
        {
            await storage.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>Null where the logs have nothing more, this instance does not know what they tell of, or somebody wrote meanwhile: the next run begins where this one did.</summary>
    private async Task<int?> StepAsync(Lease lease, CancellationToken cancellationToken)
    {
        var stored = await EventCursor.FindAsync(storage, cancellationToken);
        if ((stored is null ? await BeginAsync(cancellationToken) : stored.Value.Cursor ?? Lost()) is not { } begin || !await storage.RenewLeaseAsync(lease, LeaseTime, cancellationToken)) return null;
        var news = await LogNews.ReadAsync(storage, begin.Positions, cancellationToken);
        if (stored is not null && news.IsNone && news.End == begin.Positions) return null;
        // Read behind the log, so that whoever was there before an event is told of it.
        var known = await webhooks.LoadAsync(cancellationToken);
        // The memory is at least as new as the log that was read before.
        if (!await follower.CatchUpAsync(cancellationToken) || suggestions.Current is not { Stale: false, Loading: false } snapshot) return null;

        var now = time.GetUtcNow();
        var batch = new EventCursor(news.End, now).PutIn(new StorageBatch(Partitions.Webhooks).FenceBy(lease), stored?.Version ?? 0);
        var events = Ready(news, begin, snapshot).Concat(await fates.FindAsync(batch, news, snapshot, stored is null, now, cancellationToken)).ToList();
        var made = await CommitAsync(batch, known, events, now, cancellationToken);
        if (made is not null) await MoveAsync(known, news, now, cancellationToken);
        return made;
    }

    private async Task MoveAsync(IReadOnlyList<StoredWebhook> known, LogNews news, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var practicesWithNews = news.Decided.Select(pair => pair.Practice).Concat(news.Settings).ToHashSet(StringComparer.Ordinal);
        if (_moved && practicesWithNews.Count == 0 && !news.MissesDecisions) return;
        await planned.MoveAsync(known, _moved && !news.MissesDecisions ? practicesWithNews : null, now, cancellationToken);
        _moved = true;
    }

    private IEnumerable<WebhookEvent> Ready(LogNews news, EventCursor begin, SuggestionSnapshot snapshot)
    {
        // What could not go out when it was approved may be able to now that its article was written again, but not after long.
        var (others, since) = news.MissesDecisions
            ? (snapshot.Decisions.Endorsing(null), begin.At - ClocksDiffer)
            : (snapshot.Decisions.Endorsing(news.Articles.Keys), time.GetUtcNow() - SecondLook);
        var decided = news.Decided.Concat(others.Where(one => one.History.Latest.At > since).Select(one => new DecidedPair(one.PracticeId, one.History.ArticleId, [])));
        return decided.SelectMany(pair => practices.Find(pair.Practice) is { } practice
            ? EventsOf(pair, practice, snapshot)
            : []).Concat(AfterSettings(news, begin, snapshot));
    }

    /// <summary>What may come only now that a practice was changed, on a channel that was off, say. What came out before that was told when it was approved.</summary>
    private IEnumerable<WebhookEvent> AfterSettings(LogNews news, EventCursor begin, SuggestionSnapshot snapshot) =>
        from practice in news.Settings.Select(practices.Find).OfType<Practice>()
        from endorsed in snapshot.Decisions.Of(practice.Id).Endorsed.Values
        from one in EventsOf(new DecidedPair(practice.Id, endorsed.History.ArticleId, []), practice, snapshot)
        where (one.NotBefore ?? one.At) > begin.At - ClocksDiffer
        select one;

    private IReadOnlyList<WebhookEvent> EventsOf(DecidedPair pair, Practice practice, SuggestionSnapshot snapshot) =>
        guard.Try($"{practice.Id}:{pair.ArticleId}", () => ReadySuggestions.Of(pair, snapshot, practice, id => feeds.Current.Find(id)?.Url.Host)) ?? [];

    private EventCursor Lost()
    {
        Log.PlaceUnreadable(logger);
        return EventCursor.Lost(time.GetUtcNow() - SecondLook);
    }

    /// <summary>Where the first of the webhooks was made; null where there is none.</summary>
    private async Task<EventCursor?> BeginAsync(CancellationToken cancellationToken)
    {
        var known = (await webhooks.LoadAsync(cancellationToken)).Select(one => one.Webhook).ToList();
        return known.Count == 0
            ? null
            : new EventCursor(new LogPositions(known.Min(one => one.Since.Practices), known.Min(one => one.Since.Library)), known.Min(one => one.CreatedAt));
    }

    private async Task<int> LookAtFeedsAsync(Lease lease, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var batch = new StorageBatch(Partitions.Webhooks).FenceBy(lease);
        var made = await troubles.FindAsync(batch, now, cancellationToken) is { } events
            ? await CommitAsync(batch, await webhooks.LoadAsync(cancellationToken), events, now, cancellationToken)
            : 0;
        if (made is not null) _feedsLooked = now;
        return made ?? 0;
    }

    /// <summary>How many deliveries were made; null where nothing was written.</summary>
    private async Task<int?> CommitAsync(StorageBatch batch, IReadOnlyList<StoredWebhook> known, IReadOnlyList<WebhookEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var webhook in events.Count == 0 ? [] : known.Where(one => one.IsOn)) made += await AddAsync(batch, webhook, events, now, cancellationToken);
        if (await storage.CommitAsync(batch, cancellationToken) is not CommitResult.Committed) return null;
        if (made > 0) Log.EventsNoticed(logger, events.Count, made);
        return made;
    }

    private async Task<int> AddAsync(StorageBatch batch, StoredWebhook webhook, IReadOnlyList<WebhookEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = webhook.Webhook.Id;
        var wanted = events.Where(one => one.IsFor(webhook.Webhook)).DistinctBy(one => one.Id).TakeLast(DeliveryStore.MaxKept).ToList();
        if (wanted.Count == 0) return 0;
        var sent = await deliveries.KnownAsync(id, [.. wanted.Select(one => one.Id)], cancellationToken);
        // What was dropped as it was taken back counts anew where it is approved again.
        wanted.RemoveAll(one => sent.TryGetValue(one.Id, out var before) && before?.Delivery.Status != DeliveryStatus.Dropped);
        if (wanted.Count == 0) return 0;
        var dropped = await deliveries.MakeRoomAsync(batch, id, wanted.Count, cancellationToken);
        if (dropped > 0) Log.DeliveriesDropped(logger, id, dropped);
        // Nothing is left behind for a webhook that was removed meanwhile.
        WebhookStore.PutAsItIs(batch, webhook);
        var made = wanted.Select(one => guard.Try($"{id}:{one.Id}", () => DeliveryOf(one, webhook.Webhook, now))).OfType<Delivery>().ToList();
        foreach (var delivery in made) DeliveryStore.Put(batch, delivery, sent.GetValueOrDefault(delivery.Id)?.Version);
        return made.Count;
    }

    private Delivery DeliveryOf(WebhookEvent one, Webhook webhook, DateTimeOffset now) => new()
    {
        Id = one.Id,
        WebhookId = webhook.Id,
        Type = one.Type,
        CreatedAt = now,
        Body = one.About is null ? one.Body(approvals.ServiceOf(webhook)) : "",
        About = one.About,
        Subject = one.Subject,
        NextAttempt = one.NotBefore > now ? one.NotBefore : now,
    };

    /// <summary>Without webhooks nothing is followed; the next one begins at its own time.</summary>
    private async Task<int> ForgetAsync(Lease lease, CancellationToken cancellationToken)
    {
        var batch = FeedTroubles.Forget(EventCursor.RemoveFrom(new StorageBatch(Partitions.Webhooks).FenceBy(lease)));
        await fates.ForgetAsync(batch, cancellationToken);
        _forgotten = await storage.CommitAsync(batch, cancellationToken) is CommitResult.Committed;
        return 0;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Events} events were noticed, {Deliveries} deliveries are on their way")]
        public static partial void EventsNoticed(ILogger logger, int events, int deliveries);

        [LoggerMessage(2, LogLevel.Warning, "Webhook {WebhookId} has too many deliveries on their way; the {Count} oldest were dropped")]
        public static partial void DeliveriesDropped(ILogger logger, string webhookId, int count);

        [LoggerMessage(3, LogLevel.Error, "Up to where events are known could not be read; what was decided within the last days is looked at again")]
        public static partial void PlaceUnreadable(ILogger logger);
    }
}
