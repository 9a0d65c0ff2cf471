using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Practices;

namespace Wellread.Suggestions.Observances;

internal static class ObservancesEndpoints
{
    private const int DaysShown = 60;
    private const int MostDays = 366;
    private const int MaxLimit = 10;
    private const int ReadyCounted = 3;
    private const string CalendarType = "text/calendar; charset=utf-8";
    private const string CalendarCaching = "public, max-age=3600";

    public static IEndpointRouteBuilder MapObservances(this IEndpointRouteBuilder app)
    {
        var observances = app.MapGroup("/api/v1").WithTags(ApiTags.PlanAhead);
        observances.MapGet("/observances", GetObservances).Fails(Problems.Validation, Problems.UnknownTopic, Problems.UnknownPractice);
        observances.MapGet("/observances.ics", GetCalendar).TakesAnyQuery().GivesFile("text/calendar").TellsWhetherItChanged()
            .Fails(Problems.UnknownTopic, Problems.UnknownLanguage);
        observances.MapGet("/observances/{id}/suggestions", GetSuggestions)
            .Fails(Problems.Validation, Problems.UnknownObservance, Problems.UnknownChannel, Problems.UnknownLanguage, Problems.UnknownPractice).NeedsArticles(whole: false);
        return app;
    }

    /// <summary>Show the health days coming up</summary>
    /// <remarks>Health days, weeks and months, with who declared them and what a patient can do. Leave every box empty to see the next 60 days.</remarks>
    /// <param name="catalog">Set by the service.</param>
    /// <param name="finder">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="from" example="2026-11-01">The first day, such as 2026-11-01. Today if left empty.</param>
    /// <param name="to" example="2026-11-30">The last day, at most a year after the first. 60 days after it if left empty.</param>
    /// <param name="topic" example="heart">Only what is about this topic.</param>
    /// <param name="ready" example="true">True to see how many suggestions are ready for each that starts in the first 60 days.</param>
    /// <param name="practice" example="default">Whose calendar: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<ObservanceList>, ProblemHttpResult> GetObservances(
        ObservanceCatalog catalog,
        SuggestionFinder finder,
        CurrentPractices practices,
        TimeProvider time,
        DateOnly? from = null,
        DateOnly? to = null,
        [KnownTopics] string? topic = null,
        bool ready = false,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        if (UnknownTopic(topic) is { } unknown) return unknown;
        var first = from ?? forPractice.Today(time.GetUtcNow());
        if (first.Year is < ObservanceCatalog.FirstYear or >= ObservanceCatalog.LastYear)
            return Problems.Validation.Because($"Choose a day from {ObservanceCatalog.FirstYear} to {ObservanceCatalog.LastYear - 1}.", "from");
        var last = to ?? first.AddDays(DaysShown);
        if (last < first || last.DayNumber - first.DayNumber > MostDays)
            return Problems.Validation.Because("Choose a day from the first one to a year after it.", "to");
        var counted = first.AddDays(DaysShown);
        var picks = new ObservancePicks(finder, forPractice, channel: null, language: null, ReadyCounted);
        var found = catalog.Between(first, last).Where(occurrence => occurrence.Observance.IsKeptIn(forPractice.Countries)).Where(occurrence => SlugOf(topic) is not { } slug || occurrence.Observance.Topics.Contains(slug));
        return TypedResults.Ok(new ObservanceList(
            first, last, [.. found.Select(occurrence => ObservanceItem.From(occurrence) with { Ready = ready && occurrence.Start <= counted ? picks.For(occurrence.Observance).Count : null })]));
    }

    /// <summary>Get the health days as a calendar</summary>
    /// <remarks>Subscribe to this address in your calendar program. Days come back each year by themselves.</remarks>
    /// <param name="calendars">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="language" example="es">The language of names and notes. English if left empty.</param>
    /// <param name="topic" example="heart">Only what is about this topic.</param>
    /// <response code="200">The calendar, as iCalendar (RFC 5545).</response>
    /// <response code="304">Nothing has changed since.</response>
    internal static Results<FileContentHttpResult, ProblemHttpResult> GetCalendar(
        ObservanceCalendars calendars, TimeProvider time, HttpContext context, [KnownLanguages] string? language = null, [KnownTopics] string? topic = null)
    {
        if (UnknownLanguage(language) is { } unknownLanguage) return unknownLanguage;
        if (UnknownTopic(topic) is { } unknownTopic) return unknownTopic;
        var calendar = calendars.Get(
            string.IsNullOrEmpty(language) ? "en" : language.ToLowerInvariant(), SlugOf(topic), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        context.Response.Headers.CacheControl = CalendarCaching;
        return TypedResults.File(calendar.Bytes, CalendarType, "wellread-observances.ics", entityTag: new EntityTagHeaderValue(calendar.ETag));
    }

    /// <summary>Show what fits a health day</summary>
    /// <remarks>The suggestions most worth sharing for a health day, week or month. All of them are about its subject.</remarks>
    /// <param name="id" example="world-diabetes-day">The observance's `id`.</param>
    /// <param name="catalog">Set by the service.</param>
    /// <param name="finder">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="channel" example="facebook">Where you want to share.</param>
    /// <param name="language" example="en">Only this language. Your practice's languages if left empty.</param>
    /// <param name="limit" example="3">How many to show, from 1 to 10. 3 if left empty.</param>
    /// <param name="practice" example="default">Whom it is for: a practice's `id`. The default practice if left empty.</param>
    internal static Results<Ok<ObservanceSuggestions>, ProblemHttpResult> GetSuggestions(
        string id,
        ObservanceCatalog catalog,
        SuggestionFinder finder,
        CurrentPractices practices,
        TimeProvider time,
        [KnownChannels] string? channel = null,
        [KnownLanguages] string? language = null,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 10 suggestions.")] int limit = 3,
        string? practice = null)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        if (catalog.Find(id) is not { } observance) return Problems.UnknownObservance.Because("Use the id of one from GET /api/v1/observances.", "id");
        if (UnknownLanguage(language) is { } unknown) return unknown;
        var onChannel = string.IsNullOrEmpty(channel) ? null : ChannelInfo.Find(channel);
        if (onChannel is null && !string.IsNullOrEmpty(channel))
            return Problems.UnknownChannel.Because($"Use one of these: {ChannelInfo.Slugs}.", "channel");

        var picks = new ObservancePicks(finder, forPractice, onChannel, string.IsNullOrEmpty(language) ? null : language.ToLowerInvariant(), limit);
        var items = picks.For(observance);
        return TypedResults.Ok(new ObservanceSuggestions(
            catalog.Next(observance, forPractice.Today(time.GetUtcNow())) is { } next ? ObservanceItem.From(next) with { Ready = Math.Min(items.Count, ReadyCounted) } : null,
            [.. items.Select(pick => Suggestion.From(pick, forPractice))],
            picks.ShowsSamples,
            picks.Stale));
    }

    private static string? SlugOf(string? topic) => string.IsNullOrEmpty(topic) ? null : TopicCatalog.Find(topic)?.Slug;

    private static ProblemHttpResult? UnknownTopic(string? topic) => string.IsNullOrEmpty(topic) || TopicCatalog.Find(topic) is not null
        ? null : Problems.UnknownTopic.Because($"Use one of these: {string.Join(", ", TopicCatalog.All.Select(known => known.Slug))}.", "topic");

    private static ProblemHttpResult? UnknownLanguage(string? language) => string.IsNullOrEmpty(language) || ArticleLanguage.IsKnown(language)
        ? null : Problems.UnknownLanguage.Because($"Use one of these: {string.Join(", ", ArticleLanguage.Known)}.", "language");
}
