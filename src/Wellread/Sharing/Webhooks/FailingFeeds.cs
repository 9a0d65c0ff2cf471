using System.Collections.Immutable;
using Wellread.Feeds;

namespace Wellread.Sharing.Webhooks;

/// <summary>The feeds that webhooks were told of and that have not recovered since. Stored as JSON.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="DownUntil">When it was last seen that nothing could be read at all.</param>
internal sealed record ToldFeeds(ImmutableArray<string> Ids, DateTimeOffset? DownUntil);

/// <summary>Tells a feed that fails for good from one that stumbles. Pure.</summary>
internal static class FailingFeeds
{
    /// <summary>Visits in a row; by the schedule of failures the fifth comes some four hours after the first.</summary>
    private const int ManyFailures = 5;

    /// <summary>How long before the last visit it was read last.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(12);

    /// <summary>Visits of this time tell whether anything can be read.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);

    /// <summary>Its publisher says that it is gone, or it was not read for half a day and five visits.</summary>
    public static bool FailsForGood(FeedState state) =>
        state.Gone || (state.ConsecutiveFailures >= ManyFailures && (state.LastSuccess is not { } success || state.LastVisit - success >= LongAgo));

    /// <summary>
    /// Whether the fault is most likely ours: of several feeds that were visited lately none could be read, or it was so and none was read since. What failed until then
    /// says nothing of a feed before it is visited again.
    /// </summary>
    public static bool AreAllDown(IReadOnlyCollection<FeedState> states, DateTimeOffset? downUntil, DateTimeOffset now)
    {
        var lately = states.Where(state => state.LastVisit > now - Lately).ToList();
        if (lately.Count > 1 && lately.All(state => state.ConsecutiveFailures > 0)) return true;
        return downUntil is not null && states.Count > 1 && !(states.Max(state => state.LastSuccess) >= downUntil);
    }

    public static WebhookEvent Of(FeedSource source, FeedState state, DateTimeOffset now) =>
        new(WebhookEvent.IdOf(EventTypes.FeedFailing, source.Id, $"{now.UtcTicks}"), EventTypes.FeedFailing, Practice: null, now, Position: null, service =>
            EventBody.Of(
                EventTypes.FeedFailing,
                now,
                new FeedTrouble(
                    source.Id, source.Title, state.LastSuccess?.ToUniversalTime(), state.LastError ?? "It can't be read.", state.Gone,
                    new FeedTroubleLinks($"{service}/api/v1/feeds/{source.Id}")),
                EventJson.Default.FeedTrouble))
        {
            Subject = new DeliverySubject(source.Title) { FeedId = source.Id },
        };
}
