using System.Globalization;
using Wellread.Practices;

namespace Wellread.Suggestions.Outgoing;

/// <summary>Tells an editor that what they decide on had come out before: a tool may have posted it. Pure.</summary>
internal static class CameOutNotes
{
    private const string Code = "came-out";

    /// <param name="practice">Whose decision it is.</param>
    /// <param name="history">What was decided on the article, with that.</param>
    /// <param name="board">All that was decided.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<DecisionNote> For(Practice practice, DecisionHistory history, DecisionBoard board, DateTimeOffset now)
    {
        var before = history with { Decisions = history.Decisions[..^1] };
        var (stays, left) = (new List<GivenOut>(), new List<GivenOut>());
        foreach (var one in GivenOut.All(history, board, practice, now))
        {
            var turns = ChannelTurns.Of(board, practice, ChannelInfo.Of(one.Channel));
            var (was, entry) = (turns.EntryOf(before, null), turns.EntryOf(history, null));
            var isApprovedAnew = was is null && entry?.Words == history.Latest;
            if (was?.Place != one.Place && !isApprovedAnew) continue;
            if (entry?.Place != one.Place) left.Add(one);
            else if (was is not null && entry.Words == history.Latest && was.Words.Article?.AsSeen == entry.Words.Article?.AsSeen) stays.Add(one);
        }

        if (stays.Count > 0)
            yield return new(Code, $"{Told(stays, practice, now)} It does not come out there again. To have it posted once more, say that it was shared there, and then approve it.");
        if (left.Count > 0)
            yield return new(Code, $"{Told(left, practice, now)} If it was posted, {(history.Latest.Action == DecisionAction.Approve ? "see whether that post may stay" : "take it down there")}.");
    }

    private static string Told(List<GivenOut> all, Practice practice, DateTimeOffset now) =>
        $"It came out of your outbox {string.Join(", and ", all.Select(one => $"on {ChannelInfo.Of(one.Channel).Name} {When(one.At, practice, now)}"))}.";

    private static string When(DateTimeOffset at, Practice practice, DateTimeOffset now)
    {
        var day = (practice.Today(now).DayNumber - practice.Today(at).DayNumber) switch
        {
            0 => "'today at' HH:mm",
            1 => "'yesterday at' HH:mm",
            _ => "'on' d MMMM yyyy 'at' HH:mm",
        };
        return practice.Local(at).ToString(day, CultureInfo.InvariantCulture);
    }
}
