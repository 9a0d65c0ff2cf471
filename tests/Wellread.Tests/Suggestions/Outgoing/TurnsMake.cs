using System.Collections.Immutable;
using System.Globalization;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Tests.Suggestions.Outgoing;

/// <summary>Decisions and practices as tests of turns need them.</summary>
internal static class TurnsMake
{
    /// <summary>A Thursday, 10:00 in Chicago.</summary>
    public static DateTimeOffset Thursday { get; } = At("2026-11-26T10:00:00-06:00");

    public static Practice Practice(int budget = 3, double gapHours = 4, string quiet = "21:00-07:00", bool enabled = true, string zone = "America/Chicago") => new PracticeSettings
    {
        TimeZone = zone,
        Channels = [new ChannelPolicy(Channel.Facebook, enabled, budget, Quiet(quiet), TimeSpan.FromHours(gapHours))],
    }.ToPractice("us", 0);

    /// <summary>The practice after somebody set it anew.</summary>
    public static Practice SetTo(this Practice before, Practice after, DateTimeOffset at) =>
        (after.Settings with { Earlier = EarlierLimits.After(before, after.Settings, at) }).ToPractice("us", 0);

    public static Decision Approve(DateTimeOffset at, DateTimeOffset? planned = null, string title = "t") => new(DecisionAction.Approve, at, null, null, null, null)
    {
        SharedAt = planned,
        Outbox = true,
        GoesTo = "facebook",
        Article = new DecidedArticle(title, "", "https://news.example/", ""),
    };

    public static Decision Share(DateTimeOffset at, DateTimeOffset? sharedAt = null) => new(DecisionAction.Shared, at, null, null, Channel.Facebook, null) { SharedAt = sharedAt };

    public static Decision Undo(DateTimeOffset at) => new(DecisionAction.Undo, at, null, null, null, null);

    public static DecisionBoard Board(params (string Id, Decision[] Decisions)[] histories) =>
        DecisionBoard.Empty.With(histories.Select(one => new DecisionHistory(one.Id, one.Decisions.ToImmutableArray())));

    public static ChannelTurns Turns(DecisionBoard board, Practice practice) => ChannelTurns.Of(board, practice, ChannelInfo.Of(Channel.Facebook));

    /// <summary>When the article comes out on Facebook; null where it does not.</summary>
    public static DateTimeOffset? TurnOf(DecisionBoard board, Practice practice, string id) =>
        board.Find(id) is { } history && Turns(board, practice).EntryOf(history, null) is { } entry ? Turns(board, practice).Of(entry)?.At : null;

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static QuietHours Quiet(string text)
    {
        var parts = text.Split('-');
        return new QuietHours(TimeOnly.Parse(parts[0], CultureInfo.InvariantCulture), TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
