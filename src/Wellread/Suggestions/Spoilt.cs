using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>Why nobody should share an article, whatever a practice thinks of it, in an editor's words. Pure.</summary>
internal static class Spoilt
{
    public const string Code = "do-not-share";

    /// <summary>Whether its publisher no longer stands behind it as it is, or it is gone: no tool should post it.</summary>
    public static bool IsTakenBack(Article article) =>
        ArticleNotices.Of(article) is not (ArticleNotice.None or ArticleNotice.Corrected) || article.Page is { State: PageState.Gone };

    /// <summary>Two sentences: what is wrong, and what to do. Null where nothing is.</summary>
    public static string? Words(Article article) => Words(article, ArticleNotices.Of(article));

    /// <inheritdoc cref="Words(Article)"/>
    public static string? Words(Candidate candidate) => Words(candidate.Article, candidate.Notice);

    private static string? Words(Article article, ArticleNotice notice) => notice switch
    {
        ArticleNotice.Retraction => "Its publisher has taken this back. Do not share it.",
        ArticleNotice.PartialRetraction => "Its publisher has taken a part of this back. Do not share it.",
        ArticleNotice.Concern => "Its publisher warns that this may not be right. Do not share it until that is settled.",
        ArticleNotice.Correction => "It only says what was wrong with another piece. Share that one, not this.",
        _ => article.Page?.Shown switch
        {
            PageState.Gone => "The page is gone. Do not share it.",
            PageState.Missing => "The page was not there when we last looked. Wait until we have looked again.",
            PageState.Paywalled => "Readers have to pay to read it. Look for one that is free.",
            PageState.Login => "Readers have to log in to read it. Look for one that is open.",
            _ => null,
        },
    };
}
