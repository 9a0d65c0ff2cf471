using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>How an article has changed since the practice approved or shared it.</summary>
/// <param name="Kind">`text`, `headline`, `republished`, `corrected`, `closed` (readers have to pay or log in), `gone` or `retracted`.</param>
/// <param name="Message">What happened, in words.</param>
/// <param name="TitleThen">The headline when you decided.</param>
/// <param name="DecidedAt">When you decided.</param>
/// <param name="Channels">Where your posts are up; empty where you only approved it.</param>
/// <param name="ChangedAt">When the change was seen; null where it is not known.</param>
internal sealed record SuggestionChange(ArticleChange Kind, string Message, string TitleThen, DateTimeOffset DecidedAt, IReadOnlyList<Channel> Channels, DateTimeOffset? ChangedAt)
{
    /// <summary>Null where nothing was approved or shared, or nothing that matters has changed.</summary>
    public static SuggestionChange? Of(Candidate candidate, SuggestionSnapshot snapshot, DecisionBoard decisions)
    {
        if (decisions.Find(candidate.Article.Id) is not { Endorsed: { Article: { } then } decision } history) return null;
        var (change, by, at) = snapshot.Candidates.Story(candidate)
            .Where(other => other != candidate && other.Article.FirstSeen > decision.At)
            .Select(other => (Change: ByOther(candidate, other), By: other.Article, At: (DateTimeOffset?)other.Article.FirstSeen))
            .Prepend((Change: ArticleChanges.Between(then.Title, then.Summary, candidate.Article), By: candidate.Article, At: candidate.Article.Updated))
            .Append(ByPage(candidate.Article, decision, then))
            .MaxBy(found => found.Change);
        if (change == ArticleChange.None) return null;
        Channel[] shared = [.. history.OpenShares().Select(share => share.Channel).OfType<Channel>().Distinct()];
        return new(change, Words(change, shared, then, by), then.Title, decision.At, shared, at);
    }

    private static (ArticleChange Change, Article By, DateTimeOffset? At) ByPage(Article article, Decision decision, DecidedArticle then)
    {
        var (change, at) = PageChange.Of(article.Page, decision, then.Title);
        return (change, article, at);
    }

    /// <summary>What another article of the story, that came later, says of this one: only its own feed speaks for it.</summary>
    private static ArticleChange ByOther(Candidate candidate, Candidate other) => other.Notice switch
    {
        _ when other.Article.Source.FeedId != candidate.Article.Source.FeedId => ArticleChange.None,
        ArticleNotice.Retraction => ArticleChange.Retracted,
        ArticleNotice.None => ArticleChange.Republished,
        _ => ArticleChange.Corrected,
    };

    private static string Words(ArticleChange change, Channel[] shared, DecidedArticle then, Article by)
    {
        var since = shared.Length > 0 ? "you shared it" : "you approved it";
        var posts = $"your post{(shared.Length > 1 ? "s" : "")} on {Listed([.. shared.Select(channel => ChannelInfo.Of(channel).Name)])}";
        var (takeDown, check) = shared.Length > 0 ? ($"Please take down {posts}.", $"Please check {posts}.") : ("Please do not post it.", "Please look at it again.");
        var notice = ArticleNotices.Of(by.Title) == ArticleNotice.None ? by.Page?.Headline ?? by.Title : by.Title;
        return change switch
        {
            ArticleChange.Gone => $"The page is gone since {since}. {takeDown}",
            ArticleChange.Closed => $"Readers now have to pay or log in to read this. {(shared.Length > 0 ? check : takeDown)}",
            ArticleChange.Retracted => $"Its publisher took this back or warned of it since {since}: \u201c{notice}\u201d. {takeDown}",
            ArticleChange.Corrected => $"Its publisher corrected this since {since}: \u201c{by.Title}\u201d. {check}",
            ArticleChange.Republished => $"Its publisher brought this out again since {since}: \u201c{by.Title}\u201d. The address is new.",
            ArticleChange.Headline => $"The headline has changed since {since}. It was: \u201c{(then.Title == by.Title ? by.Page?.HeadlineBefore : null) ?? then.Title}\u201d.",
            _ => $"The text has changed since {since}. Please read it again.",
        };
    }

    private static string Listed(string[] names) => names is [] or [_] ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
