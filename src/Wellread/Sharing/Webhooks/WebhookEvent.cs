using System.Security.Cryptography;
using System.Text;

namespace Wellread.Sharing.Webhooks;

/// <summary>Something that webhooks are told of.</summary>
/// <param name="Id">The same for every webhook.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Practice">Whose event it is; null where it is everybody's.</param>
/// <param name="At">When it happened, or was noticed.</param>
/// <param name="Position">Where in the practices' log it stands, 0 where that is long ago; null where no log tells.</param>
/// <param name="Body">Writes the JSON that is sent, given this service's own address.</param>
internal sealed record WebhookEvent(string Id, string Type, string? Practice, DateTimeOffset At, long? Position, Func<string, string> Body)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    /// <summary>What it gives out to be posted; null for events that only tell.</summary>
    public ApprovedArticle? About { get; init; }

    /// <summary>What it tells of, for the list of deliveries.</summary>
    public DeliverySubject? Subject { get; init; }

    /// <summary>Where in the library's log it stands; null where that log does not tell.</summary>
    public long? LibraryPosition { get; init; }

    /// <summary>When what it tells of came about, where that is known; as a log that was put back counts anew.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it is to be sent; null = at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Letters and digits only: a full stop in it would let one event's signature stand for another's.</summary>
    public static string IdOf(params ReadOnlySpan<string> parts) =>
        $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts!))).AsSpan(0, 16))}";

    /// <summary>Whether it is news for the webhook: by the log, and by the clock where no log tells or a store that was put back counts its log anew.</summary>
    public bool IsFor(Webhook webhook) => webhook.Wants(Type, Practice)
        && ((Position - webhook.Since.Practices ?? LibraryPosition - webhook.Since.Library) is { } behind
            ? behind > 0 || ChangedAt > webhook.CreatedAt + ClocksDiffer
            : At >= webhook.CreatedAt - ClocksDiffer);
}
