using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class ArticleRetentionTests
{
    private static readonly ArticlesOptions Options = new() { KeepDays = 100, MaxCount = 100 };
    private static readonly FeedCatalog Catalog = Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None)).Current;

    [Fact]
    public void An_article_goes_some_time_after_it_left_its_feed_and_not_while_it_is_listed()
    {
        Article[] articles =
        [
            Make.Article("left", seenDaysAgo: 101),
            Make.Article("seen since", seenDaysAgo: 101) with { LastSeen = Make.Morning.AddDays(-99) },
            Make.Article("feed unchanged since", feed: "feed_b", seenDaysAgo: 400),
            Make.Article("decided", seenDaysAgo: 400),
            Make.Article("new", daysOld: 4_000, seenDaysAgo: 1),
        ];
        var states = new Dictionary<string, FeedState>
        {
            ["feed_a"] = new() { FeedId = "feed_a", LastRead = Make.Morning.AddDays(-1) },
            ["feed_b"] = new() { FeedId = "feed_b", LastRead = Make.Morning.AddDays(-400) },
        };
        Assert.Equal(["left"], Due(articles, states));
    }

    [Fact]
    public void Without_a_feed_on_the_list_it_goes_sooner_but_one_of_two_feeds_is_enough_to_stay()
    {
        Article[] articles =
        [
            Make.Article("orphan", feed: "feed_gone", seenDaysAgo: 22),
            Make.Article("fresh orphan", feed: "feed_gone", seenDaysAgo: 20),
            Make.Article("also elsewhere", feed: "feed_gone", seenDaysAgo: 22) with { AlsoFrom = [Make.Article("x", feed: "feed_b").Source] },
            Make.Article("decided", feed: "feed_gone", seenDaysAgo: 22),
        ];
        Assert.Equal(["orphan"], Due(articles, []));
    }

    [Fact]
    public void Above_the_limit_the_oldest_go_and_the_line_keeps_them_from_coming_back()
    {
        var articles = Enumerable.Range(0, 110).Select(i => Make.Article($"a{i:000}", daysOld: i)).Append(Make.Article("decided", daysOld: 500)).ToArray();
        var (ids, line) = ArticleRetention.Due(articles, IsDecided, Catalog, new Dictionary<string, FeedState>(), Options, Make.Morning);
        var gone = articles.Where(article => ids.Contains(article.Id)).ToList();
        Assert.Equal(95, articles.Length - gone.Count);
        Assert.Equal(Enumerable.Range(94, 16).Select(i => $"a{i:000}"), gone.Select(article => article.Title).Order(StringComparer.Ordinal));
        Assert.Equal(gone.Max(article => article.Published), line);
    }

    private static bool IsDecided(Article article) => article.Title == "decided";

    private static IEnumerable<string> Due(Article[] articles, Dictionary<string, FeedState> states)
    {
        var (ids, line) = ArticleRetention.Due(articles, IsDecided, Catalog, states, Options, Make.Morning);
        Assert.Null(line);
        return articles.Where(article => ids.Contains(article.Id)).Select(article => article.Title);
    }
}
