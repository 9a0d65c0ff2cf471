using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Feeds;
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
    /// A link that opens the network, and a text in the article's own words. It fits there and is easy to read. Facebook and LinkedIn take no text from a link, so you paste it
    /// there: follow the steps. Nothing is posted for you. No click is counted. `missingTones` says why a tone is not there: we make up no advice, and put no question above bad
    /// news.
    /// </remarks>
    /// <param name="id">The article's id, as in a suggestion's `articleId`.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="channel" example="facebook">Where you want to share.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="feeds">Set by the service.</param>
    /// <param name="tone" example="plain">How the text opens: `plain` with the title, `question` with its own question or an open one on its subject, `tip` with its advice. Plain if left empty.</param>
    /// <param name="instance" example="mastodon.social">Only for Mastodon: the server where you have your account.</param>
    /// <param name="practice" example="default">Who shares it: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<ShareResponse>, ProblemHttpResult> GetShare(
        string id,
        SuggestionState state,
        CurrentPractices practices,
        TimeProvider time,
        CurrentCatalog feeds,
        [KnownChannels] string? channel = null,
        [KnownTones] string? tone = null,
        string? instance = null,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        if (string.IsNullOrEmpty(channel) || ShareChannel.Find(channel) is not { } onChannel)
            return Problems.UnknownChannel.Because($"Use one of these: {ChannelInfo.Slugs}.", "channel");
        if (ShareTones.Find(tone) is not { } inTone) return Problems.Validation.Because($"Use one of these: {ShareTones.Slugs}.", "tone");
        var host = string.IsNullOrEmpty(instance) ? ShareLinks.DefaultInstance : ShareLinks.InstanceFrom(instance);
        if (host is null) return Problems.Validation.Because("Give the name of your Mastodon server, such as mastodon.social.", "instance");
        if (state.Current.Find(id)?.Article is not { } article) return Unknown();
        var feedHost = feeds.Current.Find(article.Source.FeedId)?.Url.Host;
        var wish = new ShareWish(onChannel, forPractice) { Tone = inTone, Instance = host, FeedHost = feedHost };
        return ShareLinks.For(article, wish) is { } offer
            ? TypedResults.Ok(ShareResponse.From(article.Id, offer with { Warnings = offer.Warnings.AddRange(Timing(forPractice, onChannel, state, time)) }))
            : Unknown();
    }

    /// <summary>What speaks against sharing there now: the channel is off, the week is used up, it is a quiet hour, or the last post was a moment ago.</summary>
    private static IEnumerable<string> Timing(Practice practice, ShareChannel channel, SuggestionState state, TimeProvider time)
    {
        var budget = ChannelBudget.Of(practice, channel.Channel, state.Current.Decisions.Of(practice.Id), time.GetUtcNow());
        return budget.FitsNow ? [] : [BudgetWords.Of(budget, practice)];
    }

    private static ProblemHttpResult Unknown() => Problems.UnknownArticle.Because("Use the articleId of a suggestion from GET /api/v1/suggestions.", "id");
}

/// <summary>The drop-down of tones.</summary>
internal sealed class KnownTonesAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => ShareTones.All.Select(ShareTones.SlugOf);
}
