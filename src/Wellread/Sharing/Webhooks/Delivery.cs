using System.Collections.Immutable;
using System.Text;

namespace Wellread.Sharing.Webhooks;

/// <summary>How far a delivery is.</summary>
internal enum DeliveryStatus
{
    /// <summary>On its way: the first attempt or the next is still to be made.</summary>
    Waiting,
    Delivered,
    Failed,

    /// <summary>Not sent any more, as what was approved was taken back, shared or changed meanwhile.</summary>
    Dropped,

    /// <summary>Its time has yet to come. Only shown: it is stored as waiting.</summary>
    Planned,
}

/// <summary>One event on its way to one webhook. Stored as JSON.</summary>
internal sealed record Delivery
{
    /// <summary>Attempts that are remembered: those of a whole schedule, and some of the one before where it was sent again.</summary>
    private const int MaxRemembered = 15;

    /// <summary>The event's id, the receiver's <c>webhook-id</c>: the same however often it is sent, so that a receiver can drop doubles.</summary>
    public required string Id { get; init; }

    public required string WebhookId { get; init; }

    public required string Type { get; init; }

    /// <summary>When the event was noticed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The JSON that is sent; empty for an approval, whose message is written anew for each attempt, so that 500 of them are not kept.</summary>
    public required string Body { get; init; }

    /// <summary>What it gives out to be posted; null for events that only tell.</summary>
    public ApprovedArticle? About { get; init; }

    /// <summary>What it tells of; null for a test, and for a delivery of an older version of Wellread.</summary>
    public DeliverySubject? Subject { get; init; }

    public DeliveryStatus Status { get; init; }

    /// <summary>Attempts of the present schedule.</summary>
    public int Tries { get; init; }

    /// <summary>When it is sent next; null where it is not.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The oldest first.</summary>
    public ImmutableArray<Attempt> Attempts { get; init; } = [];

    /// <summary>Whether its time has yet to come: nothing was tried so far.</summary>
    public bool IsPlanned(DateTimeOffset now) => Status == DeliveryStatus.Waiting && Tries == 0 && NextAttempt > now;

    public ReadOnlyMemory<byte> BodyBytes() => Encoding.UTF8.GetBytes(Body);

    /// <summary>What is remembered after one more attempt.</summary>
    public Delivery After(AttemptOutcome outcome, DateTimeOffset startedAt, DateTimeOffset now)
    {
        var attempt = new Attempt(startedAt, outcome.Status, outcome.Code, outcome.Message, (int)(now - startedAt).TotalMilliseconds);
        var tries = Tries + 1;
        var next = outcome is AttemptOutcome.Failed failed ? RetrySchedule.Next(tries, $"{WebhookId}|{Id}", failed.Rest, now) : null;
        return this with
        {
            Tries = tries,
            Attempts = With(attempt),
            NextAttempt = next,
            Status = outcome is AttemptOutcome.Taken ? DeliveryStatus.Delivered : next is null ? DeliveryStatus.Failed : DeliveryStatus.Waiting,
        };
    }

    /// <summary>Not sent any more.</summary>
    public Delivery Dropped(DateTimeOffset now) => this with
    {
        Status = DeliveryStatus.Dropped,
        NextAttempt = null,
        Attempts = With(new Attempt(now, null, "no-longer", "What was approved was taken back, shared or changed meanwhile, so this was not sent.", 0)),
    };

    /// <summary>From the start, with the whole schedule before it.</summary>
    public Delivery SentAgain(DateTimeOffset now) => this with { Status = DeliveryStatus.Waiting, Tries = 0, NextAttempt = now };

    private ImmutableArray<Attempt> With(Attempt attempt) => [.. Attempts.Skip(Attempts.Length - MaxRemembered + 1), attempt];

    /// <summary>As long as records print, they must not print what is sent.</summary>
    public override string ToString() => $"{Type} {Id}";
}

/// <summary>One attempt.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The status that the receiver answered with; null where it did not answer.</param>
/// <param name="Code">What became of it, for programs.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record Attempt(DateTimeOffset At, int? Status, string Code, string Message, int Milliseconds);
