using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Suggestions;

/// <summary>What is said of a text, whole: one that is sent, which is kept nowhere, or a stored article's.</summary>
internal static class ScoresEndpoints
{
    /// <summary>The longest title and text, each character sent as two escapes of six.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    public static IEndpointRouteBuilder MapScores(this IEndpointRouteBuilder app)
    {
        var scores = app.MapGroup("/api/v1").WithTags(ApiTags.StartHere);
        scores.MapPost("/scores", PostScore)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Fails(Problems.Validation, Problems.UnreadableBody, Problems.UnknownLanguage, Problems.UnknownArticle, Problems.BodyTooLarge, Problems.UnsupportedMediaType);
        scores.MapGet("/articles/{id}/explanation", GetExplanation).TellsWhetherItChanged().Fails(Problems.UnknownArticle).NeedsArticles(whole: true);
        return app;
    }

    /// <summary>Check a text</summary>
    /// <remarks>
    /// Will a patient understand it? Send a title, a text or both, as plain text, or the `articleId` of an article that is here. The answer says how easy it is to read,
    /// which words to swap, what it is about, and why; each reason names its places in your text. What you send is not kept: not stored, not written to
    /// any log, not sent on.
    /// </remarks>
    /// <param name="request">The text, or the article's id.</param>
    /// <response code="200">What there is to say.</response>
    internal static Results<Ok<Explanation>, ProblemHttpResult> PostScore(ScoreRequest request, TextScoring scoring, SuggestionState state)
    {
        var hasText = !string.IsNullOrWhiteSpace(request.Title) || !string.IsNullOrWhiteSpace(request.Text);
        if (request.ArticleId is null && !hasText) return Problems.Validation.Because("Send a title, a text or both, or the articleId of an article.", "text");
        if (request.ArticleId is not null && (request.Title ?? request.Text) is not null)
            return Problems.Validation.Because("Send either a title and text, or an articleId, not both.", "articleId");
        if (request.ArticleId is not null && request.Language is not null)
            return Problems.Validation.Because("An article has its language. Leave 'language' out when you send an articleId.", "language");
        if (request.Language is not null && !ArticleLanguage.IsKnown(request.Language))
            return Problems.UnknownLanguage.Because($"Use one of these, or leave it out: {string.Join(", ", ArticleLanguage.Known)}.", "language");
        if (request.ArticleId is null)
            return TypedResults.Ok(Explanation.Of(scoring.Explain(request.Title ?? "", request.Text ?? "", request.Language?.ToLowerInvariant())));
        return state.Current.Find(request.ArticleId)?.Article is { } article ? TypedResults.Ok(Explanation.Of(scoring.Explain(article), article)) : NoSuch("articleId");
    }

    /// <summary>Show why an article got its score</summary>
    /// <remarks>
    /// The same as *Check a text*, for the title and the summary of an article that is here. It comes with an `ETag`: send it back as `If-None-Match`, and the answer is
    /// 304 as long as nothing has changed.
    /// </remarks>
    /// <param name="id">The article's id, as in a suggestion's `articleId`.</param>
    /// <param name="scoring">Set by the service.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <response code="200">What there is to say.</response>
    /// <response code="304">Nothing has changed since.</response>
    internal static Results<Ok<Explanation>, StatusCodeHttpResult, ProblemHttpResult> GetExplanation(
        string id, TextScoring scoring, SuggestionState state, HttpContext context)
    {
        if (state.Current.Find(id)?.Article is not { } article) return NoSuch("id");
        var tag = scoring.ETag(article);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(Explanation.Of(scoring.Explain(article), article));
    }

    private static ProblemHttpResult NoSuch(string field) => Problems.UnknownArticle.Because("Use the articleId of a suggestion from GET /api/v1/suggestions.", field);
}

/// <summary>A text to check, or an article.</summary>
public sealed record ScoreRequest
{
    /// <summary>The headline, of at most 500 characters.</summary>
    /// <example>Myocardial infarction: what patients should know</example>
    [StringLength(500, ErrorMessage = "A title has at most 500 characters.")]
    public string? Title { get; init; }

    /// <summary>The text, plain, of at most 20,000 characters.</summary>
    /// <example>Hypertension raises your risk. Walk for ten minutes each day, and ask your doctor which pills you need.</example>
    [StringLength(20_000, ErrorMessage = "A text has at most 20,000 characters. Send a part of it.")]
    public string? Text { get; init; }

    /// <summary>`en` or `es`. Found out by itself if you leave it out.</summary>
    /// <example>en</example>
    [KnownLanguages]
    public string? Language { get; init; }

    /// <summary>Instead of a title and text: the id of an article that is here.</summary>
    /// <example>null</example>
    public string? ArticleId { get; init; }
}
