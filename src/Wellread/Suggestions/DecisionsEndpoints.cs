using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Practices;

namespace Wellread.Suggestions;

internal static class DecisionsEndpoints
{
    private static readonly TimeSpan DefaultSnooze = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    public static IEndpointRouteBuilder MapDecisions(this IEndpointRouteBuilder app)
    {
        var decisions = app.MapGroup("/api/v1/suggestions/{id}/decisions").WithTags(ApiTags.StartHere);
        decisions.MapPost("/", PostDecision).Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownSuggestion, Problems.UnknownPractice, Problems.BodyTooLarge, Problems.UnsupportedMediaType,
            Problems.StoreUnavailable);
        decisions.MapGet("/", GetDecisions).Fails(Problems.UnknownSuggestion, Problems.UnknownPractice);
        return app;
    }

    /// <summary>Say what you decided</summary>
    /// <remarks>
    /// `approve` it, `reject` it with a reason, `snooze` it until later, or say that you `shared` it and where. It then no longer comes back;
    /// a snoozed one comes back at its time. An article that waits for your yes is suggested once you approve it. Saying the same twice does no harm.
    /// </remarks>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="request">What you decided.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="decisions">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <param name="practice" example="default">Who decided: a practice's `id`. The default practice if left empty.</param>
    /// <response code="201">It is saved.</response>
    internal static async Task<Results<Created<DecisionList>, ProblemHttpResult>> PostDecision(
        string id,
        DecisionRequest request,
        CurrentPractices practices,
        SuggestionState state,
        SuggestionDecisions decisions,
        TimeProvider time,
        CancellationToken cancellationToken,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } byPractice) return PracticesEndpoints.NoSuch();
        if (FindArticle(id, state) is not { } article) return NoSuch();
        var now = time.GetUtcNow();
        var action = Enum.Parse<DecisionAction>(request.Action, ignoreCase: true);
        if (action == DecisionAction.Reject && request.Reason is null)
            return Problems.Validation.Because("Say why: tooTechnical, notToday, offTopic, doNotTrustSource, alreadyKnown or other.", "reason");
        if (action == DecisionAction.Shared && request.Channel is null)
            return Problems.Validation.Because($"Say where: {ChannelInfo.Slugs}.", "channel");
        if (action == DecisionAction.Snooze && request.Until is { } asked && (asked <= now || asked > now + LongestSnooze))
            return Problems.Validation.Because("Choose a time from now to a year from now.", "until");

        var history = await decisions.DecideAsync(
            byPractice,
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
    /// <param name="practices">Set by the service.</param>
    /// <param name="practice" example="default">Who decided: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<DecisionList>, ProblemHttpResult> GetDecisions(
        string id, SuggestionState state, CurrentPractices practices, string? practice = null)
    {
        if (practices.Find(practice) is not { } byPractice) return PracticesEndpoints.NoSuch();
        if (SuggestionId.ToArticleId(id) is not { } articleId) return NoSuch();
        if (state.Current.Decisions.Of(byPractice.Id).Find(articleId) is { } history) return TypedResults.Ok(ToList(id, history));
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
}
