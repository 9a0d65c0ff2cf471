using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What has become of the page of an article that a practice approved or shared. Pure.</summary>
internal static class PageChange
{
    /// <param name="page">What the page was like at the last look; null where nobody looked.</param>
    /// <param name="decision">The decision that stands.</param>
    /// <param name="titleThen">The article's headline then.</param>
    /// <returns>The change, and when it was seen.</returns>
    public static (ArticleChange Change, DateTimeOffset? At) Of(PageCheck? page, Decision decision, string titleThen) => page switch
    {
        null => (ArticleChange.None, null),
        { RetractedAt: { } retractedAt } when ArticleNotices.Of(titleThen) != ArticleNotice.Retraction => (ArticleChange.Retracted, retractedAt),
        { State: PageState.Gone } => (ArticleChange.Gone, page.Since),
        { Headline: { } headline } when ArticleNotices.Of(headline) == ArticleNotice.Retraction && ArticleNotices.Of(titleThen) != ArticleNotice.Retraction =>
            (ArticleChange.Retracted, page.HeadlineChangedAt),
        { State: PageState.Paywalled or PageState.Login } => (ArticleChange.Closed, page.Since),
        { HeadlineChangedAt: { } changedAt } when changedAt > decision.At => (ArticleChange.Headline, changedAt),
        _ => (ArticleChange.None, null),
    };
}
