using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Questions;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>
/// What is left of a hard title without a label that only names its subject once more: "Dementia symptoms: an early sign of vascular dementia to watch out for". A label that says
/// anything else (who claims it, for whom it is, how sure it is) is never left out.
/// </summary>
internal static partial class TitleParts
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int FewestBlanks = 4;

    /// <summary>The title without its label; null where it has none that can go.</summary>
    public static string? WithoutLabel(Article article)
    {
        if (Split().Match(article.Title) is not { Success: true } mark || TitleSubject.Of(article) is not { } subject) return null;
        if (article.Title.Contains('?', StringComparison.Ordinal) || Advice.IsDoubtedIn(article.Title)) return null;
        var (label, rest) = (article.Title[..mark.Index], article.Title[(mark.Index + mark.Length)..].Trim());
        var stands = rest.AsSpan().Count(' ') >= FewestBlanks && !Leaning.OnThePrevious(rest, article.Language) && !Points().IsMatch(rest) && IsOn(rest, subject, article);
        return stands && Word().Matches(label).All(word => SaysNothing(word.Value, rest, subject, article)) ? $"{char.ToUpperInvariant(rest[0])}{rest[1..]}" : null;
    }

    private static bool SaysNothing(string word, string rest, TitleSubject subject, Article article) =>
        rest.Contains(word, StringComparison.OrdinalIgnoreCase) || Labels().IsMatch(word) || IsOn(word, subject, article);

    private static bool IsOn(string words, TitleSubject subject, Article article) => TitleSubject.Of(article with { Title = words })?.Name == subject.Name;

    [GeneratedRegex(@": | [–—-] ", RegexOptions.CultureInvariant)]
    private static partial Regex Split();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(explained|health|healthy|tips?|symptoms?|signs?|causes?|facts|guide|update|latest|news|diet|treatments?|prevention|care|awareness|month|week|the|and|of|in|on|for|to"
        + @"|salud|consejos?|s[ií]ntomas?|se[ñn]ales|causas?|gu[ií]a|tratamientos?|prevenci[oó]n|el|la|los|las|y|de|del|en|para)$", Options)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(this|these|those|that|it|its|they|them|their|he|she|his|her|est[aeo]s?|es[aeo]s?)\b", Options)]
    private static partial Regex Points();
}
