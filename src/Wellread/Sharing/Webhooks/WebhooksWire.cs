using Wellread.Practices;

namespace Wellread.Sharing.Webhooks;

/// <summary>How a webhook is, in one word for programs.</summary>
internal enum WebhookState
{
    /// <summary>Events are sent.</summary>
    On,

    /// <summary>The last one did not get through.</summary>
    Failing,

    /// <summary>Its receiver asked to be left alone for a while.</summary>
    Resting,

    /// <summary>Wellread switched it off.</summary>
    Stopped,

    /// <summary>Somebody switched it off.</summary>
    Off,
}

/// <summary>All webhooks, the oldest first.</summary>
/// <param name="Items">The webhooks.</param>
internal sealed record WebhookList(IReadOnlyList<WebhookItem> Items);

/// <summary>A new secret. It is shown only now: keep it as you keep a password.</summary>
/// <param name="Webhook">Whose it is.</param>
/// <param name="Secret">What its receiver checks signatures with.</param>
internal sealed record WebhookSecretMade(WebhookItem Webhook, string Secret);

/// <summary>Whom events are sent to.</summary>
/// <param name="Id">The webhook's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="Practice">The practice whose events it gets; null where it gets those of all.</param>
/// <param name="Enabled">False where somebody switched it off.</param>
/// <param name="State">`on`, `failing`, `resting`, `stopped` (by Wellread) or `off` (by you).</param>
/// <param name="Summary">How it is, in words.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastDeliveredAt">When an event got through last; null where none has.</param>
/// <param name="FailingSince">Since when nothing gets through; null where the last one did, or you switched it on again since.</param>
/// <param name="LastProblem">What the last attempt that failed met; null where the last one got through.</param>
/// <param name="Waiting">How many events are on their way to it.</param>
/// <param name="Planned">How many more are to be sent later, each when its post is due.</param>
/// <param name="SecretMadeAt">When its secret was made.</param>
/// <param name="OldSecretUntil">Until when the secret before goes on signing beside it; null where there is none.</param>
internal sealed record WebhookItem(
    string Id,
    string? Name,
    string Url,
    IReadOnlyList<string> Events,
    string? Practice,
    bool Enabled,
    WebhookState State,
    string Summary,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastDeliveredAt,
    DateTimeOffset? FailingSince,
    WebhookProblem? LastProblem,
    int Waiting,
    int Planned,
    DateTimeOffset SecretMadeAt,
    DateTimeOffset? OldSecretUntil)
{
    public static WebhookItem From(StoredWebhook stored, IReadOnlyList<StoredDelivery> open, DateTimeOffset now)
    {
        var (webhook, health) = (stored.Webhook, stored.Health);
        var planned = open.Count(one => one.Delivery.IsPlanned(now));
        var (state, summary) = Describe(webhook, health, open.Count - planned, now);
        return new WebhookItem(
            webhook.Id,
            webhook.Name,
            webhook.Url,
            webhook.Events,
            webhook.Practice,
            webhook.Enabled,
            state,
            summary,
            webhook.CreatedAt,
            health.LastDelivered,
            health.TroubledSince ?? health.FailingSince,
            health.LastProblem is { } problem ? new WebhookProblem(health.LastProblemCode, problem, health.LastProblemAt) : null,
            open.Count - planned,
            planned,
            webhook.Secrets[0].MadeAt,
            webhook.SecretsAt(now).Max(secret => secret.Until));
    }

    private static (WebhookState State, string Summary) Describe(Webhook webhook, WebhookHealth health, int waiting, DateTimeOffset now) => health switch
    {
        _ when !webhook.Enabled => (WebhookState.Off, "This webhook is switched off. Nothing is sent, and what happens meanwhile is not sent later."),
        { StoppedAt: not null } => (WebhookState.Stopped, $"{health.StoppedBecause} Save the webhook again to switch it on."),
        _ when health.RestsAt(now) => (WebhookState.Resting, $"{health.LastProblem} Wellread goes on after a break."),
        { FailingSince: not null } or { TroubledSince: not null } =>
            (WebhookState.Failing, $"{health.LastProblem} {(waiting > 0 ? "Wellread tries again by itself." : "Nothing is on its way now. The next event is tried as usual.")}"),
        { LastProblem: not null } => (WebhookState.On, $"Nothing was sent since it was switched on again. Before that: {health.LastProblem}"),
        { LastDelivered: not null } => (WebhookState.On, "The last event got through."),
        _ => (WebhookState.On, "No event was sent yet. Send a test to see whether it works."),
    };
}

/// <summary>What the last attempt that failed met.</summary>
/// <param name="Code" example="http-status">For programs: `http-status`, `gone`, or why nothing came back, as in an attempt.</param>
/// <param name="Message">The same in words.</param>
/// <param name="At">When; null where that is not known.</param>
internal sealed record WebhookProblem(string? Code, string Message, DateTimeOffset? At);

/// <summary>What was sent, or is on its way, the newest first.</summary>
/// <param name="Items">The deliveries.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
internal sealed record DeliveryList(IReadOnlyList<DeliveryItem> Items, string? NextCursor);

/// <summary>One event on its way to one webhook.</summary>
/// <param name="Id">The event's id, which its receiver sees as `webhook-id`.</param>
/// <param name="Type">The event.</param>
/// <param name="Title">The title of the article or feed that it tells of; null for a test.</param>
/// <param name="Practice">The practice that it is for; null where it is for all.</param>
/// <param name="SuggestionId">The suggestion that it tells of; null for events of feeds, and for a test.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="FeedId">The feed that it tells of; null for all other events.</param>
/// <param name="Channels">Where it is to be posted; empty for events that only tell.</param>
/// <param name="Status">
/// `planned` (its time has yet to come), `waiting` (on its way), `delivered`, `failed`, or `dropped` where what was approved was taken back, shared or changed before it got through.
/// </param>
/// <param name="CreatedAt">When the event was noticed.</param>
/// <param name="NextAttemptAt">When it is sent next; null where it is not, as while the webhook is off or stopped.</param>
/// <param name="Attempts">What became of each attempt, the oldest first; at most the last 15.</param>
internal sealed record DeliveryItem(
    string Id,
    string Type,
    string? Title,
    string? Practice,
    string? SuggestionId,
    string? ArticleId,
    string? FeedId,
    IReadOnlyList<Channel> Channels,
    DeliveryStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    IReadOnlyList<AttemptItem> Attempts)
{
    /// <param name="delivery">The delivery.</param>
    /// <param name="isOn">Whether anything is sent to the webhook.</param>
    /// <param name="now">The time.</param>
    public static DeliveryItem From(Delivery delivery, bool isOn, DateTimeOffset now) => new(
        delivery.Id,
        delivery.Type,
        delivery.Subject?.Title,
        delivery.Subject?.Practice ?? delivery.About?.Practice,
        (delivery.Subject?.ArticleId ?? delivery.About?.ArticleId) is { } articleId ? Suggestions.SuggestionId.Of(articleId) : null,
        delivery.Subject?.ArticleId ?? delivery.About?.ArticleId,
        delivery.Subject?.FeedId,
        delivery.Subject?.Channels ?? [],
        delivery.IsPlanned(now) ? DeliveryStatus.Planned : delivery.Status,
        delivery.CreatedAt,
        isOn ? delivery.NextAttempt?.ToUniversalTime() : null,
        [.. delivery.Attempts.Select(attempt => new AttemptItem(attempt.At, attempt.Status, attempt.Code, attempt.Message, attempt.Milliseconds))]);
}

/// <summary>One attempt to send it.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The status that the receiver answered with; null where it did not answer.</param>
/// <param name="Code">What became of it, for programs.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record AttemptItem(DateTimeOffset At, int? Status, string Code, string Message, int Milliseconds);
