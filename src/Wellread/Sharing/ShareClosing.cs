using Wellread.Articles;

namespace Wellread.Sharing;

/// <summary>How a text ends: a help line for a sensitive subject, the source, one or two hashtags.</summary>
internal static class ShareClosing
{
    private const int MaxSourceLength = 60;

    /// <summary>The fullest first: a help line is worth more than hashtags. The last is as short as one may be.</summary>
    public static IEnumerable<string> For(Article article, ShareChannel channel, Attribution? attribution, IEnumerable<string> hashtags)
    {
        var help = HelpFor(article);
        if (channel.Hashtags) yield return $"{Write(article, attribution, help)}\n{string.Join(' ', hashtags)}";
        yield return Write(article, attribution, help);
        if (help is not null) yield return Write(article, attribution, help: null);
    }

    /// <summary>Where readers of a sensitive article find help; null for any other, and where the subject is only a guess: the wrong line below a harmless article hurts.</summary>
    public static string? HelpFor(Article article) => article.SensitiveTopics
        .Where(subject => !SensitiveTopics.IsGuess(article, subject))
        .Select(subject => LineFor(subject, article.Language))
        .FirstOrDefault(line => line is not null);

    public static string? LineFor(string subject, string language) => HelpLines.For(subject, language)
        .Select(line => $"{(language == "es" ? "Ayuda" : "Help")}: {line.Text} {line.Name}.")
        .FirstOrDefault();

    private static string Write(Article article, Attribution? attribution, string? help)
    {
        var isSpanish = article.Language == "es";
        var named = $"{(isSpanish ? "Fuente" : "Source")}: {PlainText.Line(article.Source.Name, MaxSourceLength)}";
        var source = (isSpanish ? attribution?.Spanish : attribution?.English) ?? named;
        return help is null ? source : $"{help}\n{source}";
    }
}
