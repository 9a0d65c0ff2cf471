using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>
/// Whether a word tells of the past. Advice speaks in the present and in commands, so that something has happened is the surest sign of one person's story. Known by its
/// ending in both languages, with a list of what endings don't tell.
/// </summary>
internal static class PastTense
{
    private static readonly FrozenSet<string> Irregular = Words(sign: false);

    private static readonly FrozenSet<string> NoPast = Words(sign: true);

    private static readonly string[] Endings = ["ed", "aron", "ieron", "aste", "iste", "aba", "aban", "abamos", "iamos"];

    private const int LeastLetters = 4;

    /// <param name="text">The text that the word is in: its accents tell "habló" from "hablo".</param>
    public static bool Is(GuardWord word, string text)
    {
        if (Irregular.Contains(word.Folded)) return true;
        if (word.Folded.Length < LeastLetters || NoPast.Contains(word.Folded)) return false;
        if (text[word.End - 1] is 'ó' or 'Ó') return true;
        foreach (var ending in Endings)
        {
            if (word.Folded.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static FrozenSet<string> Words(bool sign) => EmbeddedWords.WordsOf("Lists.past-words.txt")
        .Where(word => word[0] == '-' == sign)
        .Select(word => NameLists.Folded(sign ? word[1..] : word))
        .ToFrozenSet(StringComparer.Ordinal);
}
