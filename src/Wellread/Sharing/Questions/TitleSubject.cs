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

    /// <summary>Whether the title speaks of the risk of it: "may raise the risk of a stroke".</summary>
    public bool IsRisk { get; init; }

    /// <summary>Whether it strikes, and nobody lives with it: "a stroke".</summary>
    public bool IsEvent => IsIllness && (Name.StartsWith("a ", StringComparison.Ordinal) || Name.StartsWith("un ", StringComparison.Ordinal));

    /// <summary>By the article's strongest topic that its title says; null where the title says none in words that we know.</summary>
    public static TitleSubject? Of(Article article)
    {
        var words = FoldedWords.From(WithoutCircumstance(article.Title));
        var named = Subjects.Find(words, article.Language);
        var spoken = PostHashtags.Names.Find(words, article.Language);
        foreach (var topic in article.Topics)
        {
            if (Longest(named, topic) is { } hit) return Named(topic, Subjects.Sections[hit.Section], article.Language) with { IsRisk = IsRiskOf(hit, words) };
            var whole = spoken.Where(one => PostHashtags.Names.Sections[one.Section].Slug == topic).ToList();
            if (whole.Count > 0 && TopicQuestions.SubjectOf(topic, article.Language) is { } name)
                return new TitleSubject(topic, name, IsIllness: false, IsWhole: true) { IsRisk = whole.Exists(one => IsRiskOf(one, words)) };
        }
        return null;
    }

    /// <summary>"Tech neck during COVID-19" is not about COVID-19, "a cancer-fighting tomato" not about cancer, "safer than HIV drugs" not about HIV.</summary>
    public static string WithoutCircumstance(string title) => Quality().Replace(Circumstance().Replace(title, ""), "");

    // "the risk of a stroke", "stroke risk", "a lower chance of having a stroke".
    private static bool IsRiskOf(TermHit hit, FoldedWords words)
    {
        var next = hit.Start + hit.Length;
        if (next < words.Count && words[next] is "risk" or "risks") return true;
        for (var i = hit.Start - 1; i >= 0; i--)
        {
            if (words[i] is "risk" or "risks" or "odds" or "chance" or "chances" or "riesgo") return true;
            if (words[i] is not ("of" or "for" or "a" or "an" or "the" or "your" or "some" or "early" or "deadly" or "developing" or "having" or "getting" or "de" or "un" or "una" or "el" or "la" or "sufrir" or "tener")) return false;
        }
        return false;
    }

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

    [GeneratedRegex(@"(?<=\S )(than (?!\d|(one|two|half|third|a (third|quarter|half|million|dozen))\b)|during|everything from|anything from|from (?=[^:;,.–—]* to )|(before|after) (your|a|the)|amid|amidst|despite|in (the|a) (time|age|era|year)s? of|durante|en tiempos de|a pesar de|pese a)\b[^:;,.–—]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Circumstance();

    [GeneratedRegex(@"\b\p{L}+[-‑](fighting|healthy|friendly|causing|boosting|busting|free|related|linked|busters?)\b|\b\p{L}+[-‑ ]lowering\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quality();
}
