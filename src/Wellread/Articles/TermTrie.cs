namespace Wellread.Articles;

/// <summary>
/// The terms of one language, letter by letter, so that a word of the text costs as many steps as it shares with any term: few. Built once, read by many threads.
/// </summary>
internal sealed class TermTrie
{
    private const int Letters = 37;
    private const int None = 0;
    private readonly List<int[]> _children = [new int[Letters], new int[Letters]];
    private readonly List<Node> _nodes = [new(), new()];

    private static int Root => 1;

    /// <summary>Adds a term: words with one blank between them, each with an optional star behind it.</summary>
    public void Add(string term, int section, int weight)
    {
        var at = Root;
        var words = term.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var stem = words[i].EndsWith('*');
            var folded = FoldedWords.From(words[i].TrimEnd('*'));
            if (folded.Count != 1) throw new FormatException($"'{words[i]}' in the term '{term}' is not one word.");
            foreach (var letter in folded[0]) at = Child(at, IndexOf(letter) is >= 0 and var index ? index : throw new FormatException($"'{letter}' in the term '{term}'."));
            var node = _nodes[at];
            if (i == words.Length - 1) (stem ? node.StemEnds : node.WordEnds).Add(new TermEnd(section, weight));
            else if (stem) at = node.AfterStem = node.AfterStem == None ? NewNode() : node.AfterStem;
            else at = node.AfterWord = node.AfterWord == None ? NewNode() : node.AfterWord;
        }
    }

    public void Find(FoldedWords words, List<TermHit> hits)
    {
        for (var start = 0; start < words.Count; start++) Walk(Root, words, start, start, hits);
    }

    private void Walk(int at, FoldedWords words, int start, int index, List<TermHit> hits)
    {
        if (index >= words.Count) return;
        var word = words[index];
        if (word.IsEmpty) return;
        foreach (var letter in word)
        {
            at = IndexOf(letter) is >= 0 and var child ? _children[at][child] : None;
            if (at == None) return;
            var node = _nodes[at];
            Emit(node.StemEnds, at, start, index, hits);
            if (node.AfterStem != None) Walk(node.AfterStem, words, start, index + 1, hits);
        }
        Emit(_nodes[at].WordEnds, at, start, index, hits);
        if (_nodes[at].AfterWord != None) Walk(_nodes[at].AfterWord, words, start, index + 1, hits);
    }

    private static void Emit(List<TermEnd> ends, int at, int start, int index, List<TermHit> hits)
    {
        foreach (var end in ends) hits.Add(new TermHit(end.Section, end.Weight, start, index - start + 1, at));
    }

    private int Child(int at, int letter)
    {
        if (_children[at][letter] == None) _children[at][letter] = NewNode();
        return _children[at][letter];
    }

    private int NewNode()
    {
        _children.Add(new int[Letters]);
        _nodes.Add(new Node());
        return _nodes.Count - 1;
    }

    private static int IndexOf(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a',
        >= '0' and <= '9' => letter - '0' + 26,
        'ñ' => 36,
        _ => -1,
    };

    private sealed class Node
    {
        public List<TermEnd> WordEnds { get; } = [];

        public List<TermEnd> StemEnds { get; } = [];

        public int AfterWord { get; set; }

        public int AfterStem { get; set; }
    }

    private readonly record struct TermEnd(int Section, int Weight);
}
