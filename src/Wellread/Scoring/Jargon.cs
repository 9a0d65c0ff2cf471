using System.Collections.Frozen;
using System.Reflection;

namespace Wellread.Scoring;

/// <summary>A medical term and what it says in plain words.</summary>
internal sealed record JargonTerm(string Term, string PlainWords);

/// <summary>
/// The terms that a patient may not know. Found by the hashes of up to five neighbouring words, so that a text is looked through while it is
/// featurised. Simple plurals are found too.
/// </summary>
internal sealed class Jargon
{
    public const int MaxWords = 5;

    private readonly FrozenDictionary<uint, JargonTerm>[] _byLength;

    private Jargon(IEnumerable<JargonTerm> terms)
    {
        var byLength = Enumerable.Range(0, MaxWords).Select(_ => new Dictionary<uint, JargonTerm>()).ToArray();
        var lastWords = new HashSet<uint>();
        foreach (var term in terms)
        {
            foreach (var form in Forms(term.Term))
            {
                var words = form.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => FeatureHash.Of(word)).ToArray();
                byLength[words.Length - 1].TryAdd(Key(words), term);
                lastWords.Add(words[^1]);
            }
        }
        _byLength = [.. byLength.Select(terms => terms.ToFrozenDictionary())];
        LastWords = lastWords.ToFrozenSet();
    }

    public static Jargon English { get; } = new(Read("jargon-english.txt"));

    /// <summary>Hashes of the words that a term can end with.</summary>
    public FrozenSet<uint> LastWords { get; }

    public IEnumerable<JargonTerm> Terms => _byLength.SelectMany(terms => terms.Values).Distinct();

    /// <summary>The longest term that ends with the last of <paramref name="words"/>, or null. The words are hashes, at most <see cref="MaxWords"/>.</summary>
    public JargonTerm? EndingWith(ReadOnlySpan<uint> words)
    {
        for (var length = Math.Min(words.Length, MaxWords); length > 0; length--)
        {
            if (_byLength[length - 1].TryGetValue(Key(words[^length..]), out var term)) return term;
        }
        return null;
    }

    private static uint Key(ReadOnlySpan<uint> words)
    {
        var key = FeatureHash.Seed;
        foreach (var word in words) key = FeatureHash.Combine(key, word);
        return key;
    }

    private static IEnumerable<string> Forms(string term)
    {
        yield return term;
        if (!term.EndsWith('s')) yield return term.EndsWith('y') && !term.EndsWith("ey", StringComparison.Ordinal) ? term[..^1] + "ies" : term + "s";
    }

    private static IEnumerable<JargonTerm> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Scoring.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split(" = ", 2) is not [var term, var plainWords]) continue;
            yield return new JargonTerm(term, plainWords);
        }
    }
}
