using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Questions;

namespace Wellread.Sharing.Hashtags;

/// <summary>
/// One or two hashtags for a post. Each names what the post's own title says: a topic that a passing word touches gives none. In CamelCase, so that a screen reader reads its words.
/// </summary>
internal static partial class PostHashtags
{
    private const int Most = 2;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>What a title can name, with the hashtags for it.</summary>
    internal static readonly TermLexicon Names = TermLexicon.Parse($"{EmbeddedText.Read("Questions.subjects.txt")}\n{EmbeddedText.Read("Hashtags.hashtags.txt")}");

    /// <summary>Topics that say for whom something is come after what it is about.</summary>
    internal static readonly ImmutableHashSet<string> Whom = ["babies", "children", "teens", "womens-health", "mens-health", "healthy-ageing", "caregiving"];

    /// <param name="article">The article.</param>
    /// <param name="title">What the post opens with, its title as a rule.</param>
    /// <param name="first">The sentence that follows it; it is looked at where the title names nothing.</param>
    public static ImmutableArray<string> For(Article article, string title, string first)
    {
        var named = Named(article, title);
        if (named.Count == 0) named = [.. Named(article, first).Where(one => one.Rank == 0).Take(1)];
        if (named.Count == 0) return [article.Language == "es" ? "#Salud" : "#Health"];
        // "Vaccines don't cause autism" is about vaccines.
        if (Denies(title)) return [named.OrderBy(one => one.IsIllness).ThenBy(one => one.Start).First().Tag];
        var main = named[0];
        var second = named.Find(one => one.Topic != main.Topic && one.Tag != main.Tag && !SaysTheSame(one.Tag, main.Tag));
        return second is null ? [main.Tag] : [main.Tag, second.Tag];
    }

    /// <summary>Whether a title says that something is not so: it is about what comes first, and not about the illness. "Don't ignore a rash" says no such thing.</summary>
    public static bool Denies(string title) => Denying().Match(title) is { Success: true, Index: > 0 };

    /// <summary>A tag that words give, with its topic's place among the article's.</summary>
    private sealed record Candidate(string Tag, string Topic, int Rank, int Start, bool IsIllness, bool IsWhole);

    private static List<Candidate> Named(Article article, string words)
    {
        var hits = Names.Find(FoldedWords.From(TitleSubject.WithoutCircumstance(words)), article.Language);
        var all = TermHits.Without(hits, (other, hit) => other.Hides(hit)).Select(hit => From(hit, article)).OfType<Candidate>().ToList();
        return
        [
            .. all.Where(one => !one.IsWhole || !all.Exists(other => other.Topic == one.Topic && !other.IsWhole))
                .OrderBy(one => Whom.Contains(one.Topic)).ThenBy(one => one.Rank).ThenBy(one => one.Start),
        ];
    }

    // An illness in several words ("cervical cancer") is no figure of speech, so it counts where the article's topics leave it out.
    private static Candidate? From(TermHit hit, Article article)
    {
        var section = Names.Sections[hit.Section];
        var (rank, isIllness) = (article.Topics.IndexOf(section.Slug), section.Names.Contains("illness"));
        if (rank < 0 && !(isIllness && hit.Length > 1)) return null;
        return new Candidate(TagOf(section, article.Language), section.Slug, rank < 0 ? int.MaxValue : rank, hit.Start, isIllness, section.Names[0].StartsWith('#'));
    }

    internal static string TagOf(TermSection section, string language)
    {
        var place = language == "es" ? 1 : 0;
        var tags = section.Names.Where(name => name.StartsWith('#')).ToList();
        return tags.Count == 2 ? tags[place] : FromName(section.Names[place]);
    }

    /// <summary>"the HPV vaccine" as "#HPVVaccine".</summary>
    private static string FromName(string name) =>
        $"#{string.Concat(Words().Matches(LeadingArticle().Replace(name, "").Replace("'", "", StringComparison.Ordinal)).Select(word => $"{char.ToUpperInvariant(word.Value[0])}{word.Value[1..]}"))}";

    // "#HeartAttack #HeartHealth".
    private static bool SaysTheSame(string tag, string other) => Parts().Matches(tag).Any(part => part.Value is not ("Health" or "De" or "La" or "Salud") && other.Contains(part.Value, StringComparison.Ordinal));

    [GeneratedRegex(@"\b(myths?|false|hoax(es)?|debunked|no (link|proof|evidence)|not (linked|tied|cause[ds]?)|((do|does|did|will|is|are)(n't|n’t| not))|mitos?|no (causan?|previenen?|curan?|hay pruebas))\b", Options)]
    private static partial Regex Denying();

    [GeneratedRegex(@"^(an?|the|el|la|los|las|una?) ", Options)]
    private static partial Regex LeadingArticle();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{Lu}[\p{Ll}\d]+|\p{Lu}{2,}\d*(?!\p{Ll})")]
    private static partial Regex Parts();
}
