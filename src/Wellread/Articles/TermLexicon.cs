using System.Collections.Immutable;
using System.Reflection;

namespace Wellread.Articles;

/// <summary>
/// Word lists by section, as in the <c>Terms</c> folder, matched against a text in one pass. A term is a sequence of words; <c>*</c> behind a word allows
/// any ending. Case, accents (but not the tilde of ñ) and apostrophes make no difference. Words of the section <c>-</c> hide the shorter terms inside them: "stroke of luck" is no stroke.
/// </summary>
internal sealed class TermLexicon
{
    private const int MaskSection = -1;
    private readonly Dictionary<string, Node> _roots = new(StringComparer.Ordinal);

    private TermLexicon(ImmutableArray<TermSection> sections) => Sections = sections;

    public ImmutableArray<TermSection> Sections { get; }

    /// <summary>Reads an embedded file of the <c>Terms</c> folder.</summary>
    public static TermLexicon Load(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"Wellread.Articles.Terms.{file}")
            ?? throw new InvalidOperationException($"The word list '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>
    /// Lines: <c>[slug] name | name | …</c> opens a section, <c>en 3: term, term</c> adds terms of a language with their weight, <c>#</c> is a comment.
    /// </summary>
    public static TermLexicon Parse(string text)
    {
        var sections = ImmutableArray.CreateBuilder<TermSection>();
        var terms = new List<(string Language, int Section, int Weight, string Term)>();
        var section = MaskSection;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[')
            {
                var end = line.IndexOf(']', StringComparison.Ordinal);
                var slug = line[1..end];
                var names = line[(end + 1)..].Split('|', StringSplitOptions.TrimEntries);
                section = slug == "-" ? MaskSection : sections.Count;
                if (section != MaskSection) sections.Add(new TermSection(slug, [.. names]));
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var weight = head.Length > 1 ? int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
            foreach (var term in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                terms.Add((head[0], section, weight, term));
            }
        }
        var lexicon = new TermLexicon(sections.ToImmutable());
        foreach (var term in terms) lexicon.Add(term.Language, term.Term, new TermEnd(term.Section, term.Weight));
        return lexicon;
    }

    /// <summary>The terms found, hidden ones left out. A language without a list gives none.</summary>
    public List<TermHit> Find(string text, string language)
    {
        var hits = new List<TermHit>();
        if (text.Length == 0 || !_roots.TryGetValue(language, out var root)) return hits;
        var words = FoldedWords.From(text);
        var hidden = new bool[words.Count];
        for (var start = 0; start < words.Count; start++) Walk(root, words, start, start, hits);
        foreach (var hit in hits)
        {
            if (hit.Section == MaskSection) hidden.AsSpan(hit.Start, hit.Length).Fill(true);
        }
        hits.RemoveAll(hit => hit.Section == MaskSection || (hidden[hit.Start] && IsInsideMask(hit, hidden)));
        return hits;
    }

    private static bool IsInsideMask(TermHit hit, bool[] hidden) => !hidden.AsSpan(hit.Start, hit.Length).Contains(false);

    private static void Walk(Node node, FoldedWords words, int start, int at, List<TermHit> hits)
    {
        if (at >= words.Count) return;
        var word = words[at];
        if (node.Words is not null && node.Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var next)) Step(next, words, start, at, hits);
        if (node.Stems is null) return;
        var stems = node.Stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = word.Length; length >= 2; length--)
        {
            if (stems.TryGetValue(word[..length], out next)) Step(next, words, start, at, hits);
        }
    }

    private static void Step(Node node, FoldedWords words, int start, int at, List<TermHit> hits)
    {
        foreach (var end in node.Ends) hits.Add(new TermHit(end.Section, end.Weight, start, at - start + 1, node.Id));
        Walk(node, words, start, at + 1, hits);
    }

    private void Add(string language, string term, TermEnd end)
    {
        if (!_roots.TryGetValue(language, out var node)) _roots[language] = node = new Node(0);
        foreach (var part in term.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = part.EndsWith('*');
            var folded = FoldedWords.From(part.TrimEnd('*'));
            if (folded.Count != 1) throw new FormatException($"'{part}' in the term '{term}' is not one word.");
            var children = stem ? node.Stems ??= new(StringComparer.Ordinal) : node.Words ??= new(StringComparer.Ordinal);
            var key = folded[0].ToString();
            if (!children.TryGetValue(key, out var child)) children[key] = child = new Node(++_nodes);
            node = child;
        }
        if (!node.Ends.Contains(end)) node.Ends.Add(end);
    }

    private int _nodes;

    private sealed class Node(int id)
    {
        public int Id { get; } = id;

        public Dictionary<string, Node>? Words { get; set; }

        public Dictionary<string, Node>? Stems { get; set; }

        public List<TermEnd> Ends { get; } = [];
    }

    private readonly record struct TermEnd(int Section, int Weight);
}

/// <summary>A section of a word list, with what its heading says: names for people, and what else the list has.</summary>
internal sealed record TermSection(string Slug, ImmutableArray<string> Names);

/// <summary>A term found: its section's index, its weight, the words it covers, and a number that is the same for each occurrence of the term.</summary>
internal readonly record struct TermHit(int Section, int Weight, int Start, int Length, int Term);
