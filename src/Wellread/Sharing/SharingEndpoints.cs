using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Today;

namespace Wellread.Sharing;

internal static class SharingEndpoints
{
    public static IEndpointRouteBuilder MapSharing(this IEndpointRouteBuilder app)
    {
        var articles = app.MapGroup("/api/v1/articles").WithTags(ApiTags.StartHere);
        articles.MapGet("/{id}/share", GetShare).Fails(Problems.Validation, Problems.UnknownChannel, Problems.UnknownArticle, Problems.UnknownPractice).NeedsArticles(whole: true);
        return app;
    }

    /// <summary>Get the link and text to share</summary>
    /// <remarks>
    /// A link that opens the network, and a text made of the article's own words that fits it. Facebook and LinkedIn take no text from a link,
    /// so you paste it there: follow the steps. Nothing is posted for you.
    /// </remarks>
    /// <param name="id">The article's id, as in a suggestion's `articleId`.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="channel" example="facebook">Where you want to share.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="instance" example="mastodon.social">Only for Mastodon: the server where you have your account.</param>
    /// <param name="practice" example="default">Who shares it: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<ShareResponse>, ProblemHttpResult> GetShare(
        string id,
        SuggestionState state,
        CurrentPractices practices,
        TimeProvider time,
        [KnownChannels] string? channel = null,
        string? instance = null,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } byPractice) return PracticesEndpoints.NoSuch();
        if (string.IsNullOrEmpty(channel) || ShareChannel.Find(channel) is not { } onChannel)
            return Problems.UnknownChannel.Because($"Use one of these: {ChannelInfo.Slugs}.", "channel");
        var host = string.IsNullOrEmpty(instance) ? ShareLinks.DefaultInstance : ShareLinks.InstanceFrom(instance);
        if (host is null) return Problems.Validation.Because("Give the name of your Mastodon server, such as mastodon.social.", "instance");
        return state.Current.Find(id)?.Article is { } article && ShareLinks.For(article, onChannel, host) is { } offer
            ? TypedResults.Ok(ShareResponse.From(article.Id, offer with { Warnings = offer.Warnings.AddRange(Timing(byPractice, onChannel, state, time)) }))
            : Problems.UnknownArticle.Because("Use the articleId of a suggestion from GET /api/v1/suggestions.", "id");
    }

    /// <summary>What speaks against sharing there now: the channel is off, the week is used up, it is a quiet hour, or the last post was a moment ago.</summary>
    private static IEnumerable<string> Timing(Practice practice, ShareChannel channel, SuggestionState state, TimeProvider time)
    {
        var budget = ChannelBudget.Of(practice, channel.Channel, state.Current.Decisions.Of(practice.Id), time.GetUtcNow());
        return budget.FitsNow ? [] : [BudgetWords.Of(budget, practice)];
    }
}

/// <summary>What you need to share an article on one network.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Channel">The network.</param>
/// <param name="ShareUrl">Open this to share.</param>
/// <param name="PrefillsText">True where the link brings the text along; false where you paste it.</param>
/// <param name="CopyText">The text to paste, or to check.</param>
/// <param name="Link">The article's own address.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Length">How long the text is, as the network counts.</param>
/// <param name="Warnings">What to know before you post; empty when there is nothing.</param>
internal sealed record ShareResponse(
    string ArticleId,
    string Channel,
    string ShareUrl,
    bool PrefillsText,
    string CopyText,
    string Link,
    IReadOnlyList<string> Steps,
    ShareLength Length,
    IReadOnlyList<string> Warnings)
{
    public static ShareResponse From(string articleId, ShareOffer offer) => new(
        articleId, offer.Channel.Slug, offer.ShareUrl, offer.Channel.PrefillsText, offer.CopyText, offer.Link,
        offer.Channel.Steps, new ShareLength(offer.Counted, offer.Channel.Limit, offer.Channel.Rule.Code), offer.Warnings);
}

/// <summary>A text's length.</summary>
/// <param name="Counted">The length of `copyText` by the network's rule.</param>
/// <param name="Limit">The longest that the network takes; null where it states none.</param>
/// <param name="Rule">How the network counts: `characters`, `x-weighted-v3`, `graphemes`, `graphemes-links-23` or `characters-emoji-bytes`.</param>
internal sealed record ShareLength(int Counted, int? Limit, string Rule);
