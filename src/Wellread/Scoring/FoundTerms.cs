using System.Collections.Immutable;

namespace Wellread.Scoring;

/// <summary>Puts the occurrences of a term together.</summary>
internal static class FoundTerms
{
    public static ImmutableArray<FoundTerm> From(IReadOnlyList<FoundPhrase<JargonTerm>> found, in TrimmedText text)
    {
        if (found.Count == 0) return [];
        var terms = ImmutableArray.CreateBuilder<FoundTerm>();
        for (var i = 0; i < found.Count; i++)
        {
            var place = IndexOf(terms, found, i, text);
            if (place < 0) terms.Add(new FoundTerm(text.Of(found[i].Span), found[i].Value.PlainWords, found[i].IsExplained, [found[i].Span]));
            else terms[place] = terms[place] with { Explained = terms[place].Explained || found[i].IsExplained, Spans = terms[place].Spans.Add(found[i].Span) };
        }
        return terms.DrainToImmutable();
    }

    private static int IndexOf(ImmutableArray<FoundTerm>.Builder terms, IReadOnlyList<FoundPhrase<JargonTerm>> found, int i, in TrimmedText text)
    {
        for (var place = 0; place < terms.Count; place++)
        {
            if (terms[place].PlainWords == found[i].Value.PlainWords
                && text.Slice(found[i].Span).Equals(terms[place].Term, StringComparison.OrdinalIgnoreCase)) return place;
        }
        return -1;
    }
}
