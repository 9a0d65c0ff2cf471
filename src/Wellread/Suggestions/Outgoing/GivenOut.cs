using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Outgoing;

/// <summary>Where the outbox had given out an article before it changed: nobody said that it was posted, but other tools had it to post. Pure.</summary>
internal static class GivenOut
{
    /// <summary>A feed says when it changed a text; that it did is known once the feed is read again.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromHours(1);

    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <param name="history">All that was decided on the article.</param>
    /// <param name="board">All that the practice decided.</param>
    /// <param name="practice">Whose decisions they are.</param>
    /// <param name="audienceNow">Whom the article is for as it is now.</param>
    /// <param name="changedAt">When it changed; null where nobody knows.</param>
    /// <param name="now">The time.</param>
    public static Channel[] On(DecisionHistory history, DecisionBoard board, Practice practice, ArticleAudience? audienceNow, DateTimeOffset? changedAt, DateTimeOffset now) =>
    [
        .. from channel in ChannelInfo.All
           let entry = OutboxEntry.On(channel, history, audienceNow)
           where entry is { Approval.Outbox: true }
           where practice.Policy(channel.Channel).Enabled || entry.Approval.Channel is not null
           let turn = ChannelTurns.Of(board, practice, channel).Of(entry)
           where turn is { } known && Was(known.At, entry.Approval, changedAt, now)
           select channel.Channel,
    ];

    /// <summary>Whether what came out at a time did so before the change.</summary>
    public static bool Was(DateTimeOffset outAt, Decision approval, DateTimeOffset? changedAt, DateTimeOffset now) =>
        outAt <= now && (changedAt is null || outAt <= changedAt + Unnoticed || outAt <= approval.At + AtOnce);
}
