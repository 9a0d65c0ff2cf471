using System.Security.Cryptography;
using System.Text;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;

namespace Wellread.Sharing.Webhooks;

/// <summary>When an event is sent again: the example schedule of Standard Webhooks 1.0.0, over three days. Pure.</summary>
internal static class RetrySchedule
{
    /// <summary>What a receiver that is overloaded and does not say for how long is given.</summary>
    private static readonly TimeSpan UsualRest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>The longest wait between two attempts, with what is added to it.</summary>
    public static TimeSpan LongestWait => Waits[^1] * 1.1;

    /// <summary>The first, which is made at once, and one after each wait.</summary>
    public static int MaxAttempts => Waits.Length + 1;

    /// <summary>When to send again after the attempt with this number, from 1; null after the last. Up to a tenth later, always the same for one event, so that not all come back at once.</summary>
    public static DateTimeOffset? Next(int attempt, string deliveryId, TimeSpan? asked, DateTimeOffset now)
    {
        if (attempt >= MaxAttempts) return null;
        var wait = Waits[attempt - 1] * (1 + (SHA256.HashData(Encoding.UTF8.GetBytes($"{deliveryId}|{attempt}"))[0] / 2550.0));
        return now + (asked > wait ? asked.Value : wait);
    }

    /// <summary>How long a receiver is left alone that is overloaded (429, 502, 503, 504) or asks for patience, from a minute to a day; null for any other answer.</summary>
    public static TimeSpan? RestAfter(int status, AnswerHeaders headers, DateTimeOffset now) =>
        AnswerTimes.RetryAfter(headers, now) ?? (status is 429 or 502 or 503 or 504 ? UsualRest : null);
}
