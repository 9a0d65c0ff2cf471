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

/// <summary>Where posts are, or may be.</summary>
/// <param name="Shared">Where an editor said that one is up.</param>
/// <param name="GivenOut">Where the outbox gave it out, so that a tool may have posted it.</param>
internal sealed record PostPlaces(Channel[] Shared, Channel[] GivenOut)
{
    public bool Any => Shared.Length + GivenOut.Length > 0;
}

/// <summary>Tells an editor what became of an article, and what to do. Pure.</summary>
internal sealed class ChangeWords
{
    private readonly PostPlaces _places;
    private readonly string _since;
    private readonly string _posts;
    private readonly string _them;
    private readonly string _takeDown;
    private readonly string _check;

    private ChangeWords(PostPlaces places)
    {
        _places = places;
        _since = places.Shared.Length > 0 ? "you shared it" : places.GivenOut.Length > 0 ? "it came out" : "you approved it";
        _posts = places.Shared.Length > 0 ? $"your post{(places.Shared.Length > 1 ? "s" : "")} on {Listed(places.Shared)}" : $"it on {Listed(places.GivenOut)}, if it was posted";
        _them = places.Shared.Length > 1 ? "them" : "it";
        var takeDown = places.Shared.Length > 0 ? $"take down {_posts}" : $"take it down from {Listed(places.GivenOut)}, if it was posted";
        (_takeDown, _check) = places.Any ? ($"{CameOut}Please {takeDown}.", $"{CameOut}Please check {_posts}.") : ("Please do not post it.", "Please look at it again.");
    }

    /// <summary>Stands before advice on posts of which nobody said that they are there.</summary>
    private string CameOut => _places.Shared.Length == 0 ? "Your outbox had given it out. " : "";

    public static ChangeAdvice AdviceOn(ArticleChange change, bool mayBeUp) => change switch
    {
        ArticleChange.None or ArticleChange.Reinstated => ChangeAdvice.Nothing,
        ArticleChange.Gone or ArticleChange.Retracted => ChangeAdvice.TakeDown,
        ArticleChange.Closed or ArticleChange.Concern when !mayBeUp => ChangeAdvice.TakeDown,
        _ => ChangeAdvice.Check,
    };

    /// <param name="change">What became of it.</param>
    /// <param name="places">Where posts are, or may be.</param>
    /// <param name="then">The article when it was decided on.</param>
    /// <param name="by">The article that tells the change: the same one, or a later one.</param>
    public static string For(ArticleChange change, PostPlaces places, DecidedArticle then, Article by)
    {
        var words = new ChangeWords(places).Of(change, then, by);
        return places is { Shared.Length: > 0, GivenOut.Length: > 0 } && change != ArticleChange.Reinstated
            ? $"{words} Your outbox had given it out on {Listed(places.GivenOut)}, too: please look there as well." : words;
    }

    private string Of(ArticleChange change, DecidedArticle then, Article by)
    {
        var title = $"\u201c{Notice(by)}\u201d";
        return change switch
        {
            ArticleChange.Gone => $"The page is gone since {_since}. {_takeDown}",
            ArticleChange.Closed => $"Readers now have to pay or log in to read this. {(_places.Any ? _check : _takeDown)}",
            ArticleChange.Retracted => $"Its publisher has taken this back: {title}. {_takeDown}",
            ArticleChange.PartlyRetracted => $"Its publisher has taken a part of this back: {title}. "
                + (_places.Any ? $"{CameOut}Please check {_posts}, and take {_them} down if you told of that part." : "Please look at which part before you post it."),
            ArticleChange.Concern => $"Its publisher warns that this may not be right: {title}. "
                + (_places.Any ? $"{_check} Until this is settled, it is safer to take {_them} down." : "Please do not post it until this is settled."),
            ArticleChange.Reinstated => $"Its publisher had taken this back or warned of it. Now it stands again: {title}. There is nothing to do.",
            ArticleChange.Corrected => $"Its publisher corrected this since {_since}: {title}. {_check}",
            ArticleChange.Republished => $"Its publisher brought this out again since {_since}: \u201c{by.Title}\u201d. The address is new.",
            ArticleChange.Headline => $"The headline has changed since {_since}. It was: \u201c{(then.Title == by.Title ? by.Page?.HeadlineBefore : null) ?? then.Title}\u201d.{Check}",
            _ => $"The text has changed since {_since}. Please read it again.{Check}",
        };
    }

    private string Check => _places is { Shared.Length: 0, GivenOut.Length: > 0 } ? $" {_check}" : "";

    /// <summary>The title that says it; the page's own where the feed's says nothing.</summary>
    private static string Notice(Article article) =>
        ArticleNotices.Of(article.Title) == ArticleNotice.None && article.Page?.Headline is { } headline && ArticleNotices.Of(headline) != ArticleNotice.None ? headline : article.Title;

    private static string Listed(Channel[] channels)
    {
        string[] names = [.. channels.Select(channel => ChannelInfo.Of(channel).Name)];
        return names is [] or [_] ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
