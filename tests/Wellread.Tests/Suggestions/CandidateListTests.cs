using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

public sealed class CandidateListTests
{
    /// <summary>Thousands, so that chunks are split, joined and emptied.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_comes_and_goes_it_is_sorted_and_whole(int seed)
    {
        var dice = new Random(seed);
        var present = new SortedSet<Candidate>(Candidate.ByRank);
        var list = CandidateList.Empty;
        for (var step = 0; step < 30; step++)
        {
            var come = Enumerable.Range(0, dice.Next(3) == 0 ? 3000 : dice.Next(4)).Select(i => Roll(dice, $"{step}-{i}")).Order(Candidate.ByRank).ToList();
            var most = dice.Next(4) switch { 0 => present.Count, 1 => present.Count / 2, _ => 3 };
            var gone = present.Skip(dice.Next(1 + (present.Count / 2))).Take(most).ToList();
            list = list.With(come, gone);
            present.ExceptWith(gone);
            present.UnionWith(come);

            Assert.Equal(present.Count, list.Count);
            Assert.Equal(present, list);
            Assert.Equal(present, Enumerable.Range(0, list.Count).Select(i => list[i]));
        }
    }

    [Fact]
    public void What_a_reader_holds_stays_as_it_was()
    {
        var before = CandidateList.Empty.With([.. Enumerable.Range(0, 2000).Select(i => Roll(new Random(i), $"{i}")).Order(Candidate.ByRank)], []);
        var seen = before.ToList();
        var after = before.With([Candidate.From(Make.Article("new", daysOld: 5))], [before[700]]);
        Assert.Equal(seen, before);
        Assert.DoesNotContain(seen[700], after);
    }

    private static Candidate Roll(Random dice, string name) => Candidate.From(Make.Article(name, daysOld: dice.NextDouble() * 30, probability: dice.NextDouble()));
}
