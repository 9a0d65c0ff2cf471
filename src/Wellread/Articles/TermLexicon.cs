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
    private readonly Dictionary<string, TermTrie> _tries = new(StringComparer.Ordinal);

    private TermLexicon(ImmutableArray<TermSection> sections) => Sections = sections;

    public ImmutableArray<TermSection> Sections { get; }

    /// <summary>Reads an embedded file of the <c>Terms</c> folder.</summary>
    public static TermLexicon Load(string file) => Parse(TextOf(file));

    /// <summary>What an embedded file of the <c>Terms</c> folder says.</summary>
    public static string TextOf(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Articles.Terms.{file}")
            ?? throw new InvalidOperationException($"The word list '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
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
        foreach (var term in terms)
        {
            if (!lexicon._tries.TryGetValue(term.Language, out var trie)) lexicon._tries[term.Language] = trie = new TermTrie();
            trie.Add(term.Term, term.Section, term.Weight);
        }
        return lexicon;
    }

    public List<TermHit> Find(string text, string language) => Find(FoldedWords.From(text), language);

    /// <summary>Whether anything stands there that hides terms: a figure of speech.</summary>
    public bool HasMask(FoldedWords words, string language)
    {
        var hits = new List<TermHit>();
        if (_tries.TryGetValue(language, out var trie)) trie.Find(words, hits);
        return hits.Exists(hit => hit.Section == MaskSection);
    }

    /// <summary>The terms found, hidden ones left out. A language without a list gives none.</summary>
    public List<TermHit> Find(FoldedWords words, string language)
    {
        var hits = new List<TermHit>();
        if (!_tries.TryGetValue(language, out var trie)) return hits;
        trie.Find(words, hits);
        if (!hits.Exists(hit => hit.Section == MaskSection)) return hits;
        var shown = TermHits.Without(hits, (other, hit) => other.Section == MaskSection && other.Hides(hit));
        shown.RemoveAll(hit => hit.Section == MaskSection);
        return shown;
    }
}

/// <summary>A section of a word list, with what its heading says: names for people, and what else the list has.</summary>
internal sealed record TermSection(string Slug, ImmutableArray<string> Names);

/// <summary>A term found: its section's index, its weight, the words it covers, and a number that is the same for each occurrence of the term.</summary>
internal readonly record struct TermHit(int Section, int Weight, int Start, int Length, int Term)
{
    /// <summary>Whether a shorter term lies inside this one.</summary>
    public bool Hides(TermHit other) => Length > other.Length && Start <= other.Start && other.Start + other.Length <= Start + Length;
}
