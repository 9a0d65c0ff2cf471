using Wellread.Articles;

namespace Wellread.Sharing;

/// <summary>How a text ends: a help line for a sensitive subject, the source, one or two hashtags.</summary>
internal static class ShareClosing
{
    private const int MaxSourceLength = 60;
    private const int MaxHashtags = 2;

    /// <summary>The fullest first: a help line is worth more than hashtags. The last is as short as one may be.</summary>
    public static IEnumerable<string> For(Article article, ShareChannel channel, Attribution? attribution)
    {
        var help = HelpFor(article);
        if (channel.Hashtags) yield return Write(article, attribution, help, withHashtags: true);
        yield return Write(article, attribution, help, withHashtags: false);
        if (help is not null) yield return Write(article, attribution, help: null, withHashtags: false);
    }

    /// <summary>Where readers of a sensitive article find help; null for any other.</summary>
    public static string? HelpFor(Article article) => article.SensitiveTopics
        .SelectMany(subject => HelpLines.For(subject, article.Language))
        .Select(line => $"{(article.Language == "es" ? "Ayuda" : "Help")}: {line.Text} {line.Name}.")
        .FirstOrDefault();

    private static string Write(Article article, Attribution? attribution, string? help, bool withHashtags)
    {
        var isSpanish = article.Language == "es";
        var named = $"{(isSpanish ? "Fuente" : "Source")}: {PlainText.Line(article.Source.Name, MaxSourceLength)}";
        var source = (isSpanish ? attribution?.Spanish : attribution?.English) ?? named;
        if (help is not null) source = $"{help}\n{source}";
        if (!withHashtags) return source;
        var hashtags = article.Topics.Select(TopicCatalog.Find).OfType<Topic>().Select(topic => topic.HashtagIn(article.Language)).Distinct().Take(MaxHashtags);
        return string.Join('\n', (string[])[source, string.Join(' ', hashtags)]).TrimEnd();
    }
}
