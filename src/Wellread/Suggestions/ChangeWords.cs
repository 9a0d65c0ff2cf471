using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What an editor should do about a change.</summary>
internal enum ChangeAdvice
{
    Nothing,

    /// <summary>Look at it, and at the post.</summary>
    Check,

    /// <summary>Take the post down; or do not post it.</summary>
    TakeDown,
}

/// <summary>Tells an editor what became of an article, and what to do. Pure.</summary>
internal static class ChangeWords
{
    public static ChangeAdvice AdviceOn(ArticleChange change, bool isShared) => change switch
    {
        ArticleChange.None or ArticleChange.Reinstated => ChangeAdvice.Nothing,
        ArticleChange.Gone or ArticleChange.Retracted => ChangeAdvice.TakeDown,
        ArticleChange.Closed or ArticleChange.Concern when !isShared => ChangeAdvice.TakeDown,
        _ => ChangeAdvice.Check,
    };

    /// <param name="change">What became of it.</param>
    /// <param name="shared">Where posts are up.</param>
    /// <param name="then">The article when it was decided on.</param>
    /// <param name="by">The article that tells the change: the same one, or a later one.</param>
    public static string For(ArticleChange change, Channel[] shared, DecidedArticle then, Article by)
    {
        var since = shared.Length > 0 ? "you shared it" : "you approved it";
        var posts = $"your post{(shared.Length > 1 ? "s" : "")} on {Listed([.. shared.Select(channel => ChannelInfo.Of(channel).Name)])}";
        var them = shared.Length > 1 ? "them" : "it";
        var (takeDown, check) = shared.Length > 0 ? ($"Please take down {posts}.", $"Please check {posts}.") : ("Please do not post it.", "Please look at it again.");
        var title = $"\u201c{Notice(by)}\u201d";
        return change switch
        {
            ArticleChange.Gone => $"The page is gone since {since}. {takeDown}",
            ArticleChange.Closed => $"Readers now have to pay or log in to read this. {(shared.Length > 0 ? check : takeDown)}",
            ArticleChange.Retracted => $"Its publisher has taken this back: {title}. {takeDown}",
            ArticleChange.PartlyRetracted => $"Its publisher has taken a part of this back: {title}. "
                + (shared.Length > 0 ? $"Please check {posts}, and take {them} down if you told of that part." : "Please look at which part before you post it."),
            ArticleChange.Concern => $"Its publisher warns that this may not be right: {title}. "
                + (shared.Length > 0 ? $"{check} Until this is settled, it is safer to take {them} down." : "Please do not post it until this is settled."),
            ArticleChange.Reinstated => $"Its publisher had taken this back or warned of it. Now it stands again: {title}. There is nothing to do.",
            ArticleChange.Corrected => $"Its publisher corrected this since {since}: {title}. {check}",
            ArticleChange.Republished => $"Its publisher brought this out again since {since}: \u201c{by.Title}\u201d. The address is new.",
            ArticleChange.Headline => $"The headline has changed since {since}. It was: \u201c{(then.Title == by.Title ? by.Page?.HeadlineBefore : null) ?? then.Title}\u201d.",
            _ => $"The text has changed since {since}. Please read it again.",
        };
    }

    /// <summary>The title that says it; the page's own where the feed's says nothing.</summary>
    private static string Notice(Article article) =>
        ArticleNotices.Of(article.Title) == ArticleNotice.None && article.Page?.Headline is { } headline && ArticleNotices.Of(headline) != ArticleNotice.None ? headline : article.Title;

    private static string Listed(string[] names) => names is [] or [_] ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
