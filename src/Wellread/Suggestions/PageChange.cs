using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What has become of the page of an article that a practice approved or shared, and of the paper it shows. Pure.</summary>
internal static class PageChange
{
    /// <param name="article">The article, with what its page was like at the last look.</param>
    /// <param name="decision">The decision that stands.</param>
    /// <param name="titleThen">The article's headline then.</param>
    /// <returns>The gravest change, and when it was seen.</returns>
    public static (ArticleChange Change, DateTimeOffset? At) Of(Article article, Decision decision, string titleThen)
    {
        var then = ArticleNotices.Of(titleThen);
        var paper = OfPaper(article.Fate, decision, then);
        return article.Page is { } page ? new[] { paper, OfHeadline(page, decision, then), OfLink(page, decision) }.MaxBy(found => found.Change) : paper;
    }

    /// <summary>What takes a paper back, or warns of it, is told whenever it was said, but to who took it back knowing that; a correction, and that it stands again, only where it is newer than the decision.</summary>
    private static (ArticleChange Change, DateTimeOffset? At) OfPaper(PaperNotice? paper, Decision decision, ArticleNotice then) => paper switch
    {
        { Standing: >= PaperStanding.Concern } when paper.AsTitle > then && (decision.Endorses || paper.SeenAt > decision.At) => (ArticleChanges.Of(paper.AsTitle), paper.SeenAt),
        { Standing: PaperStanding.Corrected } when IsNewer(paper, decision) => (ArticleChange.Corrected, paper.SeenAt),
        { Standing: PaperStanding.Reinstated } when IsNewer(paper, decision) => (ArticleChange.Reinstated, paper.SeenAt),
        _ => (ArticleChange.None, null),
    };

    /// <summary>Registries give days, not hours.</summary>
    private static bool IsNewer(PaperNotice paper, Decision decision) =>
        paper.DatedAt is { } dated ? dated.UtcDateTime.Date >= decision.At.UtcDateTime.Date : paper.SeenAt > decision.At;

    private static (ArticleChange Change, DateTimeOffset? At) OfHeadline(PageCheck page, Decision decision, ArticleNotice then)
    {
        var isNewer = page.HeadlineChangedAt > decision.At;
        var notice = page.Headline is null ? ArticleNotice.None : ArticleNotices.Of(page.Headline);
        if (notice > then && (isNewer || (decision.Endorses && notice >= ArticleNotice.Concern))) return (ArticleChanges.Of(notice), page.HeadlineChangedAt);
        return isNewer ? (ArticleChange.Headline, page.HeadlineChangedAt) : (ArticleChange.None, null);
    }

    /// <summary>What was so when the practice decided was told then.</summary>
    private static (ArticleChange Change, DateTimeOffset? At) OfLink(PageCheck page, Decision decision) => page.State switch
    {
        _ when page.Since <= decision.At => (ArticleChange.None, null),
        PageState.Gone => (ArticleChange.Gone, page.Since),
        PageState.Paywalled or PageState.Login => (ArticleChange.Closed, page.Since),
        _ => (ArticleChange.None, null),
    };
}
