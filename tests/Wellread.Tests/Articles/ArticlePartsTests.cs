using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class ArticlePartsTests
{
    [Fact]
    public void Articles_that_say_the_same_keep_one_copy_of_it()
    {
        var first = ArticleParts.Share(Read(Make.Article("first", topics: ["sleep"])));
        var second = ArticleParts.Share(Read(Make.Article("second", topics: ["sleep"])));
        Assert.Same(first.Source, second.Source);
        Assert.Same(first.Topics[0], second.Topics[0]);
        Assert.Same(first.Assessment!.Reasons[0], second.Assessment!.Reasons[0]);
        Assert.Same(first.Assessment.ModelVersion, second.Assessment.ModelVersion);
    }

    [Fact]
    public void Shared_or_not_an_article_says_the_same()
    {
        var article = Make.Article("whole", topics: ["sleep", "heart"], sensitive: ["suicide"]) with
        {
            Summary = "El niño duerme: \u00ab8 horas\u00bb. \U0001F634",
            ImageUrl = "https://news.example/a.png?x=%27",
            Author = "Ann Lee",
            Categories = ["Sleep", "Heart"],
            AlsoFrom = [new ArticleSource("feed_b", "B", PublisherType.News, FeedAudience.Consumer)],
        };
        var shared = ArticleParts.Share(Read(article));
        Assert.Equal(ArticleStore.Write(article), ArticleStore.Write(shared));
        Assert.Equal(article.Summary, shared.Summary);
        Assert.Null(ArticleParts.Share(article with { ImageUrl = null }).ImageUrl);
        Assert.Equal("", ArticleParts.Share(article with { Summary = "" }).Summary);
    }

    [Fact]
    public void Equal_texts_make_equal_articles()
    {
        var article = Make.Article("same") with { Summary = "Walk more.", ImageUrl = "https://news.example/a.png" };
        Assert.Equal(article, article with { Summary = "Walk " + "more.".ToLowerInvariant(), Link = new string(article.Link) });
        Assert.NotEqual(article, article with { Summary = "Walk less." });
        Assert.NotEqual(article, article with { ImageUrl = null });
        Assert.NotEqual(article with { ImageUrl = "" }, article with { ImageUrl = null });
    }

    private static Article Read(Article article) => ArticleStore.Read(ArticleStore.Write(article));
}
