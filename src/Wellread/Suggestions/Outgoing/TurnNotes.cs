using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Outgoing;

/// <summary>Tells an editor when what was approved goes out, and what it waits for. Pure.</summary>
internal static class TurnNotes
{
    private const string Waits = "in-turn";

    /// <summary>Where an approval goes out: on the channel that it names, or else on those that the practice has on for its readers.</summary>
    public static string ChannelsOf(Practice practice, Article article, Channel? named) => named is { } channel
        ? ChannelInfo.Of(channel).Slug
        : string.Join(' ', practice.ChannelsFor(article.Assessment?.Audience == ArticleAudience.Colleagues ? ArticleAudience.Colleagues : ArticleAudience.Patients).Select(info => info.Slug));

    /// <param name="practice">Whose decision it is.</param>
    /// <param name="history">What was decided on the article, the last decision an approval.</param>
    /// <param name="board">All that was decided, with that.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<DecisionNote> For(Practice practice, DecisionHistory history, DecisionBoard board, DateTimeOffset now)
    {
        if (history.Standing is not { WaitsItsTurn: true, Outbox: true } approval) yield break;
        if (approval.GoesTo!.Length == 0)
            yield return new DecisionNote("channel-off", "No network for its readers is switched on for your practice, so your outbox does not give it out. Switch one on, and approve it again.");
        foreach (var slug in approval.GoesTo.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ChannelInfo.Find(slug) is { } channel && ChannelTurns.Of(board, practice, channel).EntryOf(history, null) is { Approval.WaitsItsTurn: true } entry && Of(practice, channel, entry, board, now) is { } note)
                yield return note;
        }
    }

    private static DecisionNote? Of(Practice practice, ChannelInfo channel, OutboxEntry entry, DecisionBoard board, DateTimeOffset now)
    {
        var policy = practice.Policy(channel.Channel);
        if (ChannelTurns.Of(board, practice, channel).Of(entry) is not { } turn)
            return new DecisionNote("channel-off", $"{channel.Name} is switched off for your practice. Your outbox gives it out once you switch it on.");
        if (turn.At <= now) return null;
        var why = turn.Limit is { } limit ? DecisionNotes.TextOf(limit, policy) : $"Others of yours come before it on {channel.Name}.";
        return new DecisionNote(turn.Limit is { } kept ? DecisionNotes.CodeOf(kept) : Waits, $"{why} Your outbox gives it out {When(turn.At, now, practice)}.");
    }

    /// <summary>A day by its name where it is near, by its date where it is not.</summary>
    public static string When(DateTimeOffset at, DateTimeOffset now, Practice practice)
    {
        var day = (practice.Today(at).DayNumber - practice.Today(now).DayNumber) switch
        {
            0 => "'today at' HH:mm",
            1 => "'tomorrow at' HH:mm",
            <= 6 => "'on' dddd 'at' HH:mm",
            _ => "'on' dddd, d MMMM 'at' HH:mm",
        };
        return practice.Local(at).ToString(day, CultureInfo.InvariantCulture);
    }
}

/// <summary>Where your outbox gives it out, and when. What your limits hold back comes in its turn.</summary>
/// <param name="Channel">The network.</param>
/// <param name="At">When it goes out or went out, as it stands now; null as long as the network is switched off.</param>
/// <param name="IsOut">Whether other tools have it to post.</param>
internal sealed record GoingOut(Channel Channel, DateTimeOffset? At, bool IsOut)
{
    public static IReadOnlyList<GoingOut> Of(DecisionHistory history, DecisionBoard board, Practice practice, ArticleAudience? audienceNow, DateTimeOffset now) =>
    [
        .. from channel in ChannelInfo.All
           let turns = ChannelTurns.Of(board, practice, channel)
           let entry = turns.EntryOf(history, audienceNow)
           where entry is not null
           let isOn = practice.Policy(channel.Channel).Enabled
           where isOn || entry.Approval.Channel is not null
           let turn = isOn ? turns.Of(entry) : null
           select new GoingOut(channel.Channel, turn is { } known ? practice.Local(known.At) : null, turn?.At <= now),
    ];
}
