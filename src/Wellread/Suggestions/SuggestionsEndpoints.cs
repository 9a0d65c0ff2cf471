using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Practices;

namespace Wellread.Suggestions;

internal static class SuggestionsEndpoints
{
    private const int MaxLimit = 50;

    public static IEndpointRouteBuilder MapSuggestions(this IEndpointRouteBuilder app)
    {
        var suggestions = app.MapGroup("/api/v1/suggestions").WithTags(ApiTags.StartHere);
        suggestions.MapGet("/", GetSuggestions).TellsWhetherItChanged()
            .Fails(Problems.Validation, Problems.UnknownTopic, Problems.UnknownChannel, Problems.UnknownLanguage, Problems.InvalidCursor, Problems.UnknownPractice)
            .NeedsArticles(whole: false);
        suggestions.MapGet("/changed", GetChanged).Fails(Problems.Validation, Problems.InvalidCursor, Problems.UnknownPractice).NeedsArticles(whole: true);
        suggestions.MapGet("/held", GetHeld).Fails(Problems.Validation, Problems.InvalidCursor, Problems.UnknownPractice).NeedsArticles(whole: true);
        suggestions.MapGet("/{id}", GetSuggestion).Fails(Problems.UnknownSuggestion, Problems.UnknownPractice).NeedsArticles(whole: true);
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
    /// <param name="cursor">The `nextCursor` of the page before, to see more. It holds for 7 days.</param>
    /// <param name="practice" example="default">Whom it is for: a practice's `id`. The default practice if left empty.</param>
    /// <param name="figures" example="true">True to see the points behind each place.</param>
    /// <response code="200">The suggestions. The list is empty only when nothing fits. Send its `ETag` back as `If-None-Match` to hear whether anything is new.</response>
    /// <response code="304">They are the same as before.</response>
    internal static Results<ReadyAnswer, ProblemHttpResult> GetSuggestions(
        ReadyAnswers answers,
        CurrentPractices practices,
        TimeProvider time,
        HttpContext context,
        [KnownChannels] string? channel,
        [KnownTopics] string? topic,
        [KnownLanguages] string? language,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 50 suggestions.")] int limit = 10,
        string? cursor = null,
        string? practice = null,
        bool figures = false)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        var onChannel = string.IsNullOrEmpty(channel) ? null : ChannelInfo.Find(channel);
        if (onChannel is null && !string.IsNullOrEmpty(channel))
            return Problems.UnknownChannel.Because($"Use one of these: {ChannelInfo.Slugs}.", "channel");
        var onTopic = string.IsNullOrEmpty(topic) ? null : TopicCatalog.Find(topic);
        if (onTopic is null && !string.IsNullOrEmpty(topic))
            return Problems.UnknownTopic.Because($"Use one of these: {string.Join(", ", TopicCatalog.All.Select(known => known.Slug))}.", "topic");
        if (!string.IsNullOrEmpty(language) && !ArticleLanguage.IsKnown(language))
            return Problems.UnknownLanguage.Because($"Use one of these: {string.Join(", ", ArticleLanguage.Known)}.", "language");

        var query = new SuggestionQuery(forPractice, onChannel, onTopic?.Slug, NullIfEmpty(language)?.ToLowerInvariant(), limit, Cursor: null) { WithFigures = figures };
        if (!string.IsNullOrEmpty(cursor))
        {
            query = query with { Cursor = SuggestionCursor.Decode(cursor) };
            if (query.Cursor is null || query.Cursor.Filter != query.Filter)
                return Problems.InvalidCursor.Because("Send the nextCursor of the page before, with the same practice, topic, language and channel.", "cursor");
            if (!query.Cursor.Holds(time.GetUtcNow())) return TooOld();
        }

        return answers.Get(context.Request, query);
    }

    /// <summary>Show what changed since you shared it</summary>
    /// <remarks>
    /// What you approved or shared, and its publisher has since corrected, warned of, taken back or rewritten, or its page is gone or no longer free; `advice` says
    /// what to do. Take your post down and say `takenDown`, and it leaves this list. What has only changed leaves it once you `approve` or share it again.
    /// A tool may have posted what your outbox gave out: `givenOutOn` says where. That leaves this list once you `reject` it.
    /// </remarks>
    /// <param name="finder">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="limit" example="50">How many to show, from 1 to 50, the latest first. 50 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more. It holds for 7 days.</param>
    /// <param name="practice" example="default">Who shared it: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<ChangedList>, ProblemHttpResult> GetChanged(
        SuggestionFinder finder,
        CurrentPractices practices,
        TimeProvider time,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 50 suggestions.")] int limit = MaxLimit,
        string? cursor = null,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        if (!TryRead(cursor, SuggestionFinder.ChangedOf(forPractice), time, out var after, out var refused)) return refused;
        var page = finder.FindChanged(forPractice, limit, after);
        return TypedResults.Ok(new ChangedList([.. page.Items.Select(item => Suggestion.From(item, forPractice))], page.Total, page.Next?.Encode()));
    }

    /// <summary>Show what waits for your yes</summary>
    /// <remarks>
    /// Articles on subjects that can hurt a reader: suicide, eating disorders, abuse, sexual assault, overdose, abortion. None is shown before you `approve` it. After that it
    /// comes up like all the rest, and its text to share names a help line. `reject` takes it away.
    /// </remarks>
    /// <param name="finder">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="limit" example="10">How many to show, from 1 to 50. 10 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more. It holds for 7 days.</param>
    /// <param name="practice" example="default">Whose yes: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<HeldList>, ProblemHttpResult> GetHeld(
        SuggestionFinder finder,
        CurrentPractices practices,
        TimeProvider time,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 50 suggestions.")] int limit = 10,
        string? cursor = null,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        if (!TryRead(cursor, SuggestionFinder.HeldOf(forPractice), time, out var after, out var refused)) return refused;
        var page = finder.FindHeld(forPractice, limit, after);
        return TypedResults.Ok(new HeldList([.. page.Items.Select(item => HeldSuggestion.From(item, forPractice))], page.Total, page.Next?.Encode()));
    }

    /// <summary>Show one suggestion</summary>
    /// <remarks>Also shows a suggestion that you decided on.</remarks>
    /// <param name="id">The suggestion's `id`.</param>
    /// <param name="finder">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="practice" example="default">Whom it is for: a practice's `id`. The default practice if left empty.</param>
    /// <param name="figures" example="true">True to see the points behind its place.</param>
    internal static Results<Ok<Suggestion>, ProblemHttpResult> GetSuggestion(
        string id, SuggestionFinder finder, CurrentPractices practices, string? practice = null, bool figures = false)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        return finder.Find(forPractice, id) is { } ranked ? TypedResults.Ok(Suggestion.From(ranked, forPractice, figures)) : NoSuch();
    }

    /// <summary>The cursor of a list that an address holds, or the answer where it is none of that list.</summary>
    private static bool TryRead(string? text, string filter, TimeProvider time, out ListCursor? cursor, [NotNullWhen(false)] out ProblemHttpResult? refused)
    {
        (cursor, refused) = (null, null);
        if (string.IsNullOrEmpty(text)) return true;
        cursor = ListCursor.Decode(text);
        if (cursor?.Filter != filter) refused = Problems.InvalidCursor.Because("Send the nextCursor of the page before, with the same practice.", "cursor");
        else if (!cursor.Holds(time.GetUtcNow())) refused = TooOld();
        return refused is null;
    }

    private static ProblemHttpResult TooOld() => Problems.InvalidCursor.Because("This page link is too old. Start again without a cursor.", "cursor");

    private static ProblemHttpResult NoSuch() =>
        Problems.UnknownSuggestion.Because("Use the id of a suggestion from GET /api/v1/suggestions.", "id");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
