using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;

namespace Wellread.Feeds;

internal static class FeedsEndpoints
{
    private const int MaxLimit = 200;

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("/api/v1/feeds").WithTags(ApiTags.Feeds);
        feeds.MapGet("/", GetFeeds).Fails(Problems.Validation, Problems.InvalidCursor, Problems.StoreUnavailable);
        feeds.MapGet("/{id}", GetFeed).Fails(Problems.UnknownFeed, Problems.StoreUnavailable);
        return app;
    }

    /// <summary>Show the feeds and how they are</summary>
    /// <remarks>Every feed that articles come from, by title, each with what is well or wrong with it in words.</remarks>
    /// <param name="pack" example="heart">Only the feeds of this pack.</param>
    /// <param name="condition" example="failing">Only the feeds that are like this.</param>
    /// <param name="limit" example="50">How many to show, from 1 to 200. 50 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more.</param>
    internal static async Task<Results<Ok<FeedList>, ProblemHttpResult>> GetFeeds(
        FeedCatalog catalog,
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
        var after = string.IsNullOrEmpty(cursor) ? null : catalog.Find(cursor);
        if (after is null && !string.IsNullOrEmpty(cursor)) return Problems.InvalidCursor.Because("Send the nextCursor of the page before.", "cursor");
        var states = await store.LoadAsync(cancellationToken);
        var now = time.GetUtcNow();
        var found = catalog.Sources
            .Skip(after is null ? 0 : catalog.Sources.IndexOf(after) + 1)
            .Where(source => string.IsNullOrEmpty(pack) || source.Packs.Contains(pack, StringComparer.OrdinalIgnoreCase))
            .Select(source => FeedItem.From(source, states.GetValueOrDefault(source.Id), now))
            .Where(item => string.IsNullOrEmpty(condition) || KnownConditionsAttribute.Slug(item.Health.Condition) == condition)
            .Take(limit + 1)
            .ToArray();
        return TypedResults.Ok(new FeedList(found[..Math.Min(limit, found.Length)], found.Length > limit ? found[limit - 1].Id : null));
    }

    /// <summary>Show one feed and how it is</summary>
    /// <param name="id">The feed's `id`.</param>
    internal static async Task<Results<Ok<FeedItem>, ProblemHttpResult>> GetFeed(
        string id, FeedCatalog catalog, FeedStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (catalog.Find(id) is not { } source) return Problems.UnknownFeed.Because("Use the id of a feed from GET /api/v1/feeds.", "id");
        return TypedResults.Ok(FeedItem.From(source, await store.FindAsync(id, cancellationToken), time.GetUtcNow()));
    }
}

/// <summary>The words for how a feed is, as the wire has them.</summary>
internal sealed class KnownConditionsAttribute : KnownValuesAttribute
{
    public static IEnumerable<string> Slugs => Enum.GetValues<FeedCondition>().Select(Slug);

    public override IEnumerable<string> Values => Slugs;

    public static string Slug(FeedCondition condition) => condition.ToString().ToLowerInvariant();
}

/// <summary>Feeds, by title. Send <paramref name="NextCursor"/> as <c>cursor</c> to see more; null on the last page.</summary>
internal sealed record FeedList(IReadOnlyList<FeedItem> Items, string? NextCursor);

/// <summary>A feed, and how it is.</summary>
internal sealed record FeedItem(
    string Id,
    string Title,
    string Url,
    string? Homepage,
    PublisherType Publisher,
    FeedAudience Audience,
    string? Language,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Packs,
    bool Enabled,
    FeedHealthItem Health)
{
    public static FeedItem From(FeedSource source, FeedState? state, DateTimeOffset now) => new(
        source.Id,
        source.Title,
        source.Url.AbsoluteUri,
        source.Homepage?.AbsoluteUri,
        source.Publisher,
        source.Audience,
        source.Language,
        source.Topics,
        source.Packs,
        source.Enabled,
        FeedHealthItem.From(source.Enabled ? FeedHealth.Describe(state, now) : FeedHealth.Off, state));
}

/// <summary>How a feed is: in a word, in sentences, and the facts behind them. <paramref name="Fault"/> is the code of what is wrong, or null.</summary>
internal sealed record FeedHealthItem(
    FeedCondition Condition,
    string Summary,
    string? Fault,
    DateTimeOffset? LastVisit,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextVisit,
    int ItemCount)
{
    public static FeedHealthItem From(FeedHealth health, FeedState? state) => new(
        health.Condition,
        health.Summary,
        state?.LastError is null ? null : state.LastOutcome,
        state?.LastVisit,
        state?.LastSuccess,
        health.Condition == FeedCondition.Off ? null : state?.NextVisit,
        state?.LastItemCount ?? 0);
}
