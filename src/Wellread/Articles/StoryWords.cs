using System.Reflection;

namespace Wellread.Articles;

/// <summary>
/// How much a word says about which story this is, and under which word it is known: <c>Terms/story-words.txt</c>. Words are told by their hashes, so that
/// reading a text makes no strings.
/// </summary>
internal static class StoryWords
{
    private const float Common = 0.35f;
    private const uint FnvBasis = 2_166_136_261;
    private const uint FnvPrime = 16_777_619;

    /// <summary>Words that are known as they stand: stop words, words that outlets swap for another, numbers.</summary>
    private static readonly Dictionary<uint, StoryToken> Known = [];
    private static readonly Dictionary<uint, float> Weights = [];

    static StoryWords()
    {
        var swaps = new List<(string Word, string Root)>();
        foreach (var line in Lines())
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            foreach (var word in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                if (head[1] == "=") swaps.Add((Fold(word), Fold(head[2])));
                else Weights.TryAdd(Hash(head[1] == "stop" ? Fold(word) : Stem(Fold(word).ToCharArray())), head[1] == "stop" ? 0 : Common);
            }
        }
        foreach (var (word, root) in swaps) Known[Hash(word)] = Weigh(root);
        foreach (var (hash, weight) in Weights)
        {
            if (weight == 0) Known[hash] = new StoryToken(Hash(""), 0, StoryTokenMarks.Short);
        }
        foreach (var (word, value) in NumberWords.All)
            Known[Hash(word)] = new StoryToken(Hash($"{value}"), value < 10 ? 0.4f : 0.7f, StoryTokenMarks.Number);
    }

    /// <summary>A folded word by its root, with weight 0 for a word that says nothing, 1 for one that is not known as common. Changes the letters given.</summary>
    public static StoryToken Of(Span<char> folded) => Known.TryGetValue(Hash(folded), out var known) ? known : Weigh(Stem(folded));

    /// <summary>FNV-1a with a final mix, the same on every machine and run.</summary>
    public static uint Hash(ReadOnlySpan<char> root)
    {
        var hash = FnvBasis;
        foreach (var letter in root) hash = Hash(hash, letter);
        return Mix(hash);
    }

    /// <summary>One for several roots in their order.</summary>
    public static uint Hash(ReadOnlySpan<StoryToken> run)
    {
        var hash = FnvBasis;
        foreach (var token in run) hash = Hash(hash, token.Root);
        return hash;
    }

    private static uint Hash(uint hash, uint next) => (hash ^ next) * FnvPrime;

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ (hash >> 12);
    }

    private static StoryToken Weigh(ReadOnlySpan<char> root)
    {
        var hash = Hash(root);
        return new StoryToken(hash, Weights.TryGetValue(hash, out var weight) ? weight : 1, root.Length < 2 ? StoryTokenMarks.Short : StoryTokenMarks.None);
    }

    /// <summary>Takes off the endings of number, gender and tense that outlets vary; not meant to be a real word.</summary>
    private static ReadOnlySpan<char> Stem(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
        {
            word[^3] = 'y';
            return word[..^2];
        }
        if (word.Length > 6 && word.EndsWith("ing")) word = word[..^3];
        else if (word.Length > 5 && word.EndsWith("ed")) word = word[..^2];
        else if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        if (word.Length > 4 && word[^1] is 'e' or 'o' or 'a') word = word[..^1];
        return word;
    }

    private static string Fold(string word) => FoldedWords.From(word)[0].ToString();

    private static IEnumerable<string> Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Articles.Terms.story-words.txt")
            ?? throw new InvalidOperationException("The words of stories are not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
