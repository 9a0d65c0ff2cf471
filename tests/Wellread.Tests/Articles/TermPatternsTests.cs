using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class TermPatternsTests
{
    [Theory]
    [InlineData("take|takes pill*", "She takes pills", "takes pills")]
    [InlineData("take|takes pill*", "She takes no pills", null)]
    [InlineData("takes .. pills", "She takes far too many pills", "takes far too many pills")]
    [InlineData("takes .. pills", "She takes one more of the pills", null)]
    [InlineData("takes ... pills", "She takes one more of the pills", "takes one more of the pills")]
    [InlineData("takes .. pills", "What she takes, pills or not", null)]
    [InlineData("takes my? pills", "takes pills", "takes pills")]
    [InlineData("takes sleeping_pills|drops", "He takes sleeping pills", "takes sleeping pills")]
    [InlineData("takes pills -daily", "He takes pills daily", null)]
    [InlineData("takes pills -daily", "He takes pills", "takes pills")]
    [InlineData("^ pills $", "Talk: pills, too", "pills")]
    [InlineData("^ pills $", "Talk of pills, too", null)]
    [InlineData("<100-790> calories", "Eat 500 calories", "500 calories")]
    [InlineData("<100-790> calories", "Eat 1,500 calories", null)]
    [InlineData("<100-790> calories", "Eat 1500 calories", null)]
    [InlineData("takes pills unless vitamin*", "He takes pills", "takes pills")]
    [InlineData("takes pills unless vitamin*", "He takes pills. They are vitamins.", null)]
    [InlineData("tomó pastillas", "TOMO pastillas", "TOMO pastillas")]
    public void A_pattern_has_slots(string pattern, string text, string? found)
    {
        var words = FoldedWords.From(text, withPlaces: true);
        var places = TermPatterns.Parse($"[a]\nen: {pattern}", _ => 0).Find(words, "en").Select(hit => words.PlaceOf(hit.Start, hit.Length)).ToList();
        Assert.Equal(found is null ? [] : [found], places.Select(place => text[place.Start..place.End]));
    }

    [Fact]
    public void A_set_has_a_name_and_sections_have_numbers()
    {
        var patterns = TermPatterns.Parse("en @who: he, she\nes @who: él\n[-]\nen: @who takes heart\n[a]\nen: @who takes", slug => slug == "-" ? TermPatterns.MaskSection : 3);
        Assert.Equal([TermPatterns.MaskSection, 3], patterns.Find(FoldedWords.From("She takes heart"), "en").Select(hit => hit.Section).Order());
        Assert.Empty(patterns.Find(FoldedWords.From("She takes heart"), "es"));
        Assert.Empty(patterns.Find(FoldedWords.From("She takes heart"), "fr"));
    }

    [Theory]
    [InlineData(".. pills")]
    [InlineData("-not pills")]
    [InlineData("@nobody takes")]
    [InlineData("ab* takes")]
    [InlineData("takes -two_words")]
    [InlineData("<one> pill")]
    public void What_cannot_be_read_is_said_when_the_program_starts(string pattern) => Assert.Throws<FormatException>(() => TermPatterns.Parse($"[a]\nen: {pattern}", _ => 0));

    [Fact]
    public void The_list_reads_a_long_text_of_nothing_but_its_own_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("she takes too many pills to end her life and hurt herself", 400));
        Assert.Equal(["suicide", "overdose"], SensitiveTopics.In(text, "", "en").Intersect(["suicide", "overdose"]));
    }
}
