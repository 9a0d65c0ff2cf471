using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>
/// Words for a person by a job or a role: the panadera, the lineman, the quarterback. Each is rare and together they are how a town knows somebody, so the post model reads all as one.
/// </summary>
internal static class PersonWords
{
    private const string OfBothForms = "/a";

    private static readonly FrozenSet<string> All = EmbeddedWords.LinesOf("Lists.person-words.txt")
        .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Where(word => !word.Contains(' ', StringComparison.Ordinal))
        .SelectMany(FormsOf)
        .Select(NameLists.Folded)
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string folded) => All.Contains(folded) || (folded.Length > 3 && folded[^1] == 's' && (All.Contains(folded[..^1]) || (folded[^2] == 'e' && All.Contains(folded[..^2]))));

    private static IEnumerable<string> FormsOf(string word)
    {
        if (!word.EndsWith(OfBothForms, StringComparison.Ordinal)) return [word];
        var first = word[..^OfBothForms.Length];
        return [first, (first[^1] == 'o' ? first[..^1] : first) + "a"];
    }
}
