using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class ArticleMergeTests
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UnixEpoch.AddDays(2);

    private static readonly Article Existing = HealthGateTests.Article("Sleep better", "A dark room helps.", "en") with
    {
        Assessment = new Assessment(0.9, 6, ArticleAudience.Patients, [], "m1"),
    };

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var merged = ArticleMerge.Merge(Existing, Existing with { Assessment = null, FirstSeen = Later, Published = Later });
        Assert.False(merged.Changed);
        Assert.Same(Existing, merged.Article);
    }

    [Fact]
    public void A_corrected_text_is_taken_and_assessed_anew()
    {
        var merged = ArticleMerge.Merge(Existing, Existing with { Summary = "A dark, cool room helps.", FirstSeen = Later });
        Assert.True(merged.Changed);
        Assert.Equal("A dark, cool room helps.", merged.Article.Summary);
        Assert.Equal(Existing.FirstSeen, merged.Article.FirstSeen);
        Assert.Equal(Later, merged.Article.Updated);
        Assert.Null(merged.Article.Assessment);
    }

    [Fact]
    public void A_date_that_is_told_later_takes_the_place_of_a_guess()
    {
        var guess = Existing with { Published = Existing.FirstSeen.AddDays(-14), Dating = ArticleDating.Guess };
        var told = Existing with { Published = Existing.FirstSeen.AddDays(-3), FirstSeen = Later };
        Assert.Equal((told.Published, ArticleDating.Feed), (ArticleMerge.Merge(guess, told).Article.Published, ArticleMerge.Merge(guess, told).Article.Dating));
        Assert.Equal(guess.FirstSeen, ArticleMerge.Merge(guess, told with { Published = Later }).Article.Published);
        Assert.Equal(told.Published, ArticleMerge.Merge(told, guess).Article.Published);
        Assert.False(ArticleMerge.Merge(guess, guess with { Published = Later }).Changed);
    }

    [Fact]
    public void Another_feed_with_the_same_page_does_not_rewrite_it()
    {
        var other = Existing with { Title = "Other words", Source = Existing.Source with { FeedId = "feed_2" }, ImageUrl = "https://example.org/i.png" };
        var merged = ArticleMerge.Merge(Existing, other);
        Assert.Equal("Sleep better", merged.Article.Title);
        Assert.Equal("feed_1", merged.Article.Source.FeedId);
        Assert.Equal("https://example.org/i.png", merged.Article.ImageUrl);
        Assert.NotNull(merged.Article.Assessment);
    }

    [Fact]
    public void An_article_survives_being_stored()
    {
        var stored = Existing with { Topics = ["sleep"], SensitiveTopics = ["overdose"], Updated = Later };
        var read = ArticleStore.Read(ArticleStore.Write(stored));
        Assert.Equal("sleep", Assert.Single(read.Topics));
        Assert.Equal(ArticleStore.Write(stored), ArticleStore.Write(read));
    }

    [Fact]
    public void The_order_of_two_articles_does_not_change_as_they_age()
    {
        var good = Existing with { Published = DateTimeOffset.UnixEpoch };
        var newer = Existing with { Published = DateTimeOffset.UnixEpoch.AddDays(1) };
        var plain = Existing with { Published = DateTimeOffset.UnixEpoch.AddDays(1), Assessment = null };
        Assert.True(ArticleRank.Of(newer) > ArticleRank.Of(good));
        Assert.True(ArticleRank.Of(good) > ArticleRank.Of(plain));
    }
}
