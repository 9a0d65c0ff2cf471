using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;
using Wellread.Storage;

namespace Wellread.Sharing.Webhooks;

internal static class DeliveriesEndpoints
{
    private const int MaxLimit = 100;

    public static IEndpointRouteBuilder MapDeliveries(this IEndpointRouteBuilder app)
    {
        var webhook = app.MapGroup("/api/v1/webhooks/{id}").WithTags(ApiTags.Webhooks);
        webhook.MapPost("/test", PostTest).Fails(Problems.UnknownWebhook, Problems.TooSoon, Problems.StoreUnavailable);
        webhook.MapGet("/deliveries", GetDeliveries).Fails(Problems.Validation, Problems.InvalidCursor, Problems.UnknownWebhook, Problems.StoreUnavailable);
        webhook.MapPost("/deliveries/{deliveryId}/resend", PostResend).Fails(Problems.UnknownWebhook, Problems.UnknownDelivery, Problems.WebhookOff, Problems.StoreUnavailable);
        return app;
    }

    /// <summary>Send a test</summary>
    /// <remarks>Sends a signed message of the type `webhook.test` now, also where the webhook is off, and shows what the receiver answered. It is not tried again.</remarks>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="trials">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <response code="200">It was tried. Look at `status`: `delivered` or `failed`, and at the attempt's `message`.</response>
    internal static async Task<Results<Ok<DeliveryItem>, ProblemHttpResult>> PostTest(string id, WebhookTrials trials, TimeProvider time, HttpContext context)
    {
        var outcome = await trials.TestAsync(id, context.RequestAborted);
        if (outcome is TrialOutcome.Refused { Type: var type } && type == Problems.TooSoon) context.Response.Headers.RetryAfter = "5";
        return outcome is TrialOutcome.Done { Delivery: var test } ? TypedResults.Ok(DeliveryItem.From(test, isOn: true, time.GetUtcNow())) : Refuse(outcome);
    }

    /// <summary>Show what was sent to a webhook</summary>
    /// <remarks>
    /// The latest 500 events, the newest first: which post or feed each tells of, whether it got through, what the receiver answered and how long it took, and when it is tried again. An event is tried
    /// ten times over three days.
    /// </remarks>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="webhooks">Set by the service.</param>
    /// <param name="deliveries">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <param name="limit" example="50">How many to show, from 1 to 100. 50 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more.</param>
    internal static async Task<Results<Ok<DeliveryList>, ProblemHttpResult>> GetDeliveries(
        string id,
        WebhookStore webhooks,
        DeliveryStore deliveries,
        TimeProvider time,
        CancellationToken cancellationToken,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 100 deliveries.")] int limit = 50,
        string? cursor = null)
    {
        if (await webhooks.FindAsync(id, cancellationToken) is not { } webhook) return WebhookEditing.Unknown.Type.Because(WebhookEditing.Unknown.Message, "id");
        var after = string.IsNullOrEmpty(cursor) ? null : Decode(cursor);
        if (after is null && !string.IsNullOrEmpty(cursor)) return Problems.InvalidCursor.Because("Send the nextCursor of the page before.", "cursor");
        var (page, next) = await deliveries.ListAsync(id, limit, after, cancellationToken);
        return TypedResults.Ok(new DeliveryList([.. page.Select(one => DeliveryItem.From(one, webhook.IsOn, time.GetUtcNow()))], next is { } behind ? Encode(behind) : null));
    }

    /// <summary>Send an event again</summary>
    /// <remarks>
    /// Sends it at once, and where it does not get through ten times more over three days. Its id stays the same, so a receiver that has it already will drop it.
    /// </remarks>
    /// <param name="id">The webhook's `id`.</param>
    /// <param name="deliveryId">The delivery's `id`.</param>
    /// <param name="trials">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="202">It is on its way.</response>
    internal static async Task<Results<Accepted<DeliveryItem>, ProblemHttpResult>> PostResend(
        string id, string deliveryId, WebhookTrials trials, TimeProvider time, CancellationToken cancellationToken)
    {
        var outcome = await trials.ResendAsync(id, deliveryId, cancellationToken);
        return outcome is TrialOutcome.Done { Delivery: var again } ? TypedResults.Accepted($"/api/v1/webhooks/{id}/deliveries", DeliveryItem.From(again, isOn: true, time.GetUtcNow())) : Refuse(outcome);
    }

    private static ProblemHttpResult Refuse(TrialOutcome outcome) => outcome is TrialOutcome.Refused { Type: var type, Message: var message, Field: var field }
        ? type.Because(message, field)
        : throw new InvalidOperationException("What was done is not refused.");

    private static string Encode(RankedMember behind) => $"{behind.Rank.ToString("R", CultureInfo.InvariantCulture)}-{behind.Member}";

    private static RankedMember? Decode(string cursor)
    {
        var parts = cursor.Split('-', 2);
        return parts.Length == 2 && WebhookId.IsWellFormed(parts[1]) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            ? new RankedMember(parts[1], rank)
            : null;
    }
}
