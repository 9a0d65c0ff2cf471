using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Sharing;
using Wellread.Suggestions;

namespace Wellread.Privacy;

/// <summary>Checks what an editor is about to post. The text is kept nowhere.</summary>
internal static class PrivacyEndpoints
{
    /// <summary>The longest text, each character sent as an escape of six.</summary>
    private const int MaxBodyBytes = (6 * PostCheckRequest.LongestText) + 4096;

    private static readonly string Modes = string.Join(", ", Enum.GetNames<PostMode>().Select(name => name.ToLowerInvariant()));

    private static readonly string Channels = string.Join(", ", ShareChannel.All.Select(channel => channel.Slug));

    private static readonly string Languages = string.Join(", ", ArticleLanguage.Known);

    public static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder app)
    {
        var posts = app.MapGroup("/api/v1/posts").WithTags(ApiTags.StartHere);
        posts.MapPost("/check", PostCheck)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Fails(Problems.Validation, Problems.UnreadableBody, Problems.UnknownChannel, Problems.UnknownLanguage, Problems.BodyTooLarge, Problems.UnsupportedMediaType);
        posts.MapGet("/safe-replies", GetSafeReplies).Fails(Problems.Validation, Problems.UnknownLanguage);
        return app;
    }

    /// <summary>Check my post</summary>
    /// <remarks>
    /// **Nothing you type here is saved.** Does your post, reply or caption tell who is a patient? The answer names each place, says why, and gives a safer text.
    /// It also says how easy the text is to read and how long it is on the network. A text in Spanish is answered in Spanish; one in another language is not fully checked, and the answer says so. This check helps; it can miss things, and it is not legal advice.
    /// </remarks>
    /// <param name="request">Your text and where it will go.</param>
    /// <response code="200">What was found. `block`: do not post it like this. `warn`: look again. `clear`: nothing was found.</response>
    internal static Results<Ok<PostCheckResponse>, ProblemHttpResult> PostCheck(PostCheckRequest request, TextScoring scoring)
    {
        if (string.IsNullOrWhiteSpace(request.Text)) return Problems.Validation.Because("Send the text that you want to post.", "text");
        // By name only: "1" and "post, caption" are none.
        if (Array.FindIndex(Enum.GetNames<PostMode>(), name => name.Equals(request.Mode ?? nameof(PostMode.Post), StringComparison.OrdinalIgnoreCase)) is not (>= 0 and var place))
            return Problems.Validation.Because($"Use one of these: {Modes}.", "mode");
        var mode = Enum.GetValues<PostMode>()[place];
        if (ShareChannel.Find(request.Channel ?? ShareChannel.All[0].Slug) is not { } channel) return Problems.UnknownChannel.Because($"Use one of these: {Channels}.", "channel");
        if (request.Language is not null && !ArticleLanguage.IsKnown(request.Language))
            return Problems.UnknownLanguage.Because($"Use one of these, or leave it out: {Languages}.", "language");
        var judged = scoring.Explain("", request.Text, request.Language?.ToLowerInvariant());
        var result = PostGuard.Check(request.Text, channel, mode, judged.Language);
        var isRead = request.Language is not null || ReadLanguages.Has(request.Text, judged.Language);
        return TypedResults.Ok(PostCheckResponse.Of(channel, request.Text, judged, result, mode, isRead, FindingWords.In(judged.Language)));
    }

    /// <summary>Show safe replies</summary>
    /// <remarks>Replies to reviews that never say whether somebody is a patient. Copy one, or use it to start your own, and check that again.</remarks>
    /// <param name="kind" example="wait">What the review is about.</param>
    /// <param name="language" example="en">Leave it out for all.</param>
    /// <response code="200">The replies.</response>
    internal static Results<Ok<SafeRepliesResponse>, ProblemHttpResult> GetSafeReplies([KnownReviewKinds] string? kind = null, [KnownLanguages] string? language = null)
    {
        if (!string.IsNullOrEmpty(kind) && !SafeReplies.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
            return Problems.Validation.Because($"Use one of these, or leave it out: {string.Join(", ", SafeReplies.Kinds)}.", "kind");
        if (!string.IsNullOrEmpty(language) && !ArticleLanguage.IsKnown(language))
            return Problems.UnknownLanguage.Because($"Use one of these, or leave it out: {Languages}.", "language");
        var replies = SafeReplies.Of(string.IsNullOrEmpty(kind) ? null : kind, string.IsNullOrEmpty(language) ? null : language);
        return TypedResults.Ok(new SafeRepliesResponse([.. replies.Select(reply => new SafeReplyItem(reply.Kind, reply.Name, reply.Language, reply.Text))]));
    }
}

/// <summary>The kinds of review that there are replies for.</summary>
internal sealed class KnownReviewKindsAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => SafeReplies.Kinds;
}

/// <summary>What a text can be for.</summary>
internal sealed class KnownModesAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => Enum.GetNames<PostMode>().Select(name => name.ToLowerInvariant());
}

/// <summary>A text that you are about to post.</summary>
public sealed record PostCheckRequest
{
    /// <summary>As much as any network takes.</summary>
    internal const int LongestText = 65_536;

    /// <summary>The text, of at most 65,536 characters.</summary>
    /// <example>Thanks Karen! See you at your follow-up on March 3.</example>
    [StringLength(LongestText, ErrorMessage = "A text has at most 65,536 characters. Send a part of it.")]
    public required string Text { get; init; }

    /// <summary>Where it will go: `facebook`, `x`, `linkedin`, `email`, `threads`, `bluesky`, `mastodon` or `whatsapp`. `facebook` if you leave it out.</summary>
    /// <example>facebook</example>
    [KnownChannels]
    public string? Channel { get; init; }

    /// <summary>What it is: a `post`, a `reply` to a review or comment, or the `caption` of a picture. `post` if you leave it out.</summary>
    /// <example>reply</example>
    [KnownModes]
    public string? Mode { get; init; }

    /// <summary>`en` or `es`. Found out by itself if you leave it out.</summary>
    /// <example>en</example>
    [KnownLanguages]
    public string? Language { get; init; }
}
