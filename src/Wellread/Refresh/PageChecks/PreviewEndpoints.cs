using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;
using Wellread.Suggestions;

namespace Wellread.Refresh.PageChecks;

internal static class PreviewEndpoints
{
    private const int RetryAfterSeconds = 5;

    public static IEndpointRouteBuilder MapLinkPreviews(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/articles").WithTags(ApiTags.StartHere).MapGet("/{id}/preview", GetPreview)
            .Fails(Problems.UnknownArticle, Problems.DiscoveryBusy).NeedsArticles(whole: true);
        return app;
    }

    /// <summary>See what the link's card will look like</summary>
    /// <remarks>
    /// Opens the article's page once, as a reader without an account would, and says what networks will make of it: title, picture, and what to know before you post.
    /// A site that asks programs not to look is not looked at. Of the picture only the beginning is read, for its size. What is found (gone, to pay for, to log in) is kept with the
    /// article, and told wherever it is shared. It takes a second or two, and two minutes at most.
    /// </remarks>
    /// <param name="id">The article's id, as in a suggestion's `articleId`.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="previews">Set by the service.</param>
    /// <param name="response">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    internal static async Task<Results<Ok<LinkPreviewResponse>, ProblemHttpResult>> GetPreview(
        string id, SuggestionState state, LinkPreviews previews, HttpResponse response, CancellationToken cancellationToken)
    {
        if (state.Current.Find(id)?.Article is not { } article)
            return Problems.UnknownArticle.Because("Use the articleId of a suggestion from GET /api/v1/suggestions.", "id");
        if (article.IsSample) return TypedResults.Ok(LinkPreviewResponse.OfSample(article.Id, article.Link));
        if (await previews.LookAsync(article, cancellationToken) is ({ } preview, var at)) return TypedResults.Ok(LinkPreviewResponse.Of(article.Id, article.Link, preview, at));
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Problems.DiscoveryBusy.Because("Please try again in a few seconds.");
    }
}

/// <summary>What networks will make of an article's link.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Link">Its address.</param>
/// <param name="State">What the look gave: `ok`, `gone`, `paywalled`, `login`, `file`, `unclear` or `notAllowed`.</param>
/// <param name="CheckedAt">When the page was looked at; null where it was not.</param>
/// <param name="Card">The card; null where there will be none or nobody can tell.</param>
/// <param name="Warnings">What to know before you post; empty when there is nothing.</param>
internal sealed record LinkPreviewResponse(
    string ArticleId, string Link, PreviewState State, DateTimeOffset? CheckedAt, LinkCard? Card, IReadOnlyList<string> Warnings)
{
    public static LinkPreviewResponse Of(string articleId, string link, LinkPreview preview, DateTimeOffset at) => new(
        articleId,
        link,
        preview.State,
        at,
        preview.Card is { } card ? new LinkCard(card.Title, card.Description, preview.Site!, preview.ImageUrl, preview.Picture) : null,
        preview.Warnings);

    public static LinkPreviewResponse OfSample(string articleId, string link) =>
        new(articleId, link, PreviewState.Unclear, null, null, ["This is an invented sample. Its link leads nowhere."]);
}

/// <summary>A link's card.</summary>
/// <param name="Title">Its title; null where the page gives none.</param>
/// <param name="Description">The line below; many networks leave it out.</param>
/// <param name="Site">The site that it names.</param>
/// <param name="ImageUrl">Its picture, of which Wellread has read only the beginning; null for none.</param>
/// <param name="Picture">How the picture comes out: `large`, `small`, `tooSmall`, `unknown` or `none` (there is none, or networks can't show it).</param>
internal sealed record LinkCard(string? Title, string? Description, string Site, string? ImageUrl, CardPicture Picture);
