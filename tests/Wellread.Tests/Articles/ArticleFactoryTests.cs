using System.Globalization;
using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Tests.Articles;

public sealed class ArticleFactoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly ParsedFeed Feed = new() { Format = FeedFormat.Rss20, Title = "Example Health", Language = "en" };
    private static readonly FeedEntry Entry = new()
    {
        Title = "Sleep better tonight - Example Health",
        Link = "http://www.example.org/sleep?utm_source=rss",
        Published = Now.AddHours(-3),
        Summary = "<p>A dark room and a fixed bedtime help most people sleep.</p>",
        Author = "<b>Ana Ruiz</b>",
    };

    private static readonly FeedSource Source = new()
    {
        Id = "feed_1",
        Url = new Uri("https://www.example.org/feed"),
        Title = "Example Health",
        Publisher = PublisherType.Government,
        Audience = FeedAudience.Consumer,
        Language = "en",
    };

    private static Article Made(FeedEntry entry) => Assert.IsType<ArticleOutcome.Made>(ArticleFactory.From(entry, Feed, Source, Now)).Article;

    [Fact]
    public void An_item_becomes_an_article()
    {
        var article = Made(Entry);

        Assert.Equal("http://www.example.org/sleep", article.Link);
        Assert.Equal(CanonicalLink.ArticleIdOf("https://example.org/sleep"), article.Id);
        Assert.Equal("Sleep better tonight", article.Title);
        Assert.Equal("A dark room and a fixed bedtime help most people sleep.", article.Summary);
        Assert.Equal("en", article.Language);
        Assert.Equal("sleep", article.Topics[0]);
        Assert.Equal(Now.AddHours(-3), article.Published);
        Assert.Equal(Now, article.FirstSeen);
        Assert.Equal("Ana Ruiz", article.Author);
        Assert.Equal(new ArticleSource("feed_1", "Example Health", PublisherType.Government, FeedAudience.Consumer), article.Source);
        Assert.Null(article.Assessment);
    }

    [Fact]
    public void The_marks_of_a_journal_count_where_nobody_said_what_the_feed_is()
    {
        PublisherType Seen(PublisherType publisher, FeedAudience audience) => Assert.IsType<ArticleOutcome.Made>(
            ArticleFactory.From(Entry, Feed with { LooksLikeJournal = true }, Source with { Publisher = publisher, Audience = audience }, Now)).Article.Source.Publisher;
        Assert.Equal(PublisherType.Journal, Seen(PublisherType.Other, FeedAudience.Unknown));
        Assert.Equal(PublisherType.News, Seen(PublisherType.News, FeedAudience.Unknown));
        Assert.Equal(PublisherType.Other, Seen(PublisherType.Other, FeedAudience.Consumer));
    }

    [Fact]
    public void A_date_in_the_future_is_when_it_was_first_seen() => Assert.Equal(Now, Made(Entry with { Published = Now.AddDays(9) }).Published);

    [Fact]
    public void Without_a_date_it_is_not_taken_for_new()
    {
        var undated = Made(Entry with { Published = null });
        Assert.Equal((Now.AddDays(-14), ArticleDating.Guess, null), (undated.Published, undated.Dating, undated.PublishedAt));
        var dated = Made(Entry);
        Assert.Equal((dated.Published, ArticleDating.Feed), (dated.PublishedAt, dated.Dating));
    }

    [Theory]
    [InlineData("Publication date: February 2022. Source: Journal of Dentistry, Volume 12.", "2022-02-01")]
    [InlineData("Available online 3 March 2021. Author(s): A. Smith", "2021-03-03")]
    [InlineData("Published on Sept. 5th, 2019 by our team.", "2019-09-05")]
    [InlineData("Date published: 2020-06-30. Walk more.", "2020-06-30")]
    [InlineData("Fecha de publicación: 12 de mayo de 2021. Camine más.", "2021-05-12")]
    [InlineData("Publicado en enero de 2020.", "2020-01-01")]
    public void A_date_that_the_text_states_is_its_date(string text, string day)
    {
        var article = Made(Entry with { Published = null, Summary = text });
        Assert.Equal((new DateTimeOffset(DateOnly.Parse(day, CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero), ArticleDating.Text), (article.Published, article.Dating));
    }

    [Theory]
    [InlineData("Publication date: February 2099. To come.")]
    [InlineData("Publication date: Smarch 2020. No month.")]
    [InlineData("Publication date: 31 June 2020. No day.")]
    [InlineData("The study of May 2020 was small.")]
    [InlineData("Published studies of 2020 agree.")]
    public void What_states_no_date_of_its_own_is_undated(string text) => Assert.Equal(ArticleDating.Guess, Made(Entry with { Published = null, Summary = text }).Dating);

    [Fact]
    public void Content_stands_in_for_a_summary_that_says_nothing()
    {
        var article = Made(Entry with { Summary = "Sleep better tonight", Content = "<h1>Sleep better tonight</h1><p>Turn the screen off an hour before bed.</p>" });
        Assert.Equal("Turn the screen off an hour before bed.", article.Summary);
    }

    [Theory]
    [InlineData("https://img.example.org/a.jpg?sig=1", null, "https://img.example.org/a.jpg?sig=1")]
    [InlineData("javascript:alert(1)", "https://img.example.org/b.jpg", "https://img.example.org/b.jpg")]
    [InlineData(null, "data:image/png;base64,AAAA", null)]
    public void An_image_is_a_web_address(string? thumbnail, string? enclosure, string? expected)
    {
        var entry = Entry with { Thumbnail = thumbnail, Enclosures = enclosure is null ? [] : [new FeedEnclosure(enclosure, "image/jpeg", null)] };
        Assert.Equal(expected, Made(entry).ImageUrl);
    }

    [Theory]
    [InlineData(null, null, "Title", "no-link")]
    [InlineData("javascript:alert(1)", null, "Title", "not-web")]
    [InlineData("https://example.org/1", null, " <b></b> ", "no-title")]
    [InlineData("http://ads.pheedo.com/click.phdo?s=1", null, "Featured Advertiser", "advertisement")]
    public void An_item_that_makes_no_article_says_why(string? link, string? id, string title, string code)
    {
        var outcome = ArticleFactory.From(Entry with { Link = link, Id = id, Title = title }, Feed, Source, Now);
        Assert.Equal(code, Assert.IsType<ArticleOutcome.Skipped>(outcome).Code);
    }

    [Fact]
    public void An_id_that_is_an_address_stands_in_for_the_link() =>
        Assert.Equal("https://example.org/1", Made(Entry with { Link = null, Id = "https://example.org/1" }).Link);

    /// <summary>No word of the title speaks of health, but the gate finds it of use.</summary>
    [Fact]
    public void What_the_gate_lets_through_has_the_topic_of_its_everyday_words()
    {
        const string Title = "A better lunch box: beans, fruit and crunchy carrots";
        Assert.Empty(TopicTagger.Tag(Title, "", "en", [], []));
        Assert.Equal(["nutrition"], [.. Made(Entry with { Title = Title, Summary = "" }).Topics]);
        Assert.Empty(Made(Entry with { Title = "Lunch with the mayor: soup, salad and votes", Summary = "" }).Topics);
    }
}
