namespace Wellread.Articles;

/// <summary>The sets of words that the patterns of one language ask for, so that a word of a text is looked up once. A word that ends in <c>*</c> stands for all that begin so.</summary>
internal sealed class TermPatternWords
{
    // A beginning is found by its first letters, so it has at least as many.
    private const int Least = 3;

    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SortedSet<int>>> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly Dictionary<string, Dictionary<string, SortedSet<int>>>.AlternateLookup<ReadOnlySpan<char>> _byStart;

    public TermPatternWords() => (_byWord, _byStart) = (_words.GetAlternateLookup<ReadOnlySpan<char>>(), _beginnings.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The number of a set, from 1; the same words are the same set.</summary>
    public int SetOf(IEnumerable<string> members)
    {
        var words = members.Select(Folded).Distinct().Order(StringComparer.Ordinal).ToList();
        if (words.Count == 0) throw new FormatException("A pattern has an empty set of words.");
        if (_sets.TryGetValue(string.Join('|', words), out var known)) return known;
        var set = _sets[string.Join('|', words)] = _sets.Count + 1;
        foreach (var word in words) Place(word).Add(set);
        return set;
    }

    /// <summary>Adds the sets that a word of a text belongs to.</summary>
    public void Find(ReadOnlySpan<char> word, List<int> sets)
    {
        if (_byWord.TryGetValue(word, out var own)) sets.AddRange(own);
        if (word.Length < Least || !_byStart.TryGetValue(word[..Least], out var beginnings)) return;
        foreach (var (beginning, inSets) in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal)) sets.AddRange(inSets);
        }
    }

    private SortedSet<int> Place(string word)
    {
        if (word[^1] != '*') return _words.TryGetValue(word, out var sets) ? sets : _words[word] = [];
        var beginning = word[..^1];
        if (beginning.Length < Least) throw new FormatException($"'{word}' is too short a beginning.");
        if (!_beginnings.TryGetValue(beginning[..Least], out var others)) _beginnings[beginning[..Least]] = others = new(StringComparer.Ordinal);
        return others.TryGetValue(beginning, out var known) ? known : others[beginning] = [];
    }

    private static string Folded(string word)
    {
        var folded = FoldedWords.From(word.TrimEnd('*'));
        return folded.Count == 1 ? word[^1] == '*' ? $"{folded[0]}*" : folded[0].ToString() : throw new FormatException($"'{word}' in a pattern is not one word.");
    }
}
