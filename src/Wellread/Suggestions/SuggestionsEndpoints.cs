using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Practices;

namespace Wellread.Suggestions;

internal static class SuggestionsEndpoints
{
    private const int MaxLimit = 50;
    private static readonly TimeSpan DefaultSnooze = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    public static IEndpointRouteBuilder MapSuggestions(this IEndpointRouteBuilder app)
    {
        var suggestions = app.MapGroup("/api/v1/suggestions").WithTags(ApiTags.StartHere);
        suggestions.MapGet("/", GetSuggestions)
            .Fails(Problems.Validation, Problems.UnknownTopic, Problems.UnknownChannel, Problems.UnknownLanguage, Problems.InvalidCursor);
        suggestions.MapGet("/changed", GetChanged);
        suggestions.MapGet("/held", GetHeld).Fails(Problems.Validation);
        suggestions.MapGet("/{id}", GetSuggestion).Fails(Problems.UnknownSuggestion);
        suggestions.MapPost("/{id}/decisions", PostDecision)
            .Fails(Problems.Validation, Problems.UnreadableBody, Problems.UnknownSuggestion, Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.StoreUnavailable);
        suggestions.MapGet("/{id}/decisions", GetDecisions).Fails(Problems.UnknownSuggestion);
        return app;
    }

    /// <summary>Show suggestions</summary>
    /// <remarks>
    /// The articles most worth sharing, the best first, each with its reasons. What you decided on does not come back.
    /// Leave every box empty to see what fits Facebook and X in your practice's language.
    /// </remarks>
    /// <param name="channel" example="facebook">Where you want to share. LinkedIn shows what is written for colleagues; all others show what patients understand.</param>
    /// <param name="topic" example="nutrition">Only this topic.</param>
    /// <param name="language" example="en">Only this language. Your practice's languages if left empty.</param>
    /// <param name="limit" example="5">How many to show, from 1 to 50. 10 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more.</param>
    /// <response code="200">The suggestions. The list is empty only when nothing fits.</response>
    internal static Results<Ok<SuggestionList>, ProblemHttpResult> GetSuggestions(
        SuggestionFinder finder,
        HttpContext context,
        [KnownChannels] string? channel,
        [KnownTopics] string? topic,
        [KnownLanguages] string? language,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 50 suggestions.")] int limit = 10,
        string? cursor = null)
    {
        var onChannel = string.IsNullOrEmpty(channel) ? null : ChannelInfo.Find(channel);
        if (onChannel is null && !string.IsNullOrEmpty(channel))
            return Problems.UnknownChannel.Because($"Use one of these: {string.Join(", ", ChannelInfo.All.Select(info => info.Slug))}.", "channel");
        var onTopic = string.IsNullOrEmpty(topic) ? null : TopicCatalog.Find(topic);
        if (onTopic is null && !string.IsNullOrEmpty(topic))
            return Problems.UnknownTopic.Because($"Use one of these: {string.Join(", ", TopicCatalog.All.Select(known => known.Slug))}.", "topic");
        if (!string.IsNullOrEmpty(language) && !ArticleLanguage.IsKnown(language))
            return Problems.UnknownLanguage.Because($"Use one of these: {string.Join(", ", ArticleLanguage.Known)}.", "language");

        var query = new SuggestionQuery(onChannel, onTopic?.Slug, NullIfEmpty(language)?.ToLowerInvariant(), limit, Cursor: null);
        if (!string.IsNullOrEmpty(cursor))
        {
            query = query with { Cursor = SuggestionCursor.Decode(cursor) };
            if (query.Cursor is null || query.Cursor.Filter != query.Filter)
                return Problems.InvalidCursor.Because("Send the nextCursor of the page before, with the same topic, language and channel.", "cursor");
        }

        var page = finder.Find(query);
        var next = page.Next?.Encode();
        if (next is not null) context.Response.Headers.Link = NextLink(context.Request, next);
        return TypedResults.Ok(new SuggestionList([.. page.Items.Select(Suggestion.From)], next, page.ShowsSamples, page.Stale));
    }

    /// <summary>Show what changed since you shared it</summary>
    /// <remarks>
    /// What you approved or shared, and its publisher has since corrected, taken back or rewritten. Say what you did with it and it leaves this list.
    /// </remarks>
    internal static Ok<ChangedList> GetChanged(SuggestionFinder finder) => TypedResults.Ok(new ChangedList([.. finder.FindChanged().Select(Suggestion.From)]));

    /// <summary>Show what waits for your yes</summary>
    /// <remarks>
    /// Articles on subjects that can hurt a reader: suicide, eating disorders, abuse, sexual assault, overdose, abortion. None is suggested before you `approve`
    /// it. Then it is suggested like any other, and its text to share names a help line. `reject` takes it away.
    /// </remarks>
    /// <param name="limit" example="10">How many to show, from 1 to 50. 10 if left empty.</param>
    internal static Ok<HeldList> GetHeld(
        SuggestionFinder finder, [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 50 suggestions.")] int limit = 10)
    {
        var held = finder.FindHeld();
        return TypedResults.Ok(new HeldList([.. held.Take(limit).Select(HeldSuggestion.From)], held.Count));
    }

    /// <summary>Show one suggestion</summary>
    /// <remarks>Also shows a suggestion that you decided on.</remarks>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="finder">Set by the service.</param>
    internal static Results<Ok<Suggestion>, ProblemHttpResult> GetSuggestion(string id, SuggestionFinder finder) =>
        finder.Find(id) is { } ranked ? TypedResults.Ok(Suggestion.From(ranked)) : NoSuch();

    /// <summary>Say what you decided</summary>
    /// <remarks>
    /// `approve` it, `reject` it with a reason, `snooze` it until later, or say that you `shared` it and where. It then no longer comes back;
    /// a snoozed one comes back at its time. An article that waits for your yes is suggested once you approve it. Saying the same twice does no harm.
    /// </remarks>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="request">What you decided.</param>
    /// <response code="201">It is saved.</response>
    internal static async Task<Results<Created<DecisionList>, ProblemHttpResult>> PostDecision(
        string id, DecisionRequest request, SuggestionState state, SuggestionDecisions decisions, TimeProvider time, CancellationToken cancellationToken)
    {
        if (FindArticle(id, state) is not { } article) return NoSuch();
        var now = time.GetUtcNow();
        var action = Enum.Parse<DecisionAction>(request.Action, ignoreCase: true);
        if (action == DecisionAction.Reject && request.Reason is null)
            return Problems.Validation.Because("Say why: tooTechnical, notToday, offTopic, doNotTrustSource, alreadyKnown or other.", "reason");
        if (action == DecisionAction.Shared && request.Channel is null)
            return Problems.Validation.Because("Say where: facebook, x, linkedin or email.", "channel");
        if (action == DecisionAction.Snooze && request.Until is { } asked && (asked <= now || asked > now + LongestSnooze))
            return Problems.Validation.Because("Choose a time from now to a year from now.", "until");

        var history = await decisions.DecideAsync(
            article,
            action,
            action == DecisionAction.Reject ? Enum.Parse<RejectReason>(request.Reason!, ignoreCase: true) : null,
            action == DecisionAction.Snooze ? (request.Until ?? now + DefaultSnooze).ToUniversalTime() : null,
            request.Channel is { } channel ? ChannelInfo.Find(channel)!.Channel : null,
            now,
            cancellationToken);
        return TypedResults.Created($"/api/v1/suggestions/{id}/decisions", ToList(id, history));
    }

    /// <summary>Show what was decided</summary>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="state">Set by the service.</param>
    internal static Results<Ok<DecisionList>, ProblemHttpResult> GetDecisions(string id, SuggestionState state)
    {
        if (SuggestionId.ToArticleId(id) is not { } articleId) return NoSuch();
        if (state.Current.Decisions.Find(articleId) is { } history) return TypedResults.Ok(ToList(id, history));
        return FindArticle(id, state) is null ? NoSuch() : TypedResults.Ok(new DecisionList(id, articleId, []));
    }

    private static Article? FindArticle(string suggestionId, SuggestionState state) =>
        SuggestionId.ToArticleId(suggestionId) is { } articleId ? state.Current.Find(articleId)?.Article : null;

    private static ProblemHttpResult NoSuch() =>
        Problems.UnknownSuggestion.Because("Use the id of a suggestion from GET /api/v1/suggestions.", "id");

    private static DecisionList ToList(string id, DecisionHistory history) => new(
        id,
        history.ArticleId,
        [.. history.Decisions.Select(d => new DecisionItem(d.Action, d.At, d.Reason, d.Until, d.Channel, d.ModelVersion))]);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string NextLink(HttpRequest request, string cursor)
    {
        var query = request.Query.Where(pair => pair.Key != "cursor").Append(new("cursor", cursor));
        return $"<{request.Path}{QueryString.Create(query)}>; rel=\"next\"";
    }
}
