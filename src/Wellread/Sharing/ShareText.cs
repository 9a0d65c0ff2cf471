using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Sharing;

/// <summary>
/// The text of a post: the article's own title and as many of its own sentences as fit, the source, one or two hashtags. Nothing that the article does
/// not say. Pure.
/// </summary>
internal static class ShareText
{
    private const int MaxSourceLength = 60;
    private const int MaxHashtags = 2;

    /// <summary>Without the link. Room for the link is kept where the channel has it in the text.</summary>
    public static string For(Article article, ShareChannel channel)
    {
        var opening = Opening(article, channel);
        var title = article.Title;
        var closing = Closings(article, channel).FirstOrDefault(candidate => Fits(opening + title, "", candidate, article, channel)) ?? Closing(article, help: null, withHashtags: false);
        for (var length = title.Length - 1; length > 10 && !Fits(opening + title, "", closing, article, channel); length -= 5) title = TextCut.At(article.Title, length);
        var body = "";
        foreach (var sentence in Sentences.Of(article.Summary))
        {
            if (sentence.TrimEnd('.').Equals(article.Title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)) continue;
            var longer = body.Length == 0 ? sentence : $"{body} {sentence}";
            if (!Fits(opening + title, longer, closing, article, channel)) break;
            body = longer;
        }
        return Join(opening + title, body, closing);
    }

    private static bool Fits(string title, string body, string closing, Article article, ShareChannel channel)
    {
        var text = Join(title, body, closing);
        return channel.Rule.Count(channel.LinkInText ? $"{text}\n{article.Link}" : text) <= channel.Comfortable;
    }

    private static string Join(string title, string body, string closing) => body.Length == 0 ? $"{title}\n\n{closing}" : $"{title}\n\n{body}\n\n{closing}";

    /// <summary>What stands before the title: that a sample is one, and on LinkedIn whom the article is for.</summary>
    private static string Opening(Article article, ShareChannel channel)
    {
        var spanish = article.Language == "es";
        var sample = SampleMark(article);
        if (channel.Slug != "linkedin") return sample;
        if (IsForColleagues(article)) return sample + (spanish ? "Para profesionales de la salud: " : "For health professionals: ");
        return article.Assessment?.Audience == ArticleAudience.Patients ? sample + (spanish ? "Para compartir con pacientes: " : "To share with patients: ") : sample;
    }

    /// <summary>Stands before anything made of an invented article; empty for a real one.</summary>
    public static string SampleMark(Article article) => !article.IsSample ? "" : article.Language == "es" ? "Muestra, no compartir. " : "Sample, do not share. ";

    private static bool IsForColleagues(Article article) => article.Assessment?.Audience == ArticleAudience.Colleagues
        || article.Source.Publisher == PublisherType.Journal || article.Source.Audience == FeedAudience.Professional;

    /// <summary>The fullest closing first: a help line is worth more than hashtags.</summary>
    private static IEnumerable<string> Closings(Article article, ShareChannel channel)
    {
        var help = HelpFor(article);
        if (channel.Hashtags) yield return Closing(article, help, withHashtags: true);
        yield return Closing(article, help, withHashtags: false);
    }

    /// <summary>Where readers of a sensitive article find help; null for any other.</summary>
    public static string? HelpFor(Article article) => article.SensitiveTopics
        .SelectMany(subject => HelpLines.For(subject, article.Language))
        .Select(line => $"{(article.Language == "es" ? "Ayuda" : "Help")}: {line.Text} {line.Name}.")
        .FirstOrDefault();

    private static string Closing(Article article, string? help, bool withHashtags)
    {
        var source = $"{(article.Language == "es" ? "Fuente" : "Source")}: {TextCut.At(article.Source.Name, MaxSourceLength)}";
        if (help is not null) source = $"{help}\n{source}";
        if (!withHashtags) return source;
        var hashtags = article.Topics.Select(TopicCatalog.Find).OfType<Topic>().Select(topic => topic.HashtagIn(article.Language)).Distinct().Take(MaxHashtags);
        return string.Join('\n', (string[])[source, string.Join(' ', hashtags)]).TrimEnd();
    }
}
