namespace Wellread.Articles;

/// <summary>
/// The terms of one language, letter by letter, so that a word of the text costs as many steps as it shares with any term: few. Built once, read by many threads.
/// </summary>
internal sealed class TermTrie
{
    private const int Letters = 37;
    private const int None = 0;
    private const int Root = 1;

    /// <summary>The next node for each node and letter, in one array: a step is one look into it.</summary>
    private int[] _next = new int[256 * Letters];
    private Node?[] _nodes = new Node?[256];
    private int _count = 2;

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
            var node = _nodes[at] ??= new Node();
            if (i == words.Length - 1)
            {
                if (stem) node.StemEnds = [.. node.StemEnds, new TermEnd(section, weight)];
                else node.WordEnds = [.. node.WordEnds, new TermEnd(section, weight)];
            }
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
        Node? node = null;
        foreach (var letter in word)
        {
            at = IndexOf(letter) is >= 0 and var child ? _next[at * Letters + child] : None;
            if (at == None) return;
            node = _nodes[at];
            if (node is null) continue;
            Emit(node.StemEnds, at, start, index, hits);
            if (node.AfterStem != None) Walk(node.AfterStem, words, start, index + 1, hits);
        }
        if (node is null) return;
        Emit(node.WordEnds, at, start, index, hits);
        if (node.AfterWord != None) Walk(node.AfterWord, words, start, index + 1, hits);
    }

    private static void Emit(TermEnd[] ends, int at, int start, int index, List<TermHit> hits)
    {
        foreach (var end in ends) hits.Add(new TermHit(end.Section, end.Weight, start, index - start + 1, at));
    }

    private int Child(int at, int letter)
    {
        if (_next[at * Letters + letter] is not None and var known) return known;
        var child = NewNode();
        return _next[at * Letters + letter] = child;
    }

    private int NewNode()
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _count);
            Array.Resize(ref _next, 2 * _count * Letters);
        }
        return _count++;
    }

    private static int IndexOf(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a',
        >= '0' and <= '9' => letter - '0' + 26,
        'ñ' => 36,
        _ => -1,
    };

    /// <summary>What ends, or goes on, at a place in the tree; most places have nothing.</summary>
    private sealed class Node
    {
        public TermEnd[] WordEnds { get; set; } = [];

        public TermEnd[] StemEnds { get; set; } = [];

        public int AfterWord { get; set; }

        public int AfterStem { get; set; }
    }

    private readonly record struct TermEnd(int Section, int Weight);
}
