using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// Calls in a text's own voice to leave out a treatment that is proven ("Skip your chemo"), or to take what is known to harm ("Drink bleach"). Nobody can tell from a text what is true, but
/// such a call is never to be shared. Patterns are in <c>Terms/harmful-calls.txt</c>; what asks, denies or warns of it is none.
/// </summary>
internal static class HarmfulCalls
{
    private static readonly ImmutableArray<string> Sections = ["call", "start", "medicine", "take", "illness", "not", "doubt", "ask", "warning"];
    private static readonly TermPatterns Patterns = TermPatterns.Load("harmful-calls.txt", IndexOf);
    private static readonly (int Call, int Start, int Take, int Not, int Doubt, int Ask, int Warning) At =
        (IndexOf("call"), IndexOf("start"), IndexOf("take"), IndexOf("not"), IndexOf("doubt"), IndexOf("ask"), IndexOf("warning"));

    /// <summary>What says so only together.</summary>
    private static readonly ImmutableArray<int> Together = [IndexOf("medicine"), IndexOf("take"), IndexOf("illness")];

    public static bool Has(Article article, FoldedWords title, FoldedWords text) => Find(article, title, text).Count > 0;

    /// <summary>The places that say so.</summary>
    public static ImmutableArray<TextSpan> PlacesOf(Article article, FoldedWords title, FoldedWords text) => TextSpan.Apart(Find(article, title, text));

    private static List<TextSpan> Find(Article article, FoldedWords title, FoldedWords text)
    {
        var (said, written) = (HitsIn(title, article.Language), HitsIn(text, article.Language));
        if (said.Concat(written).Any(hit => hit.Section == At.Warning)) return [];
        return [.. CallsIn(TextPart.Title, article.Title, title, said), .. CallsIn(TextPart.Text, article.Summary, text, written)];
    }

    private static List<TermHit> HitsIn(FoldedWords words, string language)
    {
        var hits = Patterns.Find(words, language);
        hits.RemoveAll(hit => (hit.Section == At.Start || hit.Section == At.Take || hit.Section == At.Ask) && !StartsClause(words, hit.Start));
        return hits;
    }

    private static bool StartsClause(FoldedWords words, int at) => at == 0 || words[at - 1] is "" or "please" or "just" or "now" or "simply" or "so" or "mejor" or "ya";

    private static IEnumerable<TextSpan> CallsIn(TextPart part, string whole, FoldedWords words, List<TermHit> hits)
    {
        if (!hits.Exists(IsCall) && !Together.All(section => hits.Exists(hit => hit.Section == section))) yield break;
        var placed = FoldedWords.From(whole, withPlaces: true);
        foreach (var (start, end) in SensitiveSentences.In(words))
        {
            var inside = hits.FindAll(hit => hit.Start >= start && hit.Start + hit.Length <= end);
            var isTogether = Together.All(section => inside.Exists(hit => hit.Section == section));
            var calls = inside.FindAll(hit => IsCall(hit) || (isTogether && Together.Contains(hit.Section)));
            if (calls.Count == 0 || IsQuestion(whole, placed.PlaceOf(end - 1, 1).End) || inside.Exists(hit => IsDoubt(words, hit, calls))) continue;
            foreach (var call in calls)
            {
                var place = placed.PlaceOf(call.Start, call.Length);
                yield return new TextSpan(part, place.Start, place.End);
            }
        }
    }

    private static bool IsCall(TermHit hit) => hit.Section == At.Call || hit.Section == At.Start;

    // The "never" of "Never vaccinate your child" is part of the call.
    private static bool IsDoubt(FoldedWords words, TermHit hit, List<TermHit> calls)
    {
        if (calls.Exists(call => call.Start <= hit.Start && hit.Start + hit.Length <= call.Start + call.Length)) return false;
        return hit.Section == At.Doubt || hit.Section == At.Ask || (hit.Section == At.Not && calls.Exists(call => AreInOneClause(words, hit.Start, call.Start)));
    }

    private static bool AreInOneClause(FoldedWords words, int one, int other)
    {
        for (var i = Math.Min(one, other); i < Math.Max(one, other); i++) if (words[i].IsEmpty) return false;
        return true;
    }

    private static bool IsQuestion(string whole, int end)
    {
        while (end < whole.Length && (whole[end] is '"' or '”' or '’' or '\'' or ')' or ' ')) end++;
        return end < whole.Length && whole[end] == '?';
    }

    private static int IndexOf(string section) => Sections.IndexOf(section) is >= 0 and var index ? index : throw new FormatException($"No section is called '{section}'.");
}
