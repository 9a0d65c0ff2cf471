using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Hashtags;

namespace Wellread.Sharing.Questions;

/// <summary>What a title is about, as a question names it: from <c>subjects.txt</c>, or else the topic itself.</summary>
/// <param name="Topic">The topic's slug.</param>
/// <param name="Name">The words for it in the article's language: "heart attacks".</param>
/// <param name="IsIllness">Whether it has signs, and can be treated or prevented.</param>
/// <param name="IsWhole">True where it is the topic as a whole.</param>
internal sealed partial record TitleSubject(string Topic, string Name, bool IsIllness, bool IsWhole)
{
    private static readonly TermLexicon Subjects = TermLexicon.Parse(EmbeddedText.Read("Questions.subjects.txt"));

    /// <summary>By the article's strongest topic that its title says; null where the title says none in words that we know.</summary>
    public static TitleSubject? Of(Article article)
    {
        var words = FoldedWords.From(WithoutCircumstance(article.Title));
        var named = Subjects.Find(words, article.Language);
        var spoken = PostHashtags.Names.Find(words, article.Language);
        foreach (var topic in article.Topics)
        {
            if (Longest(named, topic) is { } hit) return Named(topic, Subjects.Sections[hit.Section], article.Language);
            if (spoken.Exists(one => PostHashtags.Names.Sections[one.Section].Slug == topic) && TopicQuestions.SubjectOf(topic, article.Language) is { } name)
                return new TitleSubject(topic, name, IsIllness: false, IsWhole: true);
        }
        return null;
    }

    /// <summary>"Tech neck during COVID-19" is not about COVID-19, "a cancer-fighting tomato" not about cancer.</summary>
    public static string WithoutCircumstance(string title) => Quality().Replace(Circumstance().Replace(title, ""), "");

    private static TermHit? Longest(List<TermHit> hits, string topic)
    {
        TermHit? longest = null;
        foreach (var hit in hits)
        {
            if (Subjects.Sections[hit.Section].Slug == topic && (longest is not { } best || hit.Length > best.Length)) longest = hit;
        }
        return longest;
    }

    private static TitleSubject Named(string topic, TermSection section, string language) =>
        new(topic, section.Names[language == "es" ? 1 : 0], section.Names.Contains("illness"), IsWhole: false);

    [GeneratedRegex(@"(?<=\S )(during|everything from|anything from|from (?=[^:;,.–—]* to )|(before|after) (your|a|the)|amid|amidst|despite|in (the|a) (time|age|era|year)s? of|durante|en tiempos de|a pesar de|pese a)\b[^:;,.–—]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Circumstance();

    [GeneratedRegex(@"\b\p{L}+[-‑](fighting|healthy|friendly|causing|boosting|busting|free|related|linked|busters?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quality();
}
