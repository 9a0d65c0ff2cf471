namespace Wellread.Articles;

/// <summary>
/// Which of English and Spanish the words of a short text are, where it has too few small words to tell: by the lists of the <c>Terms</c> folder, which have the words of health in both,
/// and by how other words are spelt.
/// </summary>
internal static class ListedWords
{
    private const int FewestLetters = 3;
    private const int FewestLettersToSpell = 4;
    private const double OfSpelling = 0.5;

    /// <summary>Less than an ending that only English has: it has a few of Latin and Italian, too.</summary>
    private const double OfLastO = 0.2;

    private static readonly string[] Files = ["topics.txt", "health-gate.txt", "sensitive.txt"];
    private static readonly string[] EnglishLetters = ["w", "k", "th", "sh", "ee", "oo", "gh", "ph"];
    private static readonly TermTrie English = WordsOf("en");
    private static readonly TermTrie Spanish = WordsOf("es");

    /// <summary>How many words are English rather than Spanish; below zero where it is the other way round.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCounted">Words that are counted already.</param>
    public static double Lean(string text, Func<ReadOnlySpan<char>, bool> isCounted)
    {
        var words = FoldedWords.From(text);
        var (english, spanish) = (PlacesOf(words, English), PlacesOf(words, Spanish));
        var lean = 0.0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length < FewestLetters || isCounted(words[i])) continue;
            lean += (english.Contains(i), spanish.Contains(i)) switch
            {
                (true, false) => 1,
                (false, true) => -1,
                (true, true) => 0,
                _ => Spelling(words[i]),
            };
        }
        return lean;
    }

    private static double Spelling(ReadOnlySpan<char> word)
    {
        if (word.Length < FewestLettersToSpell) return 0;
        foreach (var letters in EnglishLetters)
        {
            if (word.Contains(letters, StringComparison.Ordinal)) return OfSpelling;
        }
        if (word.Contains('ñ')) return -OfSpelling;
        return word[^1] switch
        {
            'b' or 'c' or 'f' or 'g' or 'h' or 'm' or 'p' or 't' or 'v' or 'y' => OfSpelling,
            'o' => -OfLastO,
            _ => 0,
        };
    }

    private static HashSet<int> PlacesOf(FoldedWords words, TermTrie trie)
    {
        var hits = new List<TermHit>();
        trie.Find(words, hits);
        return [.. hits.Select(hit => hit.Start)];
    }

    /// <summary>Each word of each term by itself, with its star.</summary>
    private static TermTrie WordsOf(string language)
    {
        var trie = new TermTrie();
        var words = Files.SelectMany(file => TermLexicon.TextOf(file).Split('\n'))
            .Where(line => line.StartsWith(language, StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split([',', ' ', '-'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal);
        foreach (var word in words) trie.Add(word, section: 0, weight: 0);
        return trie;
    }
}
