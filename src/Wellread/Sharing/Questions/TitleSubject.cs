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
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Whether the title only says what a medicine is for: "diabetes drug".</summary>
    public bool IsTreated { get; init; }

    /// <summary>Whether the title speaks of the risk of it: "may raise the risk of a stroke".</summary>
    public bool IsRisk { get; init; }

    /// <summary>The other thing that the title names; null where it is the only one, or one of more than two.</summary>
    public TitleSubject? Beside { get; init; }

    /// <summary>Whether the title names it first of the two.</summary>
    public bool ComesFirst { get; init; }

    /// <summary>Whether it is one of more than two things, so that a question could be on the wrong one.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Whether it strikes, and nobody lives with it: "a stroke".</summary>
    public bool IsEvent => IsIllness && (Name.StartsWith("a ", StringComparison.Ordinal) || Name.StartsWith("un ", StringComparison.Ordinal));

    /// <summary>By the article's strongest topic that its title says; null where the title says none in words that we know.</summary>
    public static TitleSubject? Of(Article article)
    {
        var named = NamedSubjects.In(article);
        if (named.Count == 0) return null;
        // "Vitamins don't prevent cancer" is about vitamins.
        var main = PostHashtags.Denies(article.Title)
            ? named.OrderBy(one => one.Subject.IsIllness).ThenBy(one => one.Start).First()
            : named.OrderBy(one => one.IsOfDrug).ThenBy(one => one.Rank).ThenBy(one => one.Subject.IsWhole).ThenBy(one => one.Start).First();
        var others = named.Where(one => IsAnother(one.Subject, main.Subject)).DistinctBy(one => one.Subject.Topic).ToList();
        return main.Subject with
        {
            Beside = others is [var other] && CanStandBeside(other.Subject) && !HasTwoNames(main.Subject.Name) ? other.Subject : null,
            ComesFirst = others is not [var one] || main.Start < one.Start,
            IsOneOfMany = others.Count > 1 && !main.Subject.IsRisk,
        };
    }

    /// <summary>"Tech neck during COVID-19" is not about COVID-19, "a cancer-fighting tomato" not about cancer, "safer than HIV drugs" not about HIV.</summary>
    public static string WithoutCircumstance(string title) => Quality().Replace(Circumstance().Replace(title, ""), "");

    private static bool IsAnother(TitleSubject one, TitleSubject main) =>
        one.Topic != main.Topic && one.Topic != "medicines" && !PostHashtags.Whom.Contains(one.Topic) && !Words(one.Name).Overlaps(Words(main.Name));

    private static HashSet<string> Words(string name) => [.. name.Split(' ').Where(word => word.Length > 3 || char.IsUpper(word[0]))];

    // "exercise" can be named beside something; "the sun and our skin" can't.
    private static bool CanStandBeside(TitleSubject one) => !HasTwoNames(one.Name) && (!one.IsWhole || !one.Name.Trim().Contains(' ', StringComparison.Ordinal));

    private static bool HasTwoNames(string name) => name.Contains(" and ", StringComparison.Ordinal) || name.Contains(" y ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=\S )than (?!\d|(one|two|half|third|a (third|quarter|half|million|dozen))\b)[^:;.–—]*|(?<=\S )(during|while (?=\p{L}+ing\b)|everything from|anything from|from (?=[^:;,.–—]* to )|(before|after) (your|a|the)|amid|amidst|despite|in (the|a) (time|age|era|year)s? of|durante|en tiempos de|a pesar de|pese a)\b[^:;,.–—]*", Options)]
    private static partial Regex Circumstance();

    [GeneratedRegex(@"\b\p{L}+[-‑](fighting|healthy|friendly|causing|boosting|busting|free|related|linked|busters?)\b|\b\p{L}+[-‑ ]lowering\b", Options)]
    private static partial Regex Quality();
}
