using System.Globalization;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;

namespace Wellread.Sharing.Webhooks;

/// <summary>What became of one attempt to deliver an event. No message repeats what the receiver sent.</summary>
internal abstract record AttemptOutcome(int? Status, string Code, string Message)
{
    /// <summary>The receiver said that it has it (2xx).</summary>
    internal sealed record Taken(int Answer) : AttemptOutcome(Answer, "delivered", "The receiver has it.");

    /// <summary>The receiver wants no more events (410).</summary>
    internal sealed record Gone() : AttemptOutcome(410, "gone", "The receiver says that it is gone for good (410), so Wellread stopped sending.");

    /// <summary>Anything else. <paramref name="Rest"/> is for how long the receiver is to be left alone.</summary>
    internal sealed record Failed(int? Answer, string Fault, string InWords, TimeSpan? Rest) : AttemptOutcome(Answer, Fault, InWords);

    public static AttemptOutcome Of(OutboundAnswer answer, DateTimeOffset now) => answer switch
    {
        OutboundAnswer.Answered { Status: >= 200 and <= 299 } taken => new Taken(taken.Status),
        OutboundAnswer.Answered { Status: 410 } => new Gone(),
        OutboundAnswer.Answered other => new Failed(other.Status, "http-status", Words(other.Status), RetrySchedule.RestAfter(other.Status, other.Headers, now)),
        OutboundAnswer.Failed { Fault: var fault } => Blocked(fault.Code, fault.Message),
        _ => throw new InvalidOperationException("A post is never asked whether to follow."),
    };

    /// <summary>Nothing was sent, or nothing came back.</summary>
    public static Failed Blocked(string code, string message) => new(null, code, message, Rest: null);

    private static string Words(int status) => status switch
    {
        >= 300 and <= 399 => string.Create(CultureInfo.InvariantCulture, $"The receiver sends visitors on to another address ({status}). Give the webhook that address: redirects are not followed."),
        401 or 403 => string.Create(CultureInfo.InvariantCulture, $"The receiver let us not in ({status})."),
        404 => "The receiver has nothing at this address (404).",
        429 => "The receiver asked for fewer events at a time (429).",
        503 => "The receiver says that it is closed for a while (503).",
        _ => FeedFaults.Status(status).Message.Replace("The site", "The receiver", StringComparison.Ordinal),
    };
}
