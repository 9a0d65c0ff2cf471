using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Suggestions;

internal static class DecisionsEndpoints
{
    /// <summary>The longest text, each character sent as an escape of six.</summary>
    private const int MaxBodyBytes = 400 * 1024;

    private static readonly TimeSpan AYear = TimeSpan.FromDays(366);
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    public static IEndpointRouteBuilder MapDecisions(this IEndpointRouteBuilder app)
    {
        var decisions = app.MapGroup("/api/v1/suggestions/{id}/decisions").WithTags(ApiTags.StartHere);
        decisions.MapPost("/", PostDecision).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes)).GuardsChanges().Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownSuggestion, Problems.UnknownPractice, Problems.NothingToUndo, Problems.StaleETag, Problems.PatientInformation,
            Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.StoreUnavailable).NeedsArticles(whole: true);
        decisions.MapGet("/", GetDecisions).GuardsChanges().Fails(Problems.UnknownSuggestion, Problems.UnknownPractice).NeedsArticles(whole: true);
        return app;
    }

    /// <summary>Say what you decided</summary>
    /// <remarks>
    /// `approve` it, `reject` it with a reason, `snooze` it until later, or say that you `shared` it and where. It then no longer comes back;
    /// a snoozed one comes back at its time. What you approve is in your outbox, from where other tools post it as soon as your limits on each network let it, or at the time
    /// that you give as `sharedAt`; `goesOut` says when. An article that waits for your yes is only suggested once you approve it: approve it again, or say `outbox`, and it goes out. Saying the same twice within
    /// five minutes does no harm; later it is a decision of its own, so a second post counts as one.
    /// Where a post has to come down, delete it there and say `takenDown`: that it was shared still counts, and it says nothing about your taste.
    /// Send the `text` of your post along, and it is stopped where it tells who is a patient; it is not kept.
    /// `undo` takes back what you said last, and again what you said before that. Nothing is ever wiped out: `GET /api/v1/audit` shows it all.
    /// </remarks>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="request">What you decided.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="decisions">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <param name="practice" example="default">Who decided: a practice's `id`. The default practice if left empty.</param>
    /// <response code="201">It is saved. Send the `ETag` back as `If-Match` with an undo, and it is not done twice if you send it twice.</response>
    internal static async Task<Results<Created<DecisionList>, ProblemHttpResult>> PostDecision(
        string id,
        DecisionRequest request,
        CurrentPractices practices,
        SuggestionState state,
        SuggestionDecisions decisions,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellationToken,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } byPractice) return PracticesEndpoints.NoSuch();
        if (SuggestionId.ToArticleId(id) is not { } articleId || !IsKnown(articleId, state, byPractice)) return NoSuch();
        var now = time.GetUtcNow();
        var action = Enum.Parse<DecisionAction>(request.Action, ignoreCase: true);
        if (TimesOf(action, request, byPractice, now) is not { } times) return Problems.Validation.Because(PracticeTime.Form, request.Until is { } until && PracticeTime.Read(until, byPractice) is null ? "until" : "sharedAt");
        var found = state.Current.Find(articleId);
        if (WhatIsWrong(action, request, times, now) is { } wrong) return wrong;
        if (action == DecisionAction.Shared && WasNotOut(found?.Article, times.SharedAt) is { } tooEarly)
            return Problems.Validation.Because($"It came out on {byPractice.Local(tooEarly).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. Choose a time after that.", "sharedAt");
        var allows = DecisionETag.Allows(context.Request);
        var outcome = (action, found) switch
        {
            (DecisionAction.Undo, _) => await decisions.UndoAsync(byPractice, articleId, FeedText.Clean(request.By), now, allows, cancellationToken),
            (DecisionAction.TakenDown, _) => await decisions.TakeDownAsync(
                byPractice, articleId, ChannelOf(request), FeedText.Clean(request.By), now, allows, cancellationToken),
            (_, { } candidate) => await decisions.DecideAsync(byPractice, candidate, Input(action, request, times, now), now, allows, cancellationToken),
            _ => null,
        };
        if (outcome is not DecisionOutcome.Saved { History: var history } saved) return Refuse(outcome);
        context.Response.Headers.ETag = DecisionETag.Of(history);
        return TypedResults.Created($"/api/v1/suggestions/{id}/decisions", DecisionList.From(id, history, byPractice, GoesOut(history, state, byPractice, now), saved));
    }

    /// <summary>Show what was decided</summary>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="response">Set by the service.</param>
    /// <param name="practice" example="default">Who decided: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<DecisionList>, ProblemHttpResult> GetDecisions(
        string id, SuggestionState state, CurrentPractices practices, TimeProvider time, HttpResponse response, string? practice = null)
    {
        if (practices.Find(practice) is not { } byPractice) return PracticesEndpoints.NoSuch();
        if (SuggestionId.ToArticleId(id) is not { } articleId || !IsKnown(articleId, state, byPractice)) return NoSuch();
        var history = state.Current.Decisions.Of(byPractice.Id).Find(articleId) ?? new DecisionHistory(articleId, []);
        response.Headers.ETag = DecisionETag.Of(history);
        return TypedResults.Ok(DecisionList.From(id, history, byPractice, GoesOut(history, state, byPractice, time.GetUtcNow())));
    }

    private static IReadOnlyList<GoingOut> GoesOut(DecisionHistory history, SuggestionState state, Practice practice, DateTimeOffset now) =>
        state.Current.Find(history.ArticleId) is { } candidate && Spoilt.Words(candidate) is not null ? [] : GoingOut.Of(history, state.Current.Decisions.Of(practice.Id), practice, state.Current.Find(history.ArticleId)?.Audience, now);

    /// <summary>Whether the article is here, or was when the practice decided on it.</summary>
    private static bool IsKnown(string articleId, SuggestionState state, Practice practice) =>
        state.Current.Find(articleId) is not null || state.Current.Decisions.Of(practice.Id).Find(articleId) is not null;

    /// <summary>The times of a request; null where one of them is none.</summary>
    private static DecisionTimes? TimesOf(DecisionAction action, DecisionRequest request, Practice practice, DateTimeOffset now)
    {
        var until = request.Until is null ? null : PracticeTime.Read(request.Until, practice);
        var sharedAt = request.SharedAt is null ? null
            : action == DecisionAction.Approve && PracticeTime.Day(request.SharedAt) is { } day ? PostOn(day, request, practice, now)
            : PracticeTime.Read(request.SharedAt, practice);
        return (until is null) == (request.Until is null) && (sharedAt is null) == (request.SharedAt is null) ? new DecisionTimes(until, sharedAt) : null;
    }

    /// <summary>When to post on a day: nobody who names one means midnight.</summary>
    private static DateTimeOffset? PostOn(DateOnly day, DecisionRequest request, Practice practice, DateTimeOffset now)
    {
        var channel = ChannelOf(request) ?? practice.ChannelsFor(ArticleAudience.Patients).FirstOrDefault()?.Channel ?? Channel.Facebook;
        var quiet = practice.Policy(channel).QuietHours;
        var time = PracticeTime.On(day, quiet.Holds(TimeOnly.MinValue) ? quiet.To : TimeOnly.MinValue, practice);
        return day == practice.Today(now) && time < now ? now : time;
    }

    private static ProblemHttpResult? WhatIsWrong(DecisionAction action, DecisionRequest request, DecisionTimes times, DateTimeOffset now) => action switch
    {
        DecisionAction.Reject when request.Reason is null =>
            Problems.Validation.Because("Say why: tooTechnical, notToday, offTopic, doNotTrustSource, alreadyKnown or other.", "reason"),
        DecisionAction.Shared when request.Channel is null => Problems.Validation.Because($"Say where: {ChannelInfo.Slugs}.", "channel"),
        DecisionAction.Shared when times.SharedAt is { } shared && (shared < now - AYear || shared > now + AYear) =>
            Problems.Validation.Because("Choose a time from a year ago to a year from now.", "sharedAt"),
        DecisionAction.Approve when times.SharedAt is { } planned && (planned < now - Decision.Retry || planned > now + AYear) =>
            Problems.Validation.Because("Choose a time from now to a year from now.", "sharedAt"),
        DecisionAction.Approve when request.Outbox is false && (request.Channel is not null || request.SharedAt is not null) =>
            Problems.Validation.Because("A channel or a time is for what goes out. Leave them out, or leave out outbox.", "outbox"),
        not DecisionAction.Reject when request.Reason is not null => Problems.Validation.Because("Send a reason only with reject.", "reason"),
        not DecisionAction.Snooze when request.Until is not null =>
            Problems.Validation.Because("Send until only with snooze. For the time of a post, use sharedAt with approve or shared.", "until"),
        not DecisionAction.Approve when request.Outbox is not null => Problems.Validation.Because("Send outbox only with approve.", "outbox"),
        not (DecisionAction.Approve or DecisionAction.Shared) when request.SharedAt is not null =>
            Problems.Validation.Because("Send a time to share only with approve or shared. For snooze, use until.", "sharedAt"),
        DecisionAction.Snooze when times.Until is { } until && (until <= now || until > now + AYear) =>
            Problems.Validation.Because("Choose a time from now to a year from now.", "until"),
        not (DecisionAction.Approve or DecisionAction.Shared) when !string.IsNullOrWhiteSpace(request.Text) =>
            Problems.Validation.Because("Send a text only with approve or shared.", "text"),
        _ => null,
    };

    /// <summary>When the article came out, where that was after the share; null where it was not, or nobody knows. Feeds give days, and the clocks of two places a day's difference.</summary>
    private static DateTimeOffset? WasNotOut(Article? article, DateTimeOffset? shared)
    {
        if (article is null || article.Dating == ArticleDating.Guess) return null;
        // A feed may give a later day once more is known.
        var cameOut = article.FirstSeen < article.Published ? article.FirstSeen : article.Published;
        return shared < cameOut - ADay ? cameOut : null;
    }

    private static DecisionInput Input(DecisionAction action, DecisionRequest request, DecisionTimes times, DateTimeOffset now) => new(
        action,
        action == DecisionAction.Reject ? Enum.Parse<RejectReason>(request.Reason!, ignoreCase: true) : null,
        action == DecisionAction.Snooze ? times.Until ?? (now + Decision.UsualSnooze).ToUniversalTime() : null,
        action is DecisionAction.Approve or DecisionAction.Shared ? ChannelOf(request) : null,
        times.SharedAt,
        FeedText.Clean(request.By))
    {
        Text = string.IsNullOrWhiteSpace(request.Text) ? null : request.Text,
        Outbox = request.Outbox,
    };

    private static Channel? ChannelOf(DecisionRequest request) => request.Channel is { } channel ? ChannelInfo.Find(channel)!.Channel : null;

    private static ProblemHttpResult Refuse(DecisionOutcome? outcome) => outcome switch
    {
        DecisionOutcome.NothingToUndo => Problems.NothingToUndo.Because("You have decided nothing on this article that is not taken back already.", "action"),
        DecisionOutcome.NotShared => Problems.Validation.Because("You have not shared it there. Say takenDown of what you shared.", "action"),
        DecisionOutcome.PatientInformation { Verdict: var verdict } => Problems.PatientInformation.Because(verdict.Advice, "text", ("findings", verdict.Findings)),
        DecisionOutcome.Stale => Problems.StaleETag.Because("Get the decisions again, look at what was decided meanwhile, and send yours with the new ETag."),
        _ => NoSuch(),
    };

    private sealed record DecisionTimes(DateTimeOffset? Until, DateTimeOffset? SharedAt);

    private static ProblemHttpResult NoSuch() =>
        Problems.UnknownSuggestion.Because("Use the id of a suggestion from GET /api/v1/suggestions.", "id");
}
