namespace Wellread.Sharing.Webhooks;

/// <summary>How a webhook is, as its deliveries show. Kept apart from what an operator set, so that neither waits for the other. Stored as JSON.</summary>
internal sealed record WebhookHealth
{
    /// <summary>How long nothing may get through before it is switched off: longer than one event is tried.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    public static WebhookHealth Fresh { get; } = new();

    public DateTimeOffset? LastDelivered { get; init; }

    /// <summary>Since when nothing got through; null where the last attempt did.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Since when nothing got through, also where nothing is tried at the moment; null where the last attempt did, or somebody switched it on again.</summary>
    public DateTimeOffset? TroubledSince { get; init; }

    /// <summary>What the last attempt that failed met, in words.</summary>
    public string? LastProblem { get; init; }

    /// <summary>The same for programs.</summary>
    public string? LastProblemCode { get; init; }

    public DateTimeOffset? LastProblemAt { get; init; }

    /// <summary>Until when its receiver asked to be left alone.</summary>
    public DateTimeOffset? RestsUntil { get; init; }

    /// <summary>When Wellread switched it off; null where it did not.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Why, in words.</summary>
    public string? StoppedBecause { get; init; }

    public bool RestsAt(DateTimeOffset now) => RestsUntil > now;

    /// <summary>With nothing that would keep it from being tried at once.</summary>
    public WebhookHealth Restarted() => this with { StoppedAt = null, StoppedBecause = null, FailingSince = null, TroubledSince = null, RestsUntil = null };

    /// <summary>With what failed given up, and nothing else tried: days without events are no days in which nothing gets through.</summary>
    public WebhookHealth GivenUp() => this with { FailingSince = null };

    /// <summary>What is known after one more attempt.</summary>
    public WebhookHealth After(AttemptOutcome outcome, DateTimeOffset now) => outcome switch
    {
        AttemptOutcome.Taken => this with
        {
            LastDelivered = now,
            FailingSince = null,
            TroubledSince = null,
            LastProblem = null,
            LastProblemCode = null,
            LastProblemAt = null,
            RestsUntil = null,
        },
        AttemptOutcome.Gone gone => Met(gone, now) with { StoppedAt = now, StoppedBecause = gone.Message },
        AttemptOutcome.Failed failed => Failed(failed, now),
        _ => throw new InvalidOperationException("There is no such outcome."),
    };

    private WebhookHealth Met(AttemptOutcome problem, DateTimeOffset now) => this with
    {
        FailingSince = FailingSince ?? now,
        TroubledSince = TroubledSince ?? FailingSince ?? now,
        LastProblem = problem.Message,
        LastProblemCode = problem.Code,
        LastProblemAt = now,
    };

    private WebhookHealth Failed(AttemptOutcome.Failed failed, DateTimeOffset now)
    {
        var next = Met(failed, now) with { RestsUntil = failed.Rest is { } rest ? now + rest : RestsUntil };
        return now - next.FailingSince < Patience
            ? next
            : next with { StoppedAt = now, StoppedBecause = $"Nothing got through for {(int)Patience.TotalDays} days, so Wellread stopped trying. The last time: {failed.Message}" };
    }
}
