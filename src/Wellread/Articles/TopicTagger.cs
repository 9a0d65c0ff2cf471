using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// The topics of an article by the terms in its title, text and the feed's own categories. A strong term in the title is enough. Where the title says a topic,
/// one that only the text has needs far more: what is mentioned is not what it is about. Words of everyday life ("sun", "walking") count only where the article
/// speaks of health, and a topic that the feed as a whole has needs less. Where nothing has enough, the foremost of the title is taken. Strongest first.
/// </summary>
internal static class TopicTagger
{
    private const double TitleFactor = 2;
    private const double CategoryFactor = 1.5;
    private const double Needed = 5;

    /// <summary>A plain line of a few words says nothing twice.</summary>
    private const double NeededOfShort = 4;
    private const int ShortWords = 8;
    private const double NeededOfMentions = 7;
    private const double NeededAmongOtherThings = 7.5;
    private const double OfTheFeed = 2;
    private const double ShareOfStrongest = 0.35;
    private const double Plenty = 15;
    private const double SaidInTitle = 4;
    private const int Strong = 3;
    private const int Weak = 1;
    private const int WeakTermsNeeded = 3;
    private const int MaxTopics = 4;

    /// <summary>Where nothing has enough, what the title says by a word that is not weak.</summary>
    private const double NeededOfForemost = 4;
    private const int MostForemost = 2;
    private const double ShareOfForemost = 0.6;
    public const int MaxCategories = 10;
    private const string Everyday = "everyday";

    /// <summary>Topics that say for whom something is, so that what it is about has to be looked for beside them.</summary>
    private static readonly ImmutableArray<bool> IsWhom =
        [.. TopicCatalog.Lexicon.Sections.Select(section => section.Slug is "children" or "babies" or "teens" or "healthy-ageing" or "caregiving")];

    private static readonly ImmutableArray<bool> IsEveryday = [.. TopicCatalog.Lexicon.Sections.Select(section => section.Names[^1] == Everyday)];

    /// <summary>Topics that mostly make news say little of advice.</summary>
    private static readonly ImmutableArray<bool> IsNews =
        [.. TopicCatalog.Lexicon.Sections.Select(section => section.Slug is "covid" or "infections" or "costs-and-coverage" or "medicines")];

    public static ImmutableArray<string> Tag(string title, string text, string language, IEnumerable<string> categories, IReadOnlyList<string> feedTopics) =>
        Tag(FoldedWords.From(title), FoldedWords.From(text), language, categories, feedTopics);

    public static ImmutableArray<string> Tag(
        FoldedWords title, FoldedWords text, string language, IEnumerable<string> categories, IReadOnlyList<string> feedTopics)
    {
        var tally = TallyOf(title, text, language, categories);
        if (tally.IsEmpty) return [];
        var said = GateTerms.Find(title, language);
        var aboutHealth = tally.Any((section, weight) => weight == Strong && !IsEveryday[section])
            || GateTerms.SpeakOfHealth(said) || GateTerms.SpeakOfHealth(GateTerms.Find(text, language));
        var scores = new double[TopicCatalog.Lexicon.Sections.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            if (tally.Score(i) == 0 || (tally.Strongest(i) == Weak && tally.Terms(i) < WeakTermsNeeded)) continue;
            if (feedTopics.Contains(TopicCatalog.Lexicon.Sections[i].Slug)) scores[i] = tally.Score(i) + OfTheFeed;
            else if (aboutHealth) scores[i] = tally.Score(i);
        }
        if (GateTerms.SpeakOfOtherThings(said)) return Pick(scores, tally, NeededAmongOtherThings);
        return Pick(scores, tally, title.Count + text.Count <= ShortWords ? NeededOfShort : Needed) is { IsEmpty: false } topics ? topics : Foremost(scores, tally, share: 1);
    }

    /// <summary>What the title of an article is foremost about of which no list of words says that it speaks of health, but something else does.</summary>
    public static ImmutableArray<string> TagOfHealth(FoldedWords title, FoldedWords text, string language, IEnumerable<string> categories)
    {
        var tally = TallyOf(title, text, language, categories);
        return Foremost([.. Enumerable.Range(0, TopicCatalog.Lexicon.Sections.Length).Select(tally.Score)], tally, ShareOfForemost);
    }

    /// <summary>The topic that a text says most of by a strong term, if any.</summary>
    public static ImmutableArray<string> StrongestIn(FoldedWords text, string language)
    {
        var tally = TallyOf(FoldedWords.From(""), text, language, []);
        return
        [
            .. Enumerable.Range(0, TopicCatalog.Lexicon.Sections.Length).Where(i => tally.Strongest(i) == Strong)
                .OrderByDescending(tally.Score).Take(1).Select(i => TopicCatalog.Lexicon.Sections[i].Slug),
        ];
    }

    /// <summary>The topics' terms in a text, what lies inside a longer one left out.</summary>
    public static List<TermHit> TopicHits(FoldedWords words, string language) => TermHits.WithoutCovered(TopicCatalog.Lexicon.Find(words, language));

    /// <summary>The weights of a text's topic terms, each place once, and whether they are of a topic that mostly makes news.</summary>
    public static IEnumerable<(bool IsNews, int Weight)> WeightsOf(List<TermHit> hits) => hits
        .GroupBy(hit => (IsNews: IsNews[hit.Section], hit.Start, hit.Length))
        .Select(place => (place.Key.IsNews, place.Max(hit => hit.Weight)));

    private static TopicTally TallyOf(FoldedWords title, FoldedWords text, string language, IEnumerable<string> categories)
    {
        var tally = new TopicTally(TopicCatalog.Lexicon.Sections.Length);
        tally.Add(TopicHits(title, language), TitleFactor, inTitle: true);
        // Without a title the text is all there is to say what it is about.
        tally.Add(TopicHits(text, language), title.Count == 0 ? TitleFactor : 1, inTitle: false);
        foreach (var category in categories.Take(MaxCategories)) tally.Add(TopicHits(FoldedWords.From(category), language), CategoryFactor, inTitle: true);
        return tally;
    }

    private static ImmutableArray<string> Foremost(double[] scores, TopicTally tally, double share)
    {
        var least = Math.Max(NeededOfForemost, scores.Max() * share);
        return
        [
            .. Enumerable.Range(0, scores.Length).Where(i => tally.IsInTitle(i) && scores[i] >= least)
                .OrderByDescending(i => scores[i]).ThenBy(i => TopicCatalog.Lexicon.Sections[i].Slug, StringComparer.Ordinal)
                .Take(MostForemost).Select(i => TopicCatalog.Lexicon.Sections[i].Slug),
        ];
    }

    private static ImmutableArray<string> Pick(double[] scores, TopicTally tally, double needed)
    {
        var least = Math.Max(needed, Math.Min(scores.Max(), Plenty) * ShareOfStrongest);
        var titleSaysOne = Enumerable.Range(0, scores.Length).Any(i => !IsWhom[i] && tally.IsInTitle(i) && scores[i] >= SaidInTitle);
        return
        [
            .. Enumerable.Range(0, scores.Length)
                .Where(i => scores[i] >= (titleSaysOne && !tally.IsInTitle(i) ? Math.Max(least, NeededOfMentions) : least))
                .OrderByDescending(i => scores[i]).ThenBy(i => TopicCatalog.Lexicon.Sections[i].Slug, StringComparer.Ordinal)
                .Take(MaxTopics).Select(i => TopicCatalog.Lexicon.Sections[i].Slug),
        ];
    }
}
