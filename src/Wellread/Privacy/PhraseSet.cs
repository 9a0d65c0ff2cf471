using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>Phrases of a list, one a line, found as whole words.</summary>
internal sealed class PhraseSet
{
    private readonly FrozenDictionary<string, string[][]> _byFirst;

    private PhraseSet(IEnumerable<string> lines) => _byFirst = lines
        .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(phrase => NameLists.Folded(phrase).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(words => words.Length).ToArray(), StringComparer.Ordinal);

    public static PhraseSet Read(string file) => Of(EmbeddedWords.LinesOf(file));

    /// <param name="lines">Each with one phrase or several, with commas between.</param>
    public static PhraseSet Of(IEnumerable<string> lines) => new(lines);

    /// <summary>How many words of the longest phrase that begins at a word; 0 for none.</summary>
    public int At(IReadOnlyList<GuardWord> words, int first)
    {
        if (!_byFirst.TryGetValue(words[first].Folded, out var phrases)) return 0;
        foreach (var phrase in phrases)
        {
            var matched = 1;
            while (matched < phrase.Length && first + matched < words.Count && words[first + matched].Folded == phrase[matched]) matched++;
            if (matched == phrase.Length) return matched;
        }
        return 0;
    }
}
