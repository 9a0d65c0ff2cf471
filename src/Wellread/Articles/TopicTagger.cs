using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// The topics of an article by the terms in its title, text and the feed's own categories. A strong term in the title is enough; in the text it takes two.
/// Words of everyday life ("sun", "walking") count only where the article speaks of health, and a topic that the feed as a whole has needs less. Strongest first.
/// </summary>
internal static class TopicTagger
{
    private const double TitleFactor = 2;
    private const double CategoryFactor = 1.5;
    private const double Needed = 4;
    private const double OfTheFeed = 2;
    private const double ShareOfStrongest = 0.3;
    private const double Plenty = 15;
    private const int Strong = 3;
    private const int Weak = 1;
    private const int WeakTermsNeeded = 3;
    private const int MaxTopics = 5;
    public const int MaxCategories = 10;

    public static ImmutableArray<string> Tag(string title, string text, string language, IEnumerable<string> categories, IReadOnlyList<string> feedTopics) =>
        Tag(FoldedWords.From(title), FoldedWords.From(text), language, categories, feedTopics);

    public static ImmutableArray<string> Tag(
        FoldedWords title, FoldedWords text, string language, IEnumerable<string> categories, IReadOnlyList<string> feedTopics)
    {
        var lexicon = TopicCatalog.Lexicon;
        var scores = new double[lexicon.Sections.Length];
        var seen = new Dictionary<(int Section, int Weight, int Term), int>();
        Add(lexicon.Find(title, language), TitleFactor, scores, seen);
        Add(lexicon.Find(text, language), 1, scores, seen);
        foreach (var category in categories.Take(MaxCategories)) Add(lexicon.Find(category, language), CategoryFactor, scores, seen);
        var aboutHealth = seen.Keys.Any(key => key.Weight == Strong) || HealthGate.SpeaksOfHealth(title, language) || HealthGate.SpeaksOfHealth(text, language);
        var kinds = seen.Keys.ToLookup(key => key.Section, key => key.Weight);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] == 0) continue;
            if (kinds[i].Max() == Weak && kinds[i].Count() < WeakTermsNeeded) scores[i] = 0;
            else if (feedTopics.Contains(lexicon.Sections[i].Slug)) scores[i] += OfTheFeed;
            else if (!aboutHealth) scores[i] = 0;
        }
        var threshold = Math.Max(Needed, Math.Min(scores.Max(), Plenty) * ShareOfStrongest);
        return
        [
            .. Enumerable.Range(0, scores.Length).Where(i => scores[i] >= threshold)
                .OrderByDescending(i => scores[i]).ThenBy(i => lexicon.Sections[i].Slug, StringComparer.Ordinal)
                .Take(MaxTopics).Select(i => lexicon.Sections[i].Slug),
        ];
    }

    /// <summary>A term counts fully once, half the second time, then no more: a word said ten times is one piece of evidence.</summary>
    private static void Add(List<TermHit> hits, double factor, double[] scores, Dictionary<(int Section, int Weight, int Term), int> seen)
    {
        foreach (var hit in hits)
        {
            var times = seen[(hit.Section, hit.Weight, hit.Term)] = seen.GetValueOrDefault((hit.Section, hit.Weight, hit.Term)) + 1;
            if (times <= 2) scores[hit.Section] += hit.Weight * factor / times;
        }
    }
}
