using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>A form of a medical term and plain words that can stand in its place.</summary>
internal sealed record JargonTerm(string Term, string PlainWords);

/// <summary>The terms that a patient may not know, with their plurals. Found by the hashes of neighbouring words.</summary>
internal sealed class Jargon
{
    public const int MaxWords = PhraseTable<JargonTerm>.MaxWords;

    private readonly PhraseTable<JargonTerm> _terms;

    private Jargon(IEnumerable<JargonTerm> terms) => _terms = new(terms.Select(term => KeyValuePair.Create(term.Term, term)));

    public static Jargon English { get; } = new(JargonFile.Read("jargon-english.txt"));

    public static Jargon Spanish { get; } = new(JargonFile.Read("jargon-spanish.txt"));

    /// <summary>Hashes of the words that a term can end with.</summary>
    public FrozenSet<uint> LastWords => _terms.LastWords;

    public IEnumerable<JargonTerm> Terms => _terms.Values;

    /// <summary>The longest term that ends with the last of <paramref name="words"/>, or null. The words are hashes.</summary>
    public JargonTerm? EndingWith(ReadOnlySpan<uint> words) => _terms.EndingWith(words, out _);

    public JargonTerm? EndingWith(ReadOnlySpan<uint> words, out int length) => _terms.EndingWith(words, out length);
}
