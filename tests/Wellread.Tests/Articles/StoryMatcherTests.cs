using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class StoryMatcherTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private const string Title = "Hartwell Foods recalls peanut butter over salmonella risk";
    private const string Text = "Hartwell Foods is recalling 40,000 jars of peanut butter sold in nine states after a test found salmonella.";

    [Fact]
    public void Of_400_pairs_the_same_stories_are_found_and_the_others_left_apart()
    {
        var (same, different) = (Pairs("same"), Pairs("different"));
        Assert.Equal((200, 200), (same.Count, different.Count));

        var found = same.Count(pair => AreSame(pair.A, pair.B));
        var wrong = different.Count(pair => AreSame(pair.A, pair.B));

        Assert.True(found >= 180, $"recall {found / 200.0}");
        Assert.True(found >= 0.98 * (found + wrong), $"precision {found / (double)(found + wrong)}");
    }

    [Fact]
    public void Among_all_the_others_they_are_found_too()
    {
        var index = new StoryIndex(TimeSpan.FromDays(5), capacity: 10_000);
        var (same, different) = (Pairs("same"), Pairs("different"));
        var found = same.Count(pair => index.Place(pair.A) == index.Place(pair.B));
        var wrong = different.Count(pair => index.Place(pair.A) == index.Place(pair.B));

        Assert.True(found >= 180, $"recall {found / 200.0}");
        Assert.True(found >= 0.98 * (found + wrong), $"precision {found / (double)(found + wrong)}");
    }

    [Fact]
    public void An_item_that_comes_again_keeps_its_story()
    {
        var index = StoryIndex.Default();
        Assert.Equal("a", index.Place(Sketch("a", "feed_1", Title, Text)));
        Assert.Equal("a", index.Place(Sketch("b", "feed_2", Title, Text)));
        Assert.Equal("a", index.Place(Sketch("b", "feed_2", "Now something else entirely", "")));
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void A_story_told_again_weeks_later_is_new()
    {
        var index = StoryIndex.Default();
        index.Place(Sketch("a", "feed_1", Title, Text));
        Assert.Equal("b", index.Place(Sketch("b", "feed_2", Title, Text, Day.AddDays(20))));
    }

    [Fact]
    public void The_parts_of_a_series_stay_apart()
    {
        var index = StoryIndex.Default();
        index.Place(Sketch("a", "feed_1", "Flu report for week 5: activity high", "Flu made up 6.1 percent of visits, the laboratory said."));
        Assert.Equal("b", index.Place(Sketch("b", "feed_1", "Flu report for week 6: activity high", "Flu made up 5.4 percent of visits, the laboratory said.")));
    }

    [Fact]
    public void Two_pieces_of_one_feed_about_one_event_stay_apart()
    {
        const string first = "Sample Medicine, published online 24 August. A case report of an adult with Marlow virus disease, treated with the antibody mix MX12, "
            + "supports further evaluation of MX12.";
        const string second = "Sample Medicine, published online 24 August. In four children exposed to Marlow virus, treatment with the antibody mix MX12 was well "
            + "tolerated with no disease, which supports further evaluation of MX12.";
        var index = StoryIndex.Default();
        index.Place(Sketch("a", "feed_1", "A case of Marlow virus disease treated with antibodies", first));
        Assert.Equal("b", index.Place(Sketch("b", "feed_1", "Treatment with antibodies in adults and children after Marlow virus exposure", second)));
    }

    [Fact]
    public void An_item_that_its_feed_brings_twice_is_one_story()
    {
        var index = StoryIndex.Default();
        index.Place(Sketch("a", "feed_1", "Ten ways to sleep well in summer", "Open the windows early. Drink enough. Keep the lights low."));
        Assert.Equal("a", index.Place(Sketch("b", "feed_1", "Ten ways to sleep well in summer", "Open the windows early. Drink enough. Keep the lights low.")));
    }

    [Fact]
    public void What_is_forgotten_no_longer_counts_as_said_often()
    {
        var index = new StoryIndex(TimeSpan.FromDays(5), capacity: 400);
        for (var i = 0; i < 1200; i++) index.Place(Sketch($"old{i}", $"feed_{i}", "Hartwell peanut salmonella", "", Day.AddMinutes(i)));
        for (var i = 0; i < 400; i++) index.Place(Sketch($"new{i}", $"feed_{i}", $"Clinic {i} opens its door{i}", "", Day.AddDays(1).AddMinutes(i)));
        index.Place(Sketch("a", "feed_1", Title, Text, Day.AddDays(2)));
        Assert.Equal("a", index.Place(Sketch("b", "feed_2", Title, Text, Day.AddDays(2))));
        Assert.Equal(400, index.Count);
    }

    [Fact]
    public void Another_language_is_another_story()
    {
        var index = StoryIndex.Default();
        index.Place(Sketch("a", "feed_1", Title, Text));
        Assert.Equal("b", index.Place(Sketch("b", "feed_2", Title, Text, language: "es")));
    }

    [Fact]
    public void The_oldest_items_are_forgotten_first()
    {
        var index = new StoryIndex(TimeSpan.FromDays(5), capacity: 2);
        index.Place(Sketch("a", "feed_1", Title, Text, Day));
        index.Place(Sketch("b", "feed_1", "Schools in Bristol move start time to 9", "Four high schools start later.", Day.AddHours(1)));
        index.Place(Sketch("c", "feed_1", "Blood donors needed in Dover", "The supply is at its lowest.", Day.AddHours(2)));
        Assert.Equal(2, index.Count);
        Assert.Equal("d", index.Place(Sketch("d", "feed_2", Title, Text, Day.AddHours(3))));
    }

    private static bool AreSame(StorySketch a, StorySketch b) => StoryMatcher.Evidence(a, b, new StoryRarity()) > StoryMatcher.Needed(a, b);

    /// <summary>The pairs' file repeats its first items, so an id is made of the text.</summary>
    private static List<(StorySketch A, StorySketch B)> Pairs(string label)
    {
        var pairs = new List<(StorySketch, StorySketch)>();
        foreach (var line in File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Articles", "Data", "story-pairs.tsv")))
        {
            var cells = line.Split('\t');
            if (cells[0] == label) pairs.Add((Sketch(cells[2] + cells[3], "feed_1", cells[2], cells[3]), Sketch(cells[4] + cells[5], "feed_2", cells[4], cells[5])));
        }
        return pairs;
    }

    private static StorySketch Sketch(string id, string feed, string title, string text, DateTimeOffset? published = null, string language = "en")
    {
        var article = HealthGateTests.Article(title, text, language);
        return StorySketch.Of(article with { Id = id, Source = article.Source with { FeedId = feed }, Published = published ?? Day });
    }
}
