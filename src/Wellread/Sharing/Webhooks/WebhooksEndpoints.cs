using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Sharing.Webhooks;

internal static class WebhooksEndpoints
{
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/api/v1/webhooks").WithTags(ApiTags.Webhooks);
        webhooks.MapGet("/", GetWebhooks).Fails(Problems.StoreUnavailable);
        webhooks.MapGet("/{id}", GetWebhook).GuardsChanges().Fails(Problems.UnknownWebhook, Problems.StoreUnavailable);
        webhooks.MapPost("/", PostWebhook).GuardsChanges().Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownPractice, Problems.TooManyWebhooks, Problems.BodyTooLarge, Problems.UnsupportedMediaType,
            Problems.BlockedAddress, Problems.SourceUnreachable, Problems.StoreUnavailable);
        webhooks.MapPut("/{id}", PutWebhook).GuardsChanges().Accepts<WebhookRequest>("application/json").Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownWebhook, Problems.UnknownPractice, Problems.StaleETag, Problems.BodyTooLarge,
            Problems.UnsupportedMediaType, Problems.BlockedAddress, Problems.SourceUnreachable, Problems.StoreUnavailable);
        webhooks.MapDelete("/{id}", DeleteWebhook).Fails(Problems.UnknownWebhook, Problems.StaleETag, Problems.StoreUnavailable);
        webhooks.MapPost("/{id}/secret", PostSecret).Fails(Problems.UnknownWebhook, Problems.TooSoon, Problems.StoreUnavailable);
        return app.MapDeliveries();
    }

    /// <summary>Show the webhooks and how they are</summary>
    /// <remarks>Everyone that Wellread tells of events, each with what is well or wrong with it in words. Secrets are never shown again.</remarks>
    /// <param name="webhooks">Set by the service.</param>
    /// <param name="deliveries">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    internal static async Task<Ok<WebhookList>> GetWebhooks(WebhookStore webhooks, DeliveryStore deliveries, TimeProvider time, CancellationToken cancellationToken)
    {
        var items = new List<WebhookItem>();
        foreach (var stored in await webhooks.LoadAsync(cancellationToken)) items.Add(await ItemAsync(stored, deliveries, time, cancellationToken));
        return TypedResults.Ok(new WebhookList(items));
    }

    /// <summary>Show one webhook and how it is</summary>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="webhooks">Set by the service.</param>
    /// <param name="deliveries">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <response code="200">The webhook. Its `ETag` tells its settings apart: send it back as `If-Match` to change only what you saw.</response>
    internal static async Task<Results<Ok<WebhookItem>, ProblemHttpResult>> GetWebhook(
        string id, WebhookStore webhooks, DeliveryStore deliveries, TimeProvider time, HttpContext context)
    {
        if (await webhooks.FindAsync(id, context.RequestAborted) is not { } stored) return Refuse(WebhookEditing.Unknown);
        context.Response.Headers.ETag = WebhookETag.Of(stored.Webhook);
        return TypedResults.Ok(await ItemAsync(stored, deliveries, time, context.RequestAborted));
    }

    /// <summary>Tell another program of events</summary>
    /// <remarks>
    /// From now on Wellread sends a signed message to this address when there is something to post, when what you approved or shared has changed or was taken back, and when a
    /// feed can't be read any more. No word that an editor wrote is in it. The secret to check its signature with is shown only now. What is sent, and how to check it, is in
    /// docs/webhooks.md.
    /// </remarks>
    /// <param name="request">Whom to tell, and of what.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="deliveries">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <response code="201">It is set up, with its secret.</response>
    internal static async Task<Results<Created<WebhookSecretMade>, ProblemHttpResult>> PostWebhook(
        WebhookRequest request, WebhookEditing editing, DeliveryStore deliveries, TimeProvider time, HttpContext context)
    {
        var change = await editing.AddAsync(request, AddressOf(context.Request), Caller.Of(context), context.RequestAborted);
        if (change is not WebhookChange.Saved { Webhook: var stored }) return Refuse(change);
        context.Response.Headers.ETag = WebhookETag.Of(stored.Webhook);
        return TypedResults.Created($"/api/v1/webhooks/{stored.Webhook.Id}", await MadeAsync(stored, deliveries, time, context.RequestAborted));
    }

    /// <summary>Change a webhook</summary>
    /// <remarks>
    /// Puts these settings in the place of those that there were; what you leave out is as it is for a new one. You can send back what `GET` shows, changed where you like.
    /// Its secret stays. Where Wellread had switched the webhook off, it is on again, and goes on with what waits.
    /// </remarks>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="json">Set by the service.</param>
    /// <param name="deliveries">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    internal static async Task<Results<Ok<WebhookItem>, ProblemHttpResult>> PutWebhook(
        string id, WebhookEditing editing, IOptions<JsonOptions> json, DeliveryStore deliveries, TimeProvider time, HttpContext context)
    {
        var body = await ShownBody.ReadAsync(context.Request, id, context.RequestAborted);
        var request = ShownBody.Request<WebhookRequest>(body.WithoutShown<WebhookItem, WebhookRequest>(), json.Value.SerializerOptions);
        if (ShownBody.WhatIsWrong(request) is { Count: > 0 } wrong) return Problems.Validation.Because(wrong);
        var change = await editing.ReplaceAsync(id, request, AddressOf(context.Request), WebhookETag.Allows(context.Request), Caller.Of(context), context.RequestAborted);
        if (change is not WebhookChange.Saved { Webhook: var stored }) return Refuse(change);
        context.Response.Headers.ETag = WebhookETag.Of(stored.Webhook);
        return TypedResults.Ok(await ItemAsync(stored, deliveries, time, context.RequestAborted));
    }

    /// <summary>Take a webhook away</summary>
    /// <remarks>Nothing is sent to it any more, and the list of what was sent goes too.</remarks>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeleteWebhook(string id, WebhookEditing editing, HttpContext context)
    {
        var refused = await editing.RemoveAsync(id, WebhookETag.Allows(context.Request), Caller.Of(context), context.RequestAborted);
        return refused is null ? TypedResults.NoContent() : Refuse(refused);
    }

    /// <summary>Get a new secret</summary>
    /// <remarks>
    /// Makes a new secret, shown only this once. For 24 hours the old one signs as well: each message then has two signatures, and your receiver may check either. So nothing is
    /// lost while you put the new one in.
    /// </remarks>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="deliveries">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    internal static async Task<Results<Ok<WebhookSecretMade>, ProblemHttpResult>> PostSecret(
        string id, WebhookEditing editing, DeliveryStore deliveries, TimeProvider time, HttpContext context)
    {
        var change = await editing.RotateAsync(id, Caller.Of(context), context.RequestAborted);
        return change is WebhookChange.Saved { Webhook: var stored } ? TypedResults.Ok(await MadeAsync(stored, deliveries, time, context.RequestAborted)) : Refuse(change);
    }

    private static ProblemHttpResult Refuse(WebhookChange change) => change is WebhookChange.Refused { Type: var type, Message: var message, Field: var field }
        ? type.Because(message, field)
        : throw new InvalidOperationException("What was saved is not refused.");

    private static async Task<WebhookItem> ItemAsync(StoredWebhook stored, DeliveryStore deliveries, TimeProvider time, CancellationToken cancellationToken) =>
        WebhookItem.From(stored, await deliveries.WaitingAsync(stored.Webhook.Id, cancellationToken), time.GetUtcNow());

    private static async Task<WebhookSecretMade> MadeAsync(StoredWebhook stored, DeliveryStore deliveries, TimeProvider time, CancellationToken cancellationToken) =>
        new(await ItemAsync(stored, deliveries, time, cancellationToken), stored.Webhook.Secrets[0].Value);

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
