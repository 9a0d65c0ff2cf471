using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Wellread.Articles;

/// <summary>
/// Finds patterns with slots: the same thing said of other people, in other forms and with a few words between. A pattern has few parts and its gaps are short, so a text is
/// read in a time that grows with its length only.
/// </summary>
internal sealed class TermPatterns
{
    /// <summary>The section whose patterns mean something else: what they overlap with is not found.</summary>
    public const int MaskSection = -1;

    private readonly FrozenDictionary<string, LanguagePatterns> _languages;

    private TermPatterns(TermPatternFile file) => _languages = file.Words.ToFrozenDictionary(
        words => words.Key, words => new LanguagePatterns(words.Value, [.. file.Patterns.Where(line => line.Language == words.Key).Select(line => line.Pattern)]));

    /// <summary>Reads an embedded file of the <c>Terms</c> folder; <paramref name="sectionOf"/> as in <see cref="Parse"/>.</summary>
    public static TermPatterns Load(string file, Func<string, int> sectionOf) => Parse(TermLexicon.TextOf(file), sectionOf);

    /// <param name="sectionOf">The number of a section, by what stands between the brackets.</param>
    public static TermPatterns Parse(string text, Func<string, int> sectionOf) => new(TermPatternFile.Parse(text, sectionOf));

    /// <summary>The patterns found, with those of <see cref="MaskSection"/>; none in a language without a list.</summary>
    public List<TermHit> Find(FoldedWords words, string language)
    {
        var hits = new List<TermHit>();
        if (_languages.TryGetValue(language, out var patterns)) patterns.Find(words, hits);
        return hits;
    }

    private sealed class LanguagePatterns
    {
        private readonly TermPatternWords _words;
        private readonly FrozenDictionary<int, ImmutableArray<TermPattern>> _bySet;
        private readonly ImmutableArray<TermPattern> _byEdge;
        private readonly ImmutableArray<TermPattern> _byNumber;

        public LanguagePatterns(TermPatternWords words, ImmutableArray<TermPattern> patterns)
        {
            _words = words;
            _bySet = patterns.Where(pattern => pattern.Parts[0].Kind == TermPartKind.Word).GroupBy(pattern => pattern.Parts[0].Set)
                .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
            _byEdge = [.. patterns.Where(pattern => pattern.Parts[0].Kind == TermPartKind.Edge)];
            _byNumber = [.. patterns.Where(pattern => pattern.Parts[0].Kind == TermPartKind.Number)];
        }

        public void Find(FoldedWords words, List<TermHit> hits)
        {
            var text = new ReadText(words, _words);
            for (var at = 0; at < words.Count; at++)
            {
                foreach (var set in text.SetsAt(at))
                {
                    if (_bySet.TryGetValue(set, out var patterns)) Try(patterns, text, at, hits);
                }
                if (text.IsEdge(at)) Try(_byEdge, text, at, hits);
                if (words[at] is [>= '0' and <= '9', ..]) Try(_byNumber, text, at, hits);
            }
        }

        private static void Try(ImmutableArray<TermPattern> patterns, ReadText text, int at, List<TermHit> hits)
        {
            foreach (var pattern in patterns)
            {
                if (text.Match(pattern.Parts, 0, at) is var end && end > at && !text.Has(pattern.Unless)) hits.Add(new TermHit(pattern.Section, 0, at, end - at, 0));
            }
        }
    }

    /// <summary>A text with the sets that its words belong to.</summary>
    private sealed class ReadText
    {
        private const int None = -1;
        private readonly FoldedWords _text;
        private readonly List<int> _sets = [];
        private readonly int[] _ends;

        public ReadText(FoldedWords text, TermPatternWords words)
        {
            _text = text;
            _ends = new int[text.Count + 1];
            for (var i = 0; i < text.Count; i++)
            {
                words.Find(text[i], _sets);
                _ends[i + 1] = _sets.Count;
            }
        }

        public ReadOnlySpan<int> SetsAt(int at) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sets)[_ends[at].._ends[at + 1]];

        public bool Has(int set) => set > 0 && _sets.Contains(set);

        public bool IsEdge(int at) => at == 0 || at == _text.Count || _text[at].IsEmpty || _text[at - 1].IsEmpty;

        /// <summary>Where the parts from <paramref name="part"/> on end if they begin at a word, or -1. The shortest gaps that will do.</summary>
        public int Match(ImmutableArray<TermPart> parts, int part, int at)
        {
            if (part == parts.Length) return at;
            var next = parts[part];
            switch (next.Kind)
            {
                case TermPartKind.Word:
                    return at < _text.Count && SetsAt(at).Contains(next.Set) ? Match(parts, part + 1, at + 1) : None;
                case TermPartKind.Number:
                    return IsNumber(next, at) ? Match(parts, part + 1, at + 1) : None;
                case TermPartKind.Edge:
                    return IsEdge(at) ? Match(parts, part + 1, at) : None;
                case TermPartKind.Not:
                    return at < _text.Count && SetsAt(at).Contains(next.Set) ? None : Match(parts, part + 1, at);
                default:
                    return MatchBehindGap(parts, part, at);
            }
        }

        private int MatchBehindGap(ImmutableArray<TermPart> parts, int part, int at)
        {
            for (var skipped = 0; skipped <= parts[part].Most; skipped++)
            {
                if (Match(parts, part + 1, at + skipped) is not None and var end) return end;
                if (at + skipped >= _text.Count || _text[at + skipped].IsEmpty) return None;
            }
            return None;
        }

        // The "200" of "1,200" is none.
        private bool IsNumber(TermPart range, int at) =>
            at < _text.Count && int.TryParse(_text[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most
            && !(at >= 2 && _text[at - 1].IsEmpty && _text[at - 2] is { IsEmpty: false } before && char.IsAsciiDigit(before[^1]));
    }
}
