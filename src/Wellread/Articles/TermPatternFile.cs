using System.Collections.Immutable;
using System.Globalization;

namespace Wellread.Articles;

/// <summary>
/// Reads patterns: <c>en @name: word, word</c> names a set of words, <c>[slug]</c> opens a section, <c>en: pattern, pattern</c> adds patterns to it. The file explains the signs.
/// </summary>
internal sealed class TermPatternFile
{
    private const int ShortGap = 3;
    private const int LongGap = 6;
    private readonly Dictionary<string, string[]> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermPatternWords> _words = new(StringComparer.Ordinal);
    private readonly List<(string Language, TermPattern Pattern)> _patterns = [];

    public IReadOnlyList<(string Language, TermPattern Pattern)> Patterns => _patterns;

    public IReadOnlyDictionary<string, TermPatternWords> Words => _words;

    /// <param name="sectionOf">The number of a section, by what stands between the brackets.</param>
    public static TermPatternFile Parse(string text, Func<string, int> sectionOf)
    {
        var file = new TermPatternFile();
        var section = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            if (line[0] == '[') section = sectionOf(line[1..line.IndexOf(']', StringComparison.Ordinal)]);
            else file.AddLine(section, line);
        }
        return file;
    }

    private void AddLine(int section, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ', 2);
        var language = head[0];
        var entries = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (head.Length == 2) _sets[$"{language} {head[1]}"] = [.. entries.SelectMany(entry => AlternativesOf(language, entry))];
        else foreach (var entry in entries) Add(language, section, entry);
    }

    private void Add(string language, int section, string entry)
    {
        if (!_words.TryGetValue(language, out var words)) _words[language] = words = new TermPatternWords();
        var (pattern, unless) = entry.Split(" unless ") is [var said, var other] ? (said, words.SetOf(AlternativesOf(language, other))) : (entry, 0);
        var variants = new List<ImmutableArray<TermPart>> { ImmutableArray<TermPart>.Empty };
        foreach (var sign in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isOptional = sign.Length > 1 && sign[^1] == '?';
            var parts = PartsOf(language, isOptional ? sign[..^1] : sign, words).ToList();
            variants = [.. variants.SelectMany(variant => parts.Select(more => variant.AddRange(more)).Concat(isOptional ? [variant] : []))];
        }
        if (variants.Exists(variant => variant.IsEmpty || variant[0].Kind is TermPartKind.Gap or TermPartKind.Not)) throw new FormatException($"'{entry}' does not begin with a word.");
        foreach (var variant in variants) _patterns.Add((language, new TermPattern(section, variant, unless)));
    }

    // What may stand at one place: one set of words, and each phrase of several words.
    private IEnumerable<ImmutableArray<TermPart>> PartsOf(string language, string sign, TermPatternWords words)
    {
        if (sign is ".." or "...") return [[new TermPart(TermPartKind.Gap, Most: sign == ".." ? ShortGap : LongGap)]];
        if (sign[0] == '-') return [[new TermPart(TermPartKind.Not, words.SetOf(AlternativesOf(language, sign[1..])))]];
        var (single, others) = (new List<string>(), new List<ImmutableArray<TermPart>>());
        foreach (var word in AlternativesOf(language, sign))
        {
            if (word is "^" or "$") others.Add([new TermPart(TermPartKind.Edge)]);
            else if (word[0] == '<') others.Add([RangeOf(word)]);
            else if (word.Contains('_', StringComparison.Ordinal)) others.Add([.. word.Split('_').Select(part => new TermPart(TermPartKind.Word, words.SetOf([part])))]);
            else single.Add(word);
        }
        return single.Count > 0 ? others.Prepend([new TermPart(TermPartKind.Word, words.SetOf(single))]) : others;
    }

    private static TermPart RangeOf(string sign)
    {
        var (least, most) = sign.Trim('<', '>').Split('-') is [var from, var to] ? (from, to) : throw new FormatException($"'{sign}' is no range.");
        return new TermPart(TermPartKind.Number, Least: int.Parse(least, CultureInfo.InvariantCulture), Most: int.Parse(most, CultureInfo.InvariantCulture));
    }

    private IEnumerable<string> AlternativesOf(string language, string sign) => sign.Split('|').SelectMany(word =>
        word[0] != '@' ? [word] : _sets.TryGetValue($"{language} {word}", out var members) ? members : throw new FormatException($"No set of words is called {word} in {language}."));
}
