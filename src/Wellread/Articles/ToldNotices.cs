using Wellread.Feeds.Parsing;

namespace Wellread.Articles;

/// <summary>
/// Finds the articles of which a publisher has said something in an item of its own: "Retraction: TITLE". Only what comes from the same feed or site and has that
/// very title, or is the paper that the notice names by its identifier, is meant; where several could be, none is. Pure.
/// </summary>
internal static class ToldNotices
{
    /// <param name="articles">All that there are, the notices among them; looked at twice.</param>
    /// <returns>The gravest that is said of each, by the article's id.</returns>
    public static IReadOnlyDictionary<string, PaperNotice> Find(IEnumerable<Article> articles)
    {
        var notices = articles.Select(article => (Article: article, Notice: NoticeSubjects.NoticeIn(article.Title)))
            .Where(found => found.Notice != ArticleNotice.None)
            .Select(found => new Told(found.Article, found.Notice, NoticeSubjects.Of(found.Article)))
            .ToList();
        if (notices.Count == 0) return new Dictionary<string, PaperNotice>();
        var byTitle = notices.SelectMany(told => told.Subject.Titles, (told, title) => (told, title)).ToLookup(pair => NoticeSubjects.Hash(pair.title));
        var byPaper = notices.Where(told => told.Subject.Doi is not null).ToLookup(told => told.Subject.Doi!, StringComparer.Ordinal);
        return articles
            .Where(article => byTitle.Contains(NoticeSubjects.Hash(article.Title)) || (byPaper.Count > 0 && article.Link.Contains("10.", StringComparison.Ordinal)))
            .SelectMany(article => Of(article, byTitle, byPaper), (article, told) => (Article: article, Told: told))
            .GroupBy(pair => pair.Told)
            .SelectMany(pairs => OneOf([.. pairs.Select(pair => pair.Article)], pairs.Key), (pairs, article) => (article.Id, pairs.Key.Notice))
            .GroupBy(pair => pair.Id, pair => pair.Notice, StringComparer.Ordinal)
            .ToDictionary(said => said.Key, said => said.OrderByDescending(notice => notice.Standing).ThenByDescending(notice => notice.DatedAt).First(), StringComparer.Ordinal);
    }

    private static IEnumerable<Told> Of(Article article, ILookup<ulong, (Told Told, string Title)> byTitle, ILookup<string, Told> byPaper)
    {
        var titled = byTitle[NoticeSubjects.Hash(article.Title)];
        var named = byPaper.Count > 0 && DigitalObjectIdentifier.Find(article.Link) is { } doi ? byPaper[doi] : [];
        var found = titled.Where(pair => pair.Title == NoticeSubjects.Words(article.Title) && IsOfOneSource(article, pair.Told.By)).Select(pair => pair.Told).Concat(named).Distinct();
        return found.Where(told => told.By.Id != article.Id && NoticeSubjects.NoticeIn(article.Title) == ArticleNotice.None && !(article.PublishedAt > told.By.PublishedAt));
    }

    /// <summary>One article, or several that tell one story; of those on the site, the feed's own go first.</summary>
    private static IReadOnlyList<Article> OneOf(IReadOnlyList<Article> articles, Told told)
    {
        var own = articles.Where(article => SharesFeed(article, told.By)).ToList();
        var meant = own.Count > 0 ? own : articles;
        return meant.DistinctBy(article => article.Story).Count() == 1 ? meant : [];
    }

    private static bool IsOfOneSource(Article article, Article notice) => SharesFeed(article, notice) || SiteOf(article) == SiteOf(notice);

    private static bool SharesFeed(Article article, Article notice) => FeedsOf(article).Intersect(FeedsOf(notice), StringComparer.Ordinal).Any();

    private static IEnumerable<string> FeedsOf(Article article) => article.AlsoFrom.Select(source => source.FeedId).Prepend(article.Source.FeedId);

    private static string SiteOf(Article article) => new Uri(article.Link).Authority is var site && site.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? site[4..] : site;

    /// <summary>An item that says something of another.</summary>
    private sealed class Told(Article by, ArticleNotice notice, NoticeSubject subject)
    {
        public Article By { get; } = by;

        public NoticeSubject Subject { get; } = subject;

        public PaperNotice Notice { get; } = new(
            notice switch
            {
                ArticleNotice.Retraction => PaperStanding.Retracted,
                ArticleNotice.PartialRetraction => PaperStanding.PartlyRetracted,
                ArticleNotice.Concern => PaperStanding.Concern,
                _ => PaperStanding.Corrected,
            },
            by.PublishedAt)
        { SeenAt = by.FirstSeen };
    }
}
