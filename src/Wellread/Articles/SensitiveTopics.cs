using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// Subjects that can hurt a reader who is in them: held for a person. One term or pattern is enough, as a miss costs more than a look.
/// </summary>
internal static class SensitiveTopics
{
    private static readonly TermLexicon Lexicon = TermLexicon.Load("sensitive.txt");
    private static readonly TermPatterns Patterns = TermPatterns.Load("sensitive-patterns.txt", SectionOf);

    /// <summary>The name in plain English of a slug, or null.</summary>
    public static string? NameOf(string slug) => Lexicon.Sections.FirstOrDefault(section => section.Slug == slug)?.Names[0].ToLowerInvariant();

    /// <summary>Slugs in the order of the list: <c>suicide</c>, <c>eating-disorders</c>, <c>abuse</c>, <c>sexual-assault</c>, <c>overdose</c>, <c>abortion</c>.</summary>
    public static ImmutableArray<string> In(string title, string text, string language) => In(FoldedWords.From(title), FoldedWords.From(text), language);

    public static ImmutableArray<string> In(FoldedWords title, FoldedWords text, string language)
    {
        var found = new SortedSet<int>();
        foreach (var hit in Find(title, TextPart.Title, language)) found.Add(hit.Section);
        foreach (var hit in Find(text, TextPart.Text, language)) found.Add(hit.Section);
        return [.. found.Select(index => Lexicon.Sections[index].Slug)];
    }

    /// <summary>Whether only the model finds the subject in title and summary: a guess, which no word of the lists bears out.</summary>
    public static bool IsGuess(Article article, string slug)
    {
        var isGuessed = false;
        foreach (var (part, text) in new[] { (TextPart.Title, article.Title), (TextPart.Text, article.Summary) })
        {
            var words = FoldedWords.From(text);
            if (FindByTerms(words, article.Language).Exists(IsOn)) return false;
            isGuessed |= Find(words, part, article.Language).Exists(IsOn);
        }
        return isGuessed;

        bool IsOn(TermHit hit) => Lexicon.Sections[hit.Section].Slug == slug;
    }

    /// <summary>The topic that a subject is part of, so that an article on it has one even where the topic's own words are missing.</summary>
    public static string TopicOf(string slug) => slug switch
    {
        "abuse" or "sexual-assault" => "violence",
        "overdose" => "addiction",
        "abortion" => "womens-health",
        _ => "mental-health",
    };

    /// <summary>The places in title and summary that speak of a subject.</summary>
    public static ImmutableArray<TextSpan> PlacesOf(Article article, string slug)
    {
        return TextSpan.Apart([.. In(TextPart.Title, article.Title), .. In(TextPart.Text, article.Summary)]);

        IEnumerable<TextSpan> In(TextPart part, string text)
        {
            var words = FoldedWords.From(text, withPlaces: true);
            return Find(words, part, article.Language)
                .Where(hit => Lexicon.Sections[hit.Section].Slug == slug)
                .Select(hit => words.PlaceOf(hit.Start, hit.Length))
                .Select(place => new TextSpan(part, place.Start, place.End));
        }
    }

    /// <summary>What words and patterns find; where they find nothing in a title or text, not even a figure of speech, what the model finds.</summary>
    private static List<TermHit> Find(FoldedWords words, TextPart part, string language)
    {
        var hits = FindByTerms(words, language);
        if (hits.Count == 0 && !Lexicon.HasMask(words, language)) hits.AddRange(SensitiveSentences.Find(words, part, language));
        return hits;
    }

    /// <summary>What <c>sensitive.txt</c> and <c>sensitive-patterns.txt</c> find.</summary>
    public static List<TermHit> FindByTerms(FoldedWords words, string language)
    {
        var hits = Patterns.Find(words, language);
        var masks = hits.FindAll(hit => hit.Section == TermPatterns.MaskSection);
        hits.AddRange(Lexicon.Find(words, language));
        hits.RemoveAll(hit => hit.Section == TermPatterns.MaskSection || masks.Exists(mask => mask.Start < hit.Start + hit.Length && hit.Start < mask.Start + mask.Length));
        return hits;
    }

    private static int SectionOf(string slug) => slug == "-" ? TermPatterns.MaskSection : Lexicon.Sections.IndexOf(Lexicon.Sections.Single(section => section.Slug == slug));
}
