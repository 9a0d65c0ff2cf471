using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

internal static class OutboxEndpoints
{
    private const string Bearer = "Bearer ";
    private const string Caching = "private, no-cache";

    public static IEndpointRouteBuilder MapOutbox(this IEndpointRouteBuilder app)
    {
        var outbox = app.MapGroup("/api/v1/outbox").WithTags(ApiTags.PlanAhead);
        outbox.MapGet("/{practice}.{format}", GetOutbox).TakesAnyQuery()
            .GivesFile("application/rss+xml", "application/atom+xml", "application/feed+json").TellsWhetherItChanged()
            .Fails(Problems.Validation, Problems.UnknownOutbox, Problems.UnknownChannel, Problems.StoreUnavailable).NeedsArticles(whole: true);
        outbox.MapGet("/{practice}/calendar.ics", GetCalendar).TakesAnyQuery().GivesFile("text/calendar").TellsWhetherItChanged()
            .Fails(Problems.UnknownOutbox, Problems.StoreUnavailable).NeedsArticles(whole: true);
        var tokens = app.MapGroup("/api/v1/practices/{id}/outbox-token").WithTags(ApiTags.Practices);
        tokens.MapGet("", GetToken).Fails(Problems.UnknownPractice, Problems.StoreUnavailable);
        tokens.MapPost("", PostToken).Fails(Problems.UnknownPractice, Problems.StoreUnavailable);
        tokens.MapDelete("", DeleteToken).Fails(Problems.UnknownPractice, Problems.StoreUnavailable);
        return app;
    }

    /// <summary>Read what is approved to share</summary>
    /// <remarks>
    /// For Buffer, Zapier, Hootsuite and any feed reader: what your practice approved and has not shared yet, each with its link and a text to post. Items come out in
    /// their turn: as soon as your budget, your quiet hours and your least gap on the network let them, and never two within a minute. A time that you gave goes before
    /// that. The feed of a network that is switched off is empty. What changed since, was taken back or is gone is left out until you approve it again. You need the outbox's token.
    /// </remarks>
    /// <param name="practice" example="default">The practice's `id`.</param>
    /// <param name="format" example="rss">`rss`, `atom` or `json`.</param>
    /// <param name="access">Set by the service.</param>
    /// <param name="service">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="token">The outbox's token. It can also come in the header `Authorization: Bearer`.</param>
    /// <param name="channel" example="facebook">The network that the text is made for. The practice's first one for patients if left empty.</param>
    /// <param name="tone" example="plain">How the text opens, where the article has words for it: `plain`, `question` or `tip`. Plain if left empty.</param>
    /// <response code="200">The feed.</response>
    /// <response code="304">Nothing is new.</response>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetOutbox(
        string practice,
        [KnownOutboxFormats] string format,
        OutboxAccess access,
        ServiceAddress service,
        HttpContext context,
        string? token = null,
        [KnownChannels] string? channel = null,
        [KnownTones] string? tone = null)
    {
        if (await access.OpenAsync(practice, TokenOf(context.Request, token), context.RequestAborted) is not { } opened) return Closed();
        var ownChannel = opened.Practice.ChannelsFor(ArticleAudience.Patients).FirstOrDefault() ?? ChannelInfo.Of(Channel.Facebook);
        var asked = string.IsNullOrEmpty(channel) ? null : channel;
        if (ShareChannel.Find(asked ?? ownChannel.Slug) is not { } onChannel)
            return Problems.UnknownChannel.Because($"Use one of these: {ChannelInfo.Slugs}.", "channel");
        if (ShareTones.Find(tone) is not { } inTone) return Problems.Validation.Because($"Use one of these: {ShareTones.Slugs}.", "tone");
        if (FormatOf(format) is not var (type, write)) return Problems.UnknownOutbox.Because("The address ends with .rss, .atom or .json.", "format");
        var wish = new ShareWish(onChannel, opened.Practice) { Tone = inTone };
        var address = new OutboxAddress(service.For(context.Request), context.Request.Path, asked is null ? null : onChannel, inTone);
        var feed = OutboxFeed.Of(access.Snapshot, wish, access.Texts, address, opened.Token.MadeAt, access.Now);
        return Answer(context, write(feed), type);
    }

    /// <summary>Get the plan as a calendar</summary>
    /// <remarks>
    /// What your practice planned, gave out and shared, each at its time with its text; what waits for its turn stands where that is now. What was taken down or back, or does not go out
    /// after all, is marked as cancelled, and says why. Subscribe to it in your calendar program.
    /// </remarks>
    /// <param name="practice" example="default">The practice's `id`.</param>
    /// <param name="access">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="token">The outbox's token. It can also come in the header `Authorization: Bearer`.</param>
    /// <response code="200">The calendar, as iCalendar (RFC 5545).</response>
    /// <response code="304">Nothing has changed since.</response>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetCalendar(
        string practice, OutboxAccess access, HttpContext context, string? token = null)
    {
        if (await access.OpenAsync(practice, TokenOf(context.Request, token), context.RequestAborted) is not { } opened) return Closed();
        return Answer(context, OutboxCalendar.Write(access.Snapshot, opened.Practice, access.Texts, access.Now), "text/calendar; charset=utf-8");
    }

    /// <summary>Is the outbox open?</summary>
    /// <remarks>Whether there is a token with which other tools can read the outbox. The token itself is not kept, so it can't be shown again.</remarks>
    /// <param name="id" example="default">The practice's `id`.</param>
    /// <param name="access">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    internal static async Task<Results<Ok<OutboxState>, ProblemHttpResult>> GetToken(string id, OutboxAccess access, CancellationToken cancellationToken)
    {
        if (access.Find(id) is not { } practice) return PracticesEndpoints.NoSuch("id");
        var stored = await access.Tokens.FindAsync(practice.Id, cancellationToken);
        return TypedResults.Ok(new OutboxState(stored is not null, stored is null ? null : practice.Local(stored.MadeAt)));
    }

    /// <summary>Open the outbox with a new token</summary>
    /// <remarks>Makes a token with which other tools can read the outbox. One that there was before opens nothing from now on. It is shown only this once.</remarks>
    /// <param name="id" example="default">The practice's `id`.</param>
    /// <param name="access">Set by the service.</param>
    /// <param name="service">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    internal static async Task<Results<Ok<OutboxTokenMade>, ProblemHttpResult>> PostToken(string id, OutboxAccess access, ServiceAddress service, HttpContext context)
    {
        if (access.Find(id) is not { } practice) return PracticesEndpoints.NoSuch("id");
        var (token, stored) = OutboxToken.Make(access.Now);
        await access.Tokens.SaveAsync(practice.Id, stored, Caller.Of(context), context.RequestAborted);
        var start = $"{service.For(context.Request)}/api/v1/outbox/{practice.Id}";
        return TypedResults.Ok(new OutboxTokenMade(
            token, $"{start}.rss?token={token}", $"{start}.atom?token={token}", $"{start}.json?token={token}", $"{start}/calendar.ics?token={token}"));
    }

    /// <summary>Close the outbox</summary>
    /// <remarks>Takes the token back: whoever had it can read the outbox no more. Nothing else changes.</remarks>
    /// <param name="id" example="default">The practice's `id`.</param>
    /// <param name="access">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeleteToken(string id, OutboxAccess access, HttpContext context)
    {
        if (access.Find(id) is not { } practice) return PracticesEndpoints.NoSuch("id");
        await access.Tokens.RemoveAsync(practice.Id, Caller.Of(context), context.RequestAborted);
        return TypedResults.NoContent();
    }

    // One answer, whether there is no such practice, no token, or another: it tells nobody which practices there are.
    private static ProblemHttpResult Closed() =>
        Problems.UnknownOutbox.Because("Check the address and its token. POST /api/v1/practices/{id}/outbox-token makes a new one.");

    private static string? TokenOf(HttpRequest request, string? inQuery)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : inQuery;
    }

    private static (string Type, Func<OutgoingFeed, byte[]> Write)? FormatOf(string format) => format switch
    {
        "rss" => ("application/rss+xml; charset=utf-8", RssWriter.Write),
        "atom" => ("application/atom+xml; charset=utf-8", AtomWriter.Write),
        "json" => ("application/feed+json; charset=utf-8", JsonFeedWriter.Write),
        _ => null,
    };

    private static FileContentHttpResult Answer(HttpContext context, byte[] bytes, string type)
    {
        context.Response.Headers.CacheControl = Caching;
        return TypedResults.File(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }
}

/// <summary>The drop-down of how an outbox can be written.</summary>
internal sealed class KnownOutboxFormatsAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => ["rss", "atom", "json"];
}
