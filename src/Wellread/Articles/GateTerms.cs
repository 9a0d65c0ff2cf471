using System.Collections.Immutable;
using System.Globalization;

namespace Wellread.Articles;

/// <summary>
/// The gate's word list with its weights: each heading has one for what the title says and one for the text. Sections without words stand for what is counted otherwise.
/// </summary>
internal static class GateTerms
{
    private const int Strong = 3;
    private static readonly TermLexicon Lexicon = TermLexicon.Load("health-gate.txt");

    public static ImmutableArray<TermSection> Sections => Lexicon.Sections;

    public static ImmutableArray<(double Title, double Text)> Weights { get; } =
        [.. Lexicon.Sections.Select(section => (Number(section.Names[1]), Number(section.Names[2])))];

    public static int Health { get; } = IndexOf("health");

    public static int Topic { get; } = IndexOf("topic");

    public static int NewsTopic { get; } = IndexOf("news-topic");

    /// <summary>The terms found. An order is one only at the start of a clause: "Use soap", not "The use of soap".</summary>
    public static List<TermHit> Find(FoldedWords words, string language)
    {
        var hits = Lexicon.Find(words, language);
        hits.RemoveAll(hit => hit.Section == Orders && hit.Start > 0 && !words[hit.Start - 1].IsEmpty);
        return hits;
    }

    public static int IndexOf(string slug) => Lexicon.Sections.IndexOf(Lexicon.Sections.Single(section => section.Slug == slug));

    /// <summary>True where any word of health or care was found.</summary>
    public static bool SpeakOfHealth(List<TermHit> hits) => hits.Exists(hit => hit.Section == Health || (hit.Section == Care && hit.Weight == Strong));

    /// <summary>Where the title is about something else altogether, its health words may be figures of speech, or somebody's job.</summary>
    public static bool SpeakOfOtherThings(List<TermHit> title)
    {
        Span<int> amounts = stackalloc int[Sections.Length];
        foreach (var hit in title) amounts[hit.Section] += hit.Weight;
        // A study's title is about what it studied, whatever else it mentions.
        if (amounts[Advice] >= Strong || amounts[Research] >= Strong) return false;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] >= LeastOfOther[i]) return true;
        }
        return false;
    }

    private static readonly int Orders = IndexOf("orders");
    private static readonly int Care = IndexOf("care");
    private static readonly int Advice = IndexOf("advice");
    private static readonly int Research = IndexOf("research");

    // One word of bait ("miracle cure") stands beside an illness often enough.
    private static readonly ImmutableArray<int> LeastOfOther = [.. Lexicon.Sections.Select(section => section.Slug switch
    {
        "obituary" or "crime" or "culture" or "sport" or "business" or "people" or "profession" => Strong,
        "clickbait" => Strong + 1,
        _ => int.MaxValue,
    })];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
