using System.Buffers;
using System.Collections.Immutable;
using System.Reflection;

namespace Wellread.Privacy;

/// <summary>Reads the cue lists: <c>@name: word, phrase</c> defines a class, <c>[section]</c> opens a section, every other line is a pattern. The lists explain the signs.</summary>
internal sealed class CueFile
{
    private static readonly Dictionary<string, CueMention> Mentions = new(StringComparer.Ordinal)
    {
        ["<name>"] = CueMention.Name,
        ["<cap>"] = CueMention.Capitals,
        ["<date>"] = CueMention.Date,
        ["<age>"] = CueMention.Age,
        ["<number>"] = CueMention.Number,
        ["<phone>"] = CueMention.Phone,
        ["<past>"] = CueMention.Past,
    };

    private static readonly SearchValues<char> NoPartOfAWord = SearchValues.Create("()?.,:\"");

    private readonly Dictionary<string, List<ImmutableArray<int>>> _classes = new(StringComparer.Ordinal);
    private readonly List<CuePattern> _patterns = [];
    private readonly CueVocabulary _words;

    private CueFile(CueVocabulary words) => _words = words;

    /// <summary>Reads the lists of one language: a class that one of them defines is known to those behind it.</summary>
    public static IReadOnlyList<CuePattern> Read(IEnumerable<string> names, CueVocabulary words) => Parse(string.Join('\n', names.Select(TextOf)), words);

    private static string TextOf(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Privacy.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static List<CuePattern> Parse(string text, CueVocabulary words)
    {
        var file = new CueFile(words);
        var kind = default(CueKind);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            if (line[0] == '[') kind = Enum.Parse<CueKind>(line[1..line.IndexOf(']', StringComparison.Ordinal)], ignoreCase: true);
            else if (line[0] == '@' && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) file.AddClass(line[1..colon], line[(colon + 2)..]);
            else file.AddPattern(kind, line);
        }
        return file._patterns;
    }

    private void AddClass(string name, string members)
    {
        var phrases = _classes.GetValueOrDefault(name) ?? (_classes[name] = []);
        foreach (var member in members.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) phrases.AddRange(PhrasesOf(member));
    }

    private void AddPattern(CueKind kind, string line)
    {
        var variants = new List<ImmutableArray<CuePart>> { ImmutableArray<CuePart>.Empty };
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var optional = word.Length > 1 && word[^1] == '?';
            var part = PartOf(optional ? word[..^1] : word, line);
            var longer = variants.Select(variant => variant.Add(part));
            variants = [.. optional ? variants.Concat(longer) : longer];
        }
        foreach (var variant in variants.Where(variant => !variant.IsEmpty)) _patterns.Add(new CuePattern(kind, variant));
    }

    private CuePart PartOf(string word, string line) => word switch
    {
        "^" => Part(CuePartKind.Start),
        ".." => Part(CuePartKind.Gap) with { Most = 3 },
        "..." => Part(CuePartKind.Gap) with { Most = 6 },
        ['-', .. var rest] => Words(CuePartKind.Not, rest, line),
        _ => Words(CuePartKind.Words, word, line),
    };

    private static CuePart Part(CuePartKind kind) => new(kind, ImmutableDictionary<int, ImmutableArray<ImmutableArray<int>>>.Empty, [], 0);

    private CuePart Words(CuePartKind kind, string alternatives, string line)
    {
        if (alternatives.AsSpan().ContainsAny(NoPartOfAWord)) throw new FormatException($"A cue can't be read: {line}");
        var all = alternatives.Split('|').ToLookup(word => Mentions.ContainsKey(word));
        var phrases = all[false].SelectMany(PhrasesOf).ToList();
        return Part(kind) with { Mentions = [.. all[true].Select(word => Mentions[word])], Phrases = phrases.GroupBy(phrase => phrase[0]).ToDictionary(group => group.Key, group => group.Select(phrase => phrase[1..]).ToImmutableArray()) };
    }

    // A word, a phrase ("no_show" or "no show"), or all of a class.
    private IEnumerable<ImmutableArray<int>> PhrasesOf(string text)
    {
        if (text.Length == 0) throw new FormatException("A cue has an empty word.");
        if (text[0] == '@') return _classes.TryGetValue(text[1..], out var phrases) ? phrases : throw new FormatException($"No class of cues is called {text}.");
        return [[.. text.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(_words.Add)]];
    }
}
