namespace Wellread.Scoring;

/// <summary>
/// A term's neighbour that its plain words say already belongs to the term: "systolic blood pressure" is "upper blood pressure", not "upper blood pressure blood
/// pressure".
/// </summary>
internal static class RepeatedWords
{
    private const int Most = 2;

    /// <summary>Widens the place of a term over such neighbours; the plain words then end as the text does, in the plural or not.</summary>
    public static JargonTerm Join(in TextTokens tokens, JargonTerm term, ref int first, ref int last)
    {
        var plain = term.PlainWords;
        for (var count = Most; count > 0; count--)
        {
            if (EndsWithNext(tokens, last, count, plain) is not { } joined) continue;
            (plain, last) = (joined, last + count);
            break;
        }
        if (StartsWithPrevious(tokens, first, plain)) first--;
        return ReferenceEquals(plain, term.PlainWords) ? term : term with { PlainWords = plain };
    }

    private static string? EndsWithNext(in TextTokens tokens, int last, int count, string plain)
    {
        if (last + count >= tokens.All.Length) return null;
        var rest = plain.AsSpan();
        for (var i = last + count; i > last; i--)
        {
            if (tokens.All[i].Kind != TokenKind.Word || tokens.All[i].StartsSentence) return null;
            var start = rest.LastIndexOf(' ') + 1;
            if (!IsSame(rest[start..], tokens.Raw(i)) || (start == 0 && i > last + 1)) return null;
            rest = rest[..Math.Max(0, start - 1)];
        }
        var written = tokens.Whole.AsSpan(tokens.All[last + 1].Start, tokens.All[last + count].End - tokens.All[last + 1].Start);
        return rest.IsEmpty ? written.ToString() : $"{rest} {written}";
    }

    private static bool StartsWithPrevious(in TextTokens tokens, int first, string plain)
    {
        if (first == 0 || tokens.All[first].StartsSentence || tokens.All[first - 1].Kind != TokenKind.Word) return false;
        var end = plain.IndexOf(' ', StringComparison.Ordinal);
        return end > 3 && plain.AsSpan(0, end).Equals(tokens.Raw(first - 1), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSame(ReadOnlySpan<char> word, ReadOnlySpan<char> other) =>
        word.Length > 3 && WithoutS(word).Equals(WithoutS(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutS(ReadOnlySpan<char> word) => word[^1] is 's' or 'S' ? word[..^1] : word;
}
