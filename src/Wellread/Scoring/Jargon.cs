using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>A medical term and what a patient would call it.</summary>
internal sealed record JargonTerm(string Term, string Plain);

/// <summary>The terms of <c>Terms/jargon.txt</c> in a text.</summary>
internal static class Jargon
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, JargonTerm[]>> ByLanguage = Load();

    /// <summary>Each term once, in the order of the text.</summary>
    public static IEnumerable<JargonTerm> Find(string text, string language)
    {
        var found = new List<JargonTerm>();
        if (!ByLanguage.TryGetValue(language, out var terms)) return found;
        var byFirstWord = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        var position = 0;
        var words = new WordReader(text);
        while (words.MoveNext())
        {
            var start = text.AsSpan(position).IndexOf(words.Current, StringComparison.Ordinal) + position;
            position = start + words.Current.Length;
            if (words.Current.Length > lower.Length) continue;
            words.Current.ToLowerInvariant(lower);
            if (!byFirstWord.TryGetValue(lower[..words.Current.Length], out var candidates)) continue;
            var match = Array.Find(candidates, term => IsAt(text, start, term.Term));
            if (match is not null && !found.Contains(match)) found.Add(match);
        }

        return found;
    }

    private static bool IsAt(string text, int start, string term) =>
        string.Compare(text, start, term, 0, term.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (start + term.Length >= text.Length || !char.IsLetterOrDigit(text[start + term.Length]));

    private static FrozenDictionary<string, FrozenDictionary<string, JargonTerm[]>> Load()
    {
        using var stream = typeof(Jargon).Assembly.GetManifestResourceStream("Wellread.Scoring.Terms.jargon.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => line.Contains('\t', StringComparison.Ordinal))
            .Select(line => line.TrimEnd().Split('\t'))
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                language => language.Key,
                language => language
                    .Select(parts => new JargonTerm(parts[1], parts[2]))
                    .OrderByDescending(term => term.Term.Length)
                    .GroupBy(term => FirstWord(term.Term), StringComparer.Ordinal)
                    .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private static string FirstWord(string term)
    {
        var reader = new WordReader(term);
        return reader.MoveNext() ? reader.Current.ToString() : term;
    }
}
