using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Tests.Support;

/// <summary>Articles as tests need them: everything has a usual value, the test names what it is about.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static Article Article(
        string name,
        string feed = "feed_a",
        string[]? topics = null,
        ArticleAudience audience = ArticleAudience.Patients,
        PublisherType publisher = PublisherType.News,
        FeedAudience feedAudience = FeedAudience.Consumer,
        string language = "en",
        double daysOld = 1,
        double seenDaysAgo = 0.5,
        double probability = 0.9,
        string[]? sensitive = null)
    {
        var link = $"https://news.example/{name}";
        return new Article
        {
            Id = CanonicalLink.ArticleIdOf(link),
            Link = link,
            Title = name,
            Language = language,
            Topics = [.. topics ?? ["nutrition"]],
            SensitiveTopics = [.. sensitive ?? []],
            Source = new ArticleSource(feed, $"Source {feed}", publisher, feedAudience),
            Published = Morning.AddDays(-daysOld),
            FirstSeen = Morning.AddDays(-seenDaysAgo),
            Assessment = new Assessment(probability, 6, audience, [new AssessmentReason("short-sentences", "Short sentences.")], "test"),
        };
    }

    /// <summary>A catalog of feeds with these ids, each with its rules or none.</summary>
    public static CurrentCatalog Catalog(params (string Id, FeedRules Rules)[] feeds) => new(new FeedCatalog(
        feeds.Select(feed => new FeedSource { Id = feed.Id, Url = new Uri($"https://{feed.Id.Replace('_', '-')}.example/"), Title = feed.Id, Rules = feed.Rules })));
}
