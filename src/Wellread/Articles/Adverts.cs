using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>What is paid for or sells: whatever it says of health, it is no health information. Words are in <c>Terms/adverts.txt</c>.</summary>
internal static class Adverts
{
    private const int Enough = 3;
    private static readonly TermLexicon Lexicon = TermLexicon.Load("adverts.txt");
    private static readonly int Label = IndexOf("label");
    private static readonly int Sells = IndexOf("sells");
    private static readonly int Warning = IndexOf("warning");

    public static bool Has(FoldedWords title, FoldedWords text, string language)
    {
        var said = Lexicon.Find(title, language);
        if (said.Exists(hit => hit.Section == Warning)) return false;
        var written = Lexicon.Find(text, language);
        return said.Exists(hit => IsLabel(hit, title)) || written.Exists(hit => IsLabel(hit, text)) || Sum(said) + Sum(written) >= Enough;
    }

    /// <summary>The places that say so, of words that were read with their places.</summary>
    public static ImmutableArray<TextSpan> PlacesOf(FoldedWords title, FoldedWords text, string language) =>
        TextSpan.Apart(PlacesOf(TextPart.Title, title, language).Concat(PlacesOf(TextPart.Text, text, language)));

    private static IEnumerable<TextSpan> PlacesOf(TextPart part, FoldedWords words, string language) => Lexicon.Find(words, language)
        .Where(hit => hit.Section == Sells || IsLabel(hit, words)).Select(hit => words.PlaceOf(hit.Start, hit.Length)).Select(place => new TextSpan(part, place.Start, place.End));

    private static int Sum(List<TermHit> hits) => hits.Where(hit => hit.Section == Sells).DistinctBy(hit => hit.Term).Sum(hit => hit.Weight);

    // At the start or the end, and cut off from the rest.
    private static bool IsLabel(TermHit hit, FoldedWords words)
    {
        if (hit.Section != Label) return false;
        var end = hit.Start + hit.Length;
        return (hit.Start == 0 && end < words.Count && words[end].IsEmpty) || (IsEnd(words, end) && hit.Start > 0 && words[hit.Start - 1].IsEmpty);
    }

    private static bool IsEnd(FoldedWords words, int at)
    {
        while (at < words.Count && words[at].IsEmpty) at++;
        return at >= words.Count;
    }

    private static int IndexOf(string slug) => Lexicon.Sections.IndexOf(Lexicon.Sections.Single(section => section.Slug == slug));
}
