using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Tests.Feeds.Parsing;
using Wellread.Tests.Support;
using Xunit.Abstractions;

namespace Wellread.Tests.Articles;

/// <summary>How well topics and the health gate agree with a person on invented items that were labelled before any tuning.</summary>
public sealed class LabelledItemsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_set_covers_every_topic_both_languages_and_all_that_is_not_useful()
    {
        Assert.True(LabelledItems.All.Length >= 420);
        Assert.Equal(LabelledItems.All.Length, LabelledItems.All.Select(item => item.Title).Distinct().Count());
        Assert.All(LabelledItems.All.SelectMany(item => item.Topics), slug => Assert.NotNull(TopicCatalog.Find(slug)));
        Assert.All(TopicCatalog.All, topic => Assert.True(LabelledItems.All.Count(item => item.Topics.Contains(topic.Slug)) >= 4, topic.Slug));
        Assert.InRange(LabelledItems.All.Count(item => item.Language == "es"), 90, 200);
        Assert.InRange(LabelledItems.All.Count(item => item.IsUseful), 0.5 * LabelledItems.All.Length, 0.65 * LabelledItems.All.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Topics_are_those_that_a_person_gives(bool kept)
    {
        var items = LabelledItems.Half(kept).Select(item => (Given: item.Topics, Tagged: item.Tagged)).ToArray();
        var scores = items.SelectMany(item => item.Given).Distinct().Select(slug => F1(slug, items)).ToArray();
        output.WriteLine($"macro F1 {scores.Average():F3} over {scores.Length} topics and {items.Length} items");
        Assert.True(scores.Average() >= MinimumF1, $"Macro F1 {scores.Average():F3}.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_gate_lets_through_what_a_person_calls_useful(bool kept)
    {
        var items = LabelledItems.Half(kept).Select(item => (item.IsUseful, item.Judged.Passes)).ToArray();
        var right = items.Count(item => item.IsUseful && item.Passes);
        var precision = (double)right / items.Count(item => item.Passes);
        var recall = (double)right / items.Count(item => item.IsUseful);
        output.WriteLine($"precision {precision:F3}, recall {recall:F3} over {items.Length} items");
        Assert.True(precision >= MinimumPrecision && recall >= MinimumRecall, $"Precision {precision:F3}, recall {recall:F3}.");
    }

    /// <summary>General news has next to nothing for a patient: all of it counts as not useful here.</summary>
    [SkippableFact]
    public void Among_general_news_the_gate_stays_as_precise()
    {
        var news = Directory.GetFiles(SharedData.Path("feeds/captures"), "general_*.xml").SelectMany(NewsOf).Count(article => HealthGate.Judge(article).Passes);
        var passed = LabelledItems.All.Where(item => item.Judged.Passes).ToArray();
        var precision = (double)passed.Count(item => item.IsUseful) / (passed.Length + news);
        var recall = (double)passed.Count(item => item.IsUseful) / LabelledItems.All.Count(item => item.IsUseful);
        output.WriteLine($"{news} of general news pass; precision {precision:F3}, recall {recall:F3}");
        Assert.True(precision >= MinimumPrecision && recall >= MinimumRecall, $"{news} of general news pass, precision {precision:F3}, recall {recall:F3}.");
    }

    private static IEnumerable<Article> NewsOf(string file)
    {
        var feed = Assert.IsType<FeedParseResult.Parsed>(Reading.Result(File.ReadAllBytes(file))).Feed;
        var source = new FeedSource { Id = "feed_news", Url = new Uri("https://news.example/"), Title = Path.GetFileName(file) };
        return feed.Entries.Select(entry => ArticleFactory.From(entry, feed, source, DateTimeOffset.UnixEpoch)).OfType<ArticleOutcome.Made>().Select(made => made.Article);
    }

    private const double MinimumF1 = 0.85;
    private const double MinimumPrecision = 0.95;
    private const double MinimumRecall = 0.9;

    private static double F1(string slug, (string[] Given, string[] Tagged)[] items)
    {
        var both = items.Count(item => item.Given.Contains(slug) && item.Tagged.Contains(slug));
        return 2.0 * both / items.Sum(item => (item.Given.Contains(slug) ? 1 : 0) + (item.Tagged.Contains(slug) ? 1 : 0));
    }
}
