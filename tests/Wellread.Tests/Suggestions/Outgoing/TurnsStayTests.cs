using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;
using static Wellread.Tests.Suggestions.Outgoing.TurnsMake;

namespace Wellread.Tests.Suggestions.Outgoing;

/// <summary>What has come out never moves: a reader has it, with its date.</summary>
public sealed class TurnsStayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_decided_or_set_later_what_came_out_keeps_its_time(int seed)
    {
        for (var world = 0; world < 25; world++)
        {
            var random = new Random((seed * 1000) + world);
            var practice = Any(random);
            var decisions = new Dictionary<string, List<Decision>>();
            var (now, outBefore) = (Thursday, new Dictionary<string, DateTimeOffset>());
            for (var step = 0; step < 40; step++)
            {
                now += TimeSpan.FromMinutes(random.Next(1, 60 * 9));
                Assert.Equal(outBefore, Out(decisions, practice, now).Where(one => outBefore.ContainsKey(one.Key)).ToDictionary());
                outBefore = Out(decisions, practice, now);
                if (random.Next(8) == 0) practice = practice.SetTo(Any(random), now);
                else Decide(decisions, random, now);
                // What was decided this very moment may take a thing out, and moves none.
                var after = Out(decisions, practice, now);
                Assert.All(outBefore.Where(one => after.ContainsKey(one.Key)), one => Assert.Equal(one.Value, after[one.Key]));
                outBefore = after;
            }
        }
    }

    [Fact]
    public void Posts_of_a_queue_keep_to_the_limits_that_held_when_they_came_out()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var practice = Any(random);
            if (!practice.Policy(Channel.Facebook).Enabled) continue;
            var board = Board([.. Enumerable.Range(0, 12).Select(i => ($"a{i:00}", new[] { Approve(Thursday.AddMinutes(random.Next(20_000))) }))]);
            var turns = Enumerable.Range(0, 12).Select(i => TurnOf(board, practice, $"a{i:00}")!.Value).Order().ToList();
            var policy = practice.Policy(Channel.Facebook);
            Assert.All(turns, turn => Assert.False(policy.QuietHours.Holds(TimeOnly.FromDateTime(practice.Local(turn).DateTime))));
            Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.True(pair.Second - pair.First >= policy.LeastGap));
            Assert.All(turns.GroupBy(turn => practice.Today(turn).DayNumber / 7), week => Assert.True(week.Count() <= policy.WeeklyBudget));
        }
    }

    private static Dictionary<string, DateTimeOffset> Out(Dictionary<string, List<Decision>> decisions, Practice practice, DateTimeOffset now)
    {
        var board = Board([.. decisions.Select(one => (one.Key, one.Value.ToArray()))]);
        var turns = Turns(board, practice);
        return board.All.Select(history => turns.EntryOf(history, null)).OfType<OutboxEntry>()
            .Select(entry => (entry.History.ArticleId, entry.Place, entry.Words.Article!.Title, At: turns.Of(entry)?.At))
            .Where(one => one.At <= now)
            .ToDictionary(one => $"{one.ArticleId} {one.Place} {one.Title}", one => one.At!.Value);
    }

    private static void Decide(Dictionary<string, List<Decision>> decisions, Random random, DateTimeOffset now)
    {
        if (decisions.Count < 3 || random.Next(2) == 0)
        {
            decisions[$"a{decisions.Count:00}"] = [Approve(now, random.Next(6) == 0 ? now.AddMinutes(random.Next(5000)) : null)];
            return;
        }

        var history = decisions[$"a{random.Next(decisions.Count):00}"];
        history.Add(random.Next(4) switch
        {
            0 => Undo(now),
            1 => Share(now, random.Next(2) == 0 ? now.AddMinutes(random.Next(-2000, 2000)) : null),
            2 => new Decision(DecisionAction.Reject, now, RejectReason.Other, null, null, null),
            _ => Approve(now, random.Next(4) == 0 ? now.AddMinutes(random.Next(5000)) : null, random.Next(2) == 0 ? "t" : "other"),
        });
    }

    private static Practice Any(Random random) => Practice(
        random.Next(1, 6), random.Next(0, 30), new[] { "21:00-07:00", "00:00-00:00", "12:00-13:30", "07:00-05:00" }[random.Next(4)], random.Next(6) != 0,
        new[] { "America/Chicago", "Europe/Madrid", "Asia/Tokyo", "UTC" }[random.Next(4)]);
}
