using System.Globalization;
using static Wellread.Tests.Suggestions.Outgoing.TurnsMake;

namespace Wellread.Tests.Suggestions.Outgoing;

/// <summary>When what was approved comes out, within a practice's limits on a channel.</summary>
public sealed class ChannelTurnsTests
{
    [Fact]
    public void Approvals_come_out_in_their_order_within_gap_quiet_hours_and_budget()
    {
        var board = Board([.. Enumerable.Range(0, 11).Select(i => ($"a{i:00}", new[] { Approve(Thursday.AddHours(16).AddMinutes(i)) }))]);
        // From two in the night on, four hours apart by day, three a week.
        string[] expected =
        [
            "2026-11-27T07:00", "2026-11-27T11:00", "2026-11-27T15:00", "2026-11-30T07:00", "2026-11-30T11:00", "2026-11-30T15:00",
            "2026-12-07T07:00", "2026-12-07T11:00", "2026-12-07T15:00", "2026-12-14T07:00", "2026-12-14T11:00",
        ];
        Assert.Equal(expected, Enumerable.Range(0, 11).Select(i => Local(TurnOf(board, Practice(), $"a{i:00}"))));
    }

    [Fact]
    public void What_keeps_to_all_limits_comes_out_at_once_and_says_what_others_wait_for()
    {
        var board = Board(("a", [Approve(Thursday)]), ("b", [Approve(Thursday.AddMinutes(1))]), ("c", [Approve(Thursday.AddHours(12))]));
        Assert.Equal(Thursday, TurnOf(board, Practice(), "a"));
        Assert.Equal(Thursday.AddHours(4), TurnOf(board, Practice(), "b"));
        Assert.Equal("2026-11-27T07:00", Local(TurnOf(board, Practice(), "c")));
    }

    [Fact]
    public void Without_limits_two_of_one_moment_are_a_minute_apart()
    {
        var practice = Practice(budget: 50, gapHours: 0, quiet: "00:00-00:00");
        var board = Board(("b", [Approve(Thursday)]), ("a", [Approve(Thursday)]));
        Assert.Equal([Thursday, Thursday.AddMinutes(1)], new[] { TurnOf(board, practice, "a"), TurnOf(board, practice, "b") }.OfType<DateTimeOffset>());
    }

    [Fact]
    public void A_time_of_an_editors_own_overrides_the_limits_and_others_keep_away_from_it()
    {
        var night = Thursday.AddHours(15);
        var board = Board(("plan", [Approve(Thursday, planned: night)]), ("other", [Approve(Thursday.AddHours(8))]), ("same", [Approve(Thursday.AddHours(1), planned: night)]));
        Assert.Equal(night, TurnOf(board, Practice(), "plan"));
        Assert.Equal(night.AddMinutes(1), TurnOf(board, Practice(), "same"));
        // 18:00 is fine; with a post at 20:00 it would not have been.
        Assert.Equal(Thursday.AddHours(8), TurnOf(board, Practice(), "other"));
        var near = Board(("plan", [Approve(Thursday, planned: Thursday.AddHours(10))]), ("other", [Approve(Thursday.AddHours(8))]));
        Assert.Equal("2026-11-27T07:00", Local(TurnOf(near, Practice(), "other")));
    }

    [Fact]
    public void Posts_by_hand_count_and_the_share_of_what_came_out_counts_once()
    {
        var byHand = Board(("hand", [Share(Thursday)]), ("a", [Approve(Thursday.AddHours(1))]));
        Assert.Equal(Thursday.AddHours(4), TurnOf(byHand, Practice(), "a"));
        var said = Board(("out", [Approve(Thursday), Share(Thursday.AddHours(3))]), ("a", [Approve(Thursday.AddHours(4))]));
        Assert.Equal(Thursday.AddHours(4), TurnOf(said, Practice(), "a"));
        var saidWhen = Board(("out", [Approve(Thursday), Share(Thursday.AddHours(3), sharedAt: Thursday.AddHours(2))]), ("a", [Approve(Thursday.AddHours(4))]));
        Assert.Equal(Thursday.AddHours(6), TurnOf(saidWhen, Practice(), "a"));
    }

    [Fact]
    public void What_is_taken_back_before_its_turn_makes_room_and_what_is_out_stays_counted()
    {
        var waits = Board(("a", [Approve(Thursday)]), ("b", [Approve(Thursday.AddMinutes(1)), Undo(Thursday.AddHours(1))]), ("c", [Approve(Thursday.AddMinutes(2))]));
        Assert.Null(TurnOf(waits, Practice(), "b"));
        Assert.Equal(Thursday.AddHours(4), TurnOf(waits, Practice(), "c"));
        var isOut = Board(("a", [Approve(Thursday), Undo(Thursday.AddHours(1))]), ("c", [Approve(Thursday.AddMinutes(2))]));
        Assert.Equal(Thursday.AddHours(4), TurnOf(isOut, Practice(), "c"));
    }

    [Fact]
    public void What_is_approved_again_in_other_words_waits_for_a_turn_again()
    {
        var again = Board(("a", [Approve(Thursday), Approve(Thursday.AddHours(12), title: "Other words")]));
        Assert.Equal("2026-11-27T07:00", Local(TurnOf(again, Practice(), "a")));
        Assert.Equal(Thursday, TurnOf(Board(("a", [Approve(Thursday), Approve(Thursday.AddHours(12))])), Practice(), "a"));
    }

    [Fact]
    public void What_waits_follows_new_limits_and_what_is_out_does_not()
    {
        var board = Board(("a", [Approve(Thursday)]), ("b", [Approve(Thursday.AddMinutes(1))]), ("c", [Approve(Thursday.AddMinutes(2))]));
        var stricter = Practice().SetTo(Practice(budget: 2, gapHours: 24), Thursday.AddHours(5));
        Assert.Equal(["2026-11-26T10:00", "2026-11-26T14:00", "2026-11-30T07:00"], new[] { "a", "b", "c" }.Select(id => Local(TurnOf(board, stricter, id))));
        var off = stricter.SetTo(Practice(enabled: false), Thursday.AddHours(6));
        Assert.Equal(["2026-11-26T10:00", "2026-11-26T14:00", ""], new[] { "a", "b", "c" }.Select(id => Local(TurnOf(board, off, id))));
        var on = off.SetTo(Practice(), Thursday.AddHours(30));
        Assert.Equal(["2026-11-26T10:00", "2026-11-26T14:00", "2026-11-27T16:00"], new[] { "a", "b", "c" }.Select(id => Local(TurnOf(board, on, id))));
        var elsewhere = Practice().SetTo(Practice(zone: "Asia/Tokyo"), Thursday.AddHours(1));
        // 11:00 in Chicago is 02:00 in Tokyo.
        Assert.Equal(At("2026-11-27T07:00:00+09:00"), TurnOf(board, elsewhere, "b"));
    }

    [Theory]
    [InlineData("2026-10-24T22:00:00+02:00", "2026-10-25T07:00:00+01:00")]
    [InlineData("2026-03-28T22:00:00+01:00", "2026-03-29T07:00:00+02:00")]
    public void Quiet_hours_end_by_the_clock_on_the_wall_where_clocks_are_changed(string approved, string turn)
    {
        var board = Board(("a", [Approve(At(approved))]), ("b", [Approve(At(approved).AddMinutes(1))]));
        Assert.Equal(At(turn), TurnOf(board, Practice(zone: "Europe/Madrid"), "a"));
        // A gap is time that passes, whatever the clock shows.
        Assert.Equal(At(turn).AddHours(4), TurnOf(board, Practice(zone: "Europe/Madrid"), "b"));
    }

    [Fact]
    public void What_an_older_version_approved_came_out_at_once_and_counts()
    {
        var old = Approve(Thursday.AddHours(12)) with { GoesTo = null };
        var board = Board(("old", [old]), ("new", [Approve(Thursday.AddHours(22))]));
        Assert.Equal(Thursday.AddHours(12), TurnOf(board, Practice(), "old"));
        Assert.Equal(Thursday.AddHours(22), TurnOf(board, Practice(), "new"));
        Assert.Equal(Thursday.AddHours(25), TurnOf(Board(("old", [old with { At = Thursday.AddHours(21) }]), ("new", [Approve(Thursday.AddHours(22))])), Practice(), "new"));
    }

    [Fact]
    public void A_long_queue_has_its_turns_for_years()
    {
        var board = Board([.. Enumerable.Range(0, 600).Select(i => ($"a{i:000}", new[] { Approve(Thursday.AddMinutes(i)) }))]);
        var turns = Enumerable.Range(0, 600).Select(i => TurnOf(board, Practice(budget: 1), $"a{i:000}")!.Value).ToList();
        Assert.Equal(turns.Order(), turns);
        Assert.Equal(600, turns.Distinct().Count());
        Assert.Equal("2038-05-17T07:00", Local(turns[^1]));
    }

    private static string Local(DateTimeOffset? at) => at is { } known ? Practice().Local(known).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";
}
