using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;

namespace Wellread.Feeds;

internal static class FeedsEndpoints
{
    private const int MaxLimit = 200;
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    private const string RetryAfterSeconds = "5";

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("/api/v1/feeds").WithTags(ApiTags.Feeds);
        feeds.MapGet("/", GetFeeds).Fails(Problems.Validation, Problems.InvalidCursor, Problems.StoreUnavailable);
        feeds.MapGet("/{id}", GetFeed).GuardsChanges().Fails(Problems.UnknownFeed, Problems.StoreUnavailable);
        feeds.MapPost("/", PostFeed).GuardsChanges().Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownTopic, Problems.FeedExists, Problems.TooManyFeeds, Problems.BodyTooLarge,
            Problems.UnsupportedMediaType, Problems.UnsupportedFeed, Problems.BlockedAddress, Problems.DiscoveryBusy, Problems.SourceUnreachable, Problems.StoreUnavailable);
        feeds.MapPatch("/{id}", PatchFeed).GuardsChanges().Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownTopic, Problems.UnknownFeed, Problems.StaleETag, Problems.BodyTooLarge,
            Problems.UnsupportedMediaType, Problems.StoreUnavailable);
        feeds.MapDelete("/{id}", DeleteFeed).Fails(Problems.UnknownFeed, Problems.StaleETag, Problems.StoreUnavailable);
        return app;
    }

    /// <summary>Show the feeds and how they are</summary>
    /// <remarks>Every feed that articles come from, by title, each with what is well or wrong with it in words.</remarks>
    /// <param name="pack" example="heart">Only the feeds of this pack.</param>
    /// <param name="condition" example="failing">Only the feeds that are like this.</param>
    /// <param name="limit" example="50">How many to show, from 1 to 200. 50 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more.</param>
    internal static async Task<Results<Ok<FeedList>, ProblemHttpResult>> GetFeeds(
        CurrentCatalog catalog,
        FeedStore store,
        TimeProvider time,
        CancellationToken cancellationToken,
        string? pack = null,
        [KnownConditions] string? condition = null,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 200 feeds.")] int limit = 50,
        string? cursor = null)
    {
        if (!string.IsNullOrEmpty(condition) && !KnownConditionsAttribute.Slugs.Contains(condition))
            return Problems.Validation.Because($"Use one of these: {string.Join(", ", KnownConditionsAttribute.Slugs)}.", "condition");
        var current = catalog.Current;
        var after = string.IsNullOrEmpty(cursor) ? null : current.Find(cursor);
        if (after is null && !string.IsNullOrEmpty(cursor)) return Problems.InvalidCursor.Because("Send the nextCursor of the page before.", "cursor");
        var states = await store.LoadAsync(cancellationToken);
        var now = time.GetUtcNow();
        var found = current.Sources
            .Skip(after is null ? 0 : current.Sources.IndexOf(after) + 1)
            .Where(source => string.IsNullOrEmpty(pack) || source.Packs.Contains(pack, StringComparer.OrdinalIgnoreCase))
            .Select(source => FeedItem.From(source, states.GetValueOrDefault(source.Id), now))
            .Where(item => string.IsNullOrEmpty(condition) || KnownConditionsAttribute.Slug(item.Health.Condition) == condition)
            .Take(limit + 1)
            .ToArray();
        return TypedResults.Ok(new FeedList(found[..Math.Min(limit, found.Length)], found.Length > limit ? found[limit - 1].Id : null));
    }

    /// <summary>Show one feed and how it is</summary>
    /// <param name="id">The feed's `id`.</param>
    /// <param name="catalog">Set by the service.</param>
    /// <param name="store">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="response">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="200">The feed. Its `ETag` tells the settings apart: send it back as `If-Match` to change only what you saw.</response>
    internal static async Task<Results<Ok<FeedItem>, ProblemHttpResult>> GetFeed(
        string id, CurrentCatalog catalog, FeedStore store, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (catalog.Current.Find(id) is not { } source) return NoSuch();
        response.Headers.ETag = FeedETag.Of(source);
        return TypedResults.Ok(FeedItem.From(source, await store.FindAsync(id, cancellationToken), time.GetUtcNow()));
    }

    /// <summary>Add a feed</summary>
    /// <remarks>
    /// Reads the feed once to be sure that it is one, then puts it on the list. Its articles come with the next refresh, within a minute. If you only know the
    /// site, ask which feeds it has first: `POST /api/v1/feeds/discover`.
    /// </remarks>
    /// <param name="request">The feed.</param>
    /// <response code="201">It is on the list.</response>
    internal static async Task<Results<Created<FeedItem>, ProblemHttpResult>> PostFeed(
        AddFeedRequest request, FeedAdder adder, FeedTopics topics, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (topics.Unknown(request.Topics)) return UnknownTopic(topics);
        switch (await adder.AddAsync(request.Url, request.ToSetting, cancellationToken))
        {
            case FeedAddition.Added { Source: var source }:
                response.Headers.ETag = FeedETag.Of(source);
                return TypedResults.Created($"/api/v1/feeds/{source.Id}", FeedItem.From(source, null, time.GetUtcNow()));
            case FeedAddition.Known { Source: var known }:
                response.Headers.Location = $"/api/v1/feeds/{known.Id}";
                return Problems.FeedExists.Because(known.Enabled ? "It is read already." : "It is on the list, but switched off. Change its 'enabled' to true.", "url");
            case FeedAddition.Refused { Feeds: { IsEmpty: false } feeds } page:
                return page.Type.Because($"{page.Message} Add one of the feeds that it points to.", "url", ("feeds", feeds.Select(feed => new PointedFeed(feed.Url.AbsoluteUri, feed.Title))));
            case FeedAddition.Refused { Type: var type, Message: var message }:
                return type.Because(message, "url");
            case FeedAddition.Busy:
                response.Headers.RetryAfter = RetryAfterSeconds;
                return Problems.DiscoveryBusy.Because("Please try again in a few seconds.");
            default:
                return Problems.TooManyFeeds.Because("Take feeds off the list that you no longer need.");
        }
    }

    /// <summary>Change a feed</summary>
    /// <remarks>
    /// Switch it on or off, pause it, name it, or choose what it may suggest. Only what you send is changed. `keep` and `block` choose by words: with `keep`, only articles that say one of them are suggested; `block` leaves out
    /// those that say one of them. Each is a word or a few words, looked for in the title, the link and the topic. Write `title:`, `link:` or `topic:` in
    /// front to look only there, and `*` at the end for words that begin so. The change holds at once, for articles that are here already too.
    /// </remarks>
    /// <param name="id">The feed's `id`.</param>
    /// <param name="request">What to change.</param>
    /// <param name="settings">Set by the service.</param>
    /// <param name="topics">Set by the service.</param>
    /// <param name="store">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    internal static async Task<Results<Ok<FeedItem>, ProblemHttpResult>> PatchFeed(
        string id,
        ChangeFeedRequest request,
        FeedSettings settings,
        FeedTopics topics,
        FeedStore store,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (topics.Unknown(request.Topics)) return UnknownTopic(topics);
        if (request.PausedUntil is { } until && (until <= now || until > now + LongestPause))
            return Problems.Validation.Because("Choose a time from now to a year from now.", "pausedUntil");
        switch (await settings.ChangeAsync(id, FeedETag.Matches(context.Request), request.ApplyTo, cancellationToken))
        {
            case FeedChange.Saved { Source: var source }:
                context.Response.Headers.ETag = FeedETag.Of(source);
                return TypedResults.Ok(FeedItem.From(source, await store.FindAsync(id, cancellationToken), now));
            case FeedChange.Stale:
                return Stale();
            default:
                return NoSuch();
        }
    }

    /// <summary>Take a feed off the list</summary>
    /// <remarks>Nothing more is read from it and its articles are no longer suggested. What you decided on and shared is kept. Add it again to have it back.</remarks>
    /// <param name="id">The feed's `id`.</param>
    /// <param name="settings">Set by the service.</param>
    /// <param name="request">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="204">It is off the list.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeleteFeed(
        string id, FeedSettings settings, HttpRequest request, CancellationToken cancellationToken) =>
        await settings.ChangeAsync(id, FeedETag.Matches(request), setting => setting with { Removed = true }, cancellationToken) switch
        {
            FeedChange.Removed => TypedResults.NoContent(),
            FeedChange.Stale => Stale(),
            _ => NoSuch(),
        };

    private static ProblemHttpResult NoSuch() => Problems.UnknownFeed.Because("Use the id of a feed from GET /api/v1/feeds.", "id");

    private static ProblemHttpResult Stale() => Problems.StaleETag.Because("Get the feed again, look at what changed, and send your change with the new ETag.");

    private static ProblemHttpResult UnknownTopic(FeedTopics topics) => Problems.UnknownTopic.Because($"Use one of these: {string.Join(", ", topics.Slugs)}.", "topics");
}
