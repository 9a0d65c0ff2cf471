using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Refresh;

internal static class DiscoveryEndpoints
{
    private const int RetryAfterSeconds = 5;

    public static IEndpointRouteBuilder MapDiscovery(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/feeds").WithTags(ApiTags.Feeds).MapPost("/discover", PostDiscovery).Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.BlockedAddress, Problems.DiscoveryBusy, Problems.SourceUnreachable);
        return app;
    }

    /// <summary>Find the feeds of a site</summary>
    /// <remarks>
    /// Give a site's address, as you would type it into a browser, or a feed's own. Shows the feeds found there, each with its five newest items and how well patients
    /// would understand them. Nothing is added and nothing is stored. It may take up to 20 seconds.
    /// </remarks>
    /// <param name="request">The site.</param>
    /// <param name="discovery">Set by the service.</param>
    /// <param name="catalog">Set by the service.</param>
    /// <param name="scoring">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="response">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="200">The feeds, the likeliest first. The list is empty where the site answers but no feed was found.</response>
    internal static async Task<Results<Ok<DiscoveryReport>, ProblemHttpResult>> PostDiscovery(
        DiscoverRequest request,
        FeedDiscovery discovery,
        CurrentCatalog catalog,
        ArticleScoring scoring,
        TimeProvider time,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        switch (await discovery.DiscoverAsync(request.Url, cancellationToken))
        {
            case FeedDiscoveryResult.Found found:
                var now = time.GetUtcNow();
                var items = found.Feeds.Select(feed => DiscoveredFeed.From(feed, catalog.Current.Find(feed.Id), scoring, now)).ToList();
                return TypedResults.Ok(new DiscoveryReport(items, Sentence(found)));
            case FeedDiscoveryResult.NothingFound { Message: var message }:
                return TypedResults.Ok(new DiscoveryReport([], message));
            case FeedDiscoveryResult.NoAddress { Message: var message }:
                return Problems.Validation.Because(message, "url");
            case FeedDiscoveryResult.Blocked { Message: var message }:
                return Problems.BlockedAddress.Because(message, "url");
            case FeedDiscoveryResult.Unreachable { Message: var message }:
                return Problems.SourceUnreachable.Because(message, "url");
            default:
                response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                return Problems.DiscoveryBusy.Because("Please try again in a few seconds.");
        }
    }

    private static string Sentence(FeedDiscoveryResult.Found found) =>
        found.IsFeedItself ? "This address is a feed."
        : found.Feeds.Length == 1 ? "One feed was found."
        : $"{found.Feeds.Length} feeds were found, the likeliest first.";
}

/// <summary>A site to look at.</summary>
public sealed record DiscoverRequest
{
    /// <summary>The site's address or a feed's. `https://` may be left out.</summary>
    /// <example>newsinhealth.nih.gov</example>
    [Required(ErrorMessage = "Give the address of a site or a feed.")]
    [StringLength(2048, ErrorMessage = "An address has at most 2,048 characters.")]
    public required string Url { get; init; }
}

/// <summary>What was found at a site.</summary>
/// <param name="Items">The feeds, the likeliest first, at most five.</param>
/// <param name="Summary">What was found, in a sentence.</param>
internal sealed record DiscoveryReport(IReadOnlyList<DiscoveredFeed> Items, string Summary);

/// <summary>A feed that was found, and what it gives.</summary>
/// <param name="Url">Its address. Send it to `POST /api/v1/feeds` to add the feed.</param>
/// <param name="Id">Its id if it is on the list already, else null.</param>
/// <param name="Title">Its name.</param>
/// <param name="Description">What it says of itself; it may be empty.</param>
/// <param name="Homepage">The site's page, or null.</param>
/// <param name="Language">The language it says it is in, or null.</param>
/// <param name="Format">How it is written.</param>
/// <param name="ItemCount">How many items it has now.</param>
/// <param name="NewestAt">When its newest item came out; null if it gives no dates.</param>
/// <param name="Summary">What you may expect of it, in words.</param>
/// <param name="Preview">Its newest items, at most five.</param>
internal sealed record DiscoveredFeed(
    string Url,
    string? Id,
    string Title,
    string Description,
    string? Homepage,
    string? Language,
    FeedFormat Format,
    int ItemCount,
    DateTimeOffset? NewestAt,
    string Summary,
    IReadOnlyList<PreviewItem> Preview)
{
    private const int MaxDescriptionLength = 300;

    public static DiscoveredFeed From(FoundFeed found, FeedSource? listed, ArticleScoring scoring, DateTimeOffset now)
    {
        var language = FeedText.Language(found.Feed.Language);
        var source = listed ?? new FeedSource { Id = found.Id, Url = found.Url, Title = found.Title, Language = language };
        var preview = FeedPreview.Of(found.Feed, source, scoring, now);
        return new DiscoveredFeed(
            found.Url.AbsoluteUri,
            listed?.Id,
            found.Title,
            PlainText.From(found.Feed.Description, MaxDescriptionLength),
            FeedText.WebAddress(found.Feed.Link)?.AbsoluteUri,
            language,
            found.Feed.Format,
            found.Feed.Entries.Length,
            preview.NewestAt,
            listed is null ? preview.Summary : $"{preview.Summary} It is on your list already.",
            [.. preview.Articles.Select(PreviewItem.From)]);
    }
}

/// <summary>An item of a feed, and how well patients would understand it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address.</param>
/// <param name="PublishedAt">When it came out; null if the feed gives no date.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Topics">What it is about, the main topic first.</param>
/// <param name="Audience">Whom it suits: `patients`, `colleagues` or `neither`.</param>
/// <param name="Score">How sure the model is that a patient understands it, from 0 to 1.</param>
/// <param name="Grade">The school grade at which it reads.</param>
/// <param name="Reasons">The main reasons, in words.</param>
internal sealed record PreviewItem(
    string Title,
    string Url,
    DateTimeOffset? PublishedAt,
    string Language,
    IReadOnlyList<string> Topics,
    ArticleAudience Audience,
    double Score,
    double Grade,
    IReadOnlyList<AssessmentReason> Reasons)
{
    private const int MaxReasons = 3;

    public static PreviewItem From(PreviewedArticle item)
    {
        var (article, assessment) = (item.Article, item.Article.Assessment!);
        return new PreviewItem(
            article.Title,
            article.Link,
            item.PublishedAt,
            article.Language,
            article.Topics,
            assessment.Audience,
            Math.Round(assessment.Probability, 3),
            Math.Round(assessment.Grade, 1),
            [.. assessment.Reasons.Take(MaxReasons)]);
    }
}
