using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

public sealed class PassagesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Eat well. ")]
    [InlineData("\n")]
    [InlineData("\ud83e\uddb7")]
    public void They_cover_a_text_in_order_and_cut_no_character(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 65_536 / unit.Length));
        var passages = Passages.Of(text).ToList();

        Assert.Equal((0, text.Length), (passages[0].Start, passages[^1].End));
        Assert.All(passages, passage => Assert.InRange(passage.End - passage.Start, 1, Passages.Longest));
        Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.Start < pair.Second.Start && pair.Second.Start <= pair.First.End));
        Assert.All(passages, passage => Assert.False(passage.Start > 0 && char.IsLowSurrogate(text[passage.Start])));
        Assert.InRange(passages.Count, 1, text.Length / (Passages.Longest / 4));
    }

    [Fact]
    public void What_stands_on_a_border_is_found_once()
    {
        const string telling = "Karen Miller came in with pneumonia last week. ";
        for (var before = Passages.Longest - 200; before < Passages.Longest + 50; before += 10)
        {
            var text = string.Concat(Enumerable.Repeat("Drink water. ", before / 13)) + telling + string.Concat(Enumerable.Repeat("Rest well. ", 200));
            Assert.Equal("Karen Miller", Assert.Single(PostGuard.Check(text, PostMode.Post).Findings.Where(finding => finding.Kind == MentionKind.Name).Select(finding => text[finding.Start..finding.End])));
        }
    }
}
