using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Feeds;
using Wellread.Platform;

namespace Wellread.Refresh;

internal static class RefreshEndpoints
{
    public static IEndpointRouteBuilder MapRefresh(this IEndpointRouteBuilder app)
    {
        var refreshes = app.MapGroup("/api/v1/refreshes").WithTags(ApiTags.Feeds);
        refreshes.MapPost("/", PostRefresh).Fails(Problems.Validation, Problems.RefreshBusy, Problems.StoreUnavailable);
        app.MapGroup("/api/v1/feeds").WithTags(ApiTags.Feeds).MapPost("/{id}/refresh", PostFeedRefresh)
            .Fails(Problems.UnknownFeed, Problems.FeedSwitchedOff, Problems.RefreshBusy, Problems.TooSoon, Problems.StoreUnavailable);
        refreshes.MapGet("/{id}", GetRefresh).Fails(Problems.UnknownRefresh, Problems.StoreUnavailable);
        return app;
    }

    /// <summary>Look for new articles now</summary>
    /// <remarks>
    /// Visits every feed that is due and answers at once; follow the address in `Location` to see how far it is. While a refresh runs, asking
    /// again shows that one. Feeds are visited by themselves too, each at its own pace.
    /// </remarks>
    /// <param name="retryFailed">Also visit the feeds that could not be read last time.</param>
    /// <param name="runner">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="202">The refresh that runs now.</response>
    internal static async Task<Results<Accepted<RefreshReport>, ProblemHttpResult>> PostRefresh(RefreshRunner runner, CancellationToken cancellationToken, bool retryFailed = false)
    {
        var scope = retryFailed ? RefreshScope.Failed : RefreshScope.Due;
        return await runner.StartAsync(scope, onlyIfDue: false, cancellationToken) is { } job
            ? TypedResults.Accepted($"/api/v1/refreshes/{job.Id}", RefreshReport.From(job))
            : Problems.RefreshBusy.Because("Another refresh is just starting or was cut off. Please try again in a few seconds.");
    }

    /// <summary>Look for new articles in one feed now</summary>
    /// <remarks>
    /// Visits this feed even if its time has not come, and answers at once. Follow the address in `Location` to see how it went. A feed is visited like this once a minute at
    /// most, and not before the time that its publisher asked us to wait for.
    /// </remarks>
    /// <param name="id">The feed's `id`.</param>
    /// <param name="catalog">Set by the service.</param>
    /// <param name="runner">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="response">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="202">The refresh that runs now.</response>
    internal static async Task<Results<Accepted<RefreshReport>, ProblemHttpResult>> PostFeedRefresh(
        string id, CurrentCatalog catalog, RefreshRunner runner, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (catalog.Current.Find(id) is not { } source) return Problems.UnknownFeed.Because("Use the id of a feed from GET /api/v1/feeds.", "id");
        if (!source.IsRead(time.GetUtcNow())) return Problems.FeedSwitchedOff.Because("Switch it on first: change its 'enabled' to true. That ends a pause too.", "id");
        switch (await runner.StartAsync(source, cancellationToken))
        {
            case FeedRefreshStart.Started { Job: var job }:
                return TypedResults.Accepted($"/api/v1/refreshes/{job.Id}", RefreshReport.From(job));
            case FeedRefreshStart.TooSoon { Wait: var wait }:
                response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Problems.TooSoon.Because($"This feed can be visited again in {InWords(wait)}.", "id");
            default:
                return Problems.RefreshBusy.Because("A refresh runs already. Please try again in a few seconds.");
        }
    }

    private static string InWords(TimeSpan wait) => wait switch
    {
        { TotalSeconds: <= 60 } => "a minute",
        { TotalMinutes: < 90 } => $"{Math.Ceiling(wait.TotalMinutes):0} minutes",
        _ => $"{Math.Ceiling(wait.TotalHours):0} hours",
    };

    /// <summary>Show how a refresh went</summary>
    /// <remarks>For each feed visited so far: what it gave, or in words what is wrong. The last 50 refreshes are kept.</remarks>
    /// <param name="id">The refresh's `id`.</param>
    /// <param name="runner">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    internal static async Task<Results<Ok<RefreshReport>, ProblemHttpResult>> GetRefresh(string id, RefreshRunner runner, CancellationToken cancellationToken) =>
        await runner.FindAsync(id, cancellationToken) is { } job
            ? TypedResults.Ok(RefreshReport.From(job))
            : Problems.UnknownRefresh.Because("Use the id that POST /api/v1/refreshes gave. The last 50 are kept.", "id");
}

/// <summary>A visit to all feeds that were due.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">`running`, `finished`, or `interrupted` when it did not get to its end: the service was stopped, or its store was away.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="Due">How many feeds were due.</param>
/// <param name="Visited">How many of them have been visited so far.</param>
/// <param name="NewArticles">How many new articles they gave.</param>
/// <param name="Feeds">What each visit gave.</param>
internal sealed record RefreshReport(
    string Id,
    RefreshStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Due,
    int Visited,
    int NewArticles,
    IReadOnlyList<FeedRefresh> Feeds)
{
    public static RefreshReport From(RefreshJob job) => new(
        job.Id, job.Status, job.StartedAt, job.FinishedAt, job.Due, job.Feeds.Length, job.Feeds.Sum(feed => feed.NewArticles), job.Feeds);
}
