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

    private static readonly FrozenSet<string> Present = FrozenSet.ToFrozenSet(["is", "are", "be", "being", "am", "get", "gets", "getting", "as", "a", "an", "the", "any", "some", "more", "most", "less", "isn't", "aren't", "it's", "they're"]);

    private static readonly FrozenSet<string> Modal = FrozenSet.ToFrozenSet(["may", "might", "can", "can't", "cannot", "could", "should", "shouldn't", "will", "won't", "you'll", "must", "to"]);

    private static readonly FrozenSet<string> Between = FrozenSet.ToFrozenSet(["have", "been", "be", "not", "also", "often", "usually", "sometimes", "then", "always", "only", "first", "now", "never", "already", "ever"]);

    private const int FarthestModal = 4;

    /// <summary>Whether the word at a place tells of the past there: "removed" does in "was removed" and "we removed", not in "is removed", "may have been removed", "the removed tissue".</summary>
    public static bool Is(IReadOnlyList<GuardWord> words, int at, string text) => Is(words[at], text) && !IsOfAnyTime(words, at);

    private static bool IsOfAnyTime(IReadOnlyList<GuardWord> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && at - before < FarthestModal && SameClause(before + 1) && IsBetween(words[before])) before--;
        if (before < 0 || !SameClause(before + 1)) return false;
        return Modal.Contains(words[before].Folded) || (words[before + 1].Folded is not ("have" or "been") && Present.Contains(words[before].Folded)) || words[before + 1].Folded == "be";

        bool SameClause(int word) => words[word].Sentence == words[word - 1].Sentence && !words[word].Is(WordShapes.Apart);

        static bool IsBetween(GuardWord word) => Between.Contains(word.Folded) || word.Folded.EndsWith("ly", StringComparison.Ordinal);
    }

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
