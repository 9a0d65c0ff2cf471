using System.Collections.Frozen;
using System.Reflection;

namespace Wellread.Articles;

/// <summary>How much a word says about which story this is, and under which word it is known: <c>Terms/story-words.txt</c>.</summary>
internal static class StoryWords
{
    private const float Common = 0.35f;
    private static readonly FrozenDictionary<string, string> Swaps;
    private static readonly FrozenDictionary<string, float> Weights;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SwapSpans;
    private static readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> WeightSpans;

    static StoryWords()
    {
        var swaps = new Dictionary<string, string>(StringComparer.Ordinal);
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var line in Lines())
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            foreach (var word in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                if (head[1] == "=") swaps[Fold(word)] = Fold(head[2]);
                else weights.TryAdd(head[1] == "stop" ? Fold(word) : Stem(Fold(word)), head[1] == "stop" ? 0 : Common);
            }
        }
        Swaps = swaps.ToFrozenDictionary(StringComparer.Ordinal);
        Weights = weights.ToFrozenDictionary(StringComparer.Ordinal);
        SwapSpans = Swaps.GetAlternateLookup<ReadOnlySpan<char>>();
        WeightSpans = Weights.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A folded word's root, and its weight: 0 for a word that says nothing, 1 for one that is not known as common.</summary>
    public static (string Root, float Weight) Of(ReadOnlySpan<char> folded)
    {
        if (WeightSpans.TryGetValue(folded, out var weight) && weight == 0) return ("", 0);
        var root = SwapSpans.TryGetValue(folded, out var swapped) ? swapped : Stem(folded);
        return (root, WeightSpans.TryGetValue(root, out weight) ? weight : 1);
    }

    /// <summary>Takes off the endings of number, gender and tense that outlets vary; not meant to be a real word.</summary>
    private static string Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies")) return $"{word[..^3]}y";
        if (word.Length > 6 && word.EndsWith("ing")) word = word[..^3];
        else if (word.Length > 5 && word.EndsWith("ed")) word = word[..^2];
        else if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        if (word.Length > 4 && word[^1] is 'e' or 'o' or 'a') word = word[..^1];
        return word.ToString();
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
