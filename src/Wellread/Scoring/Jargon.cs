using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>The terms that a patient may not know, with plain words for each of their forms.</summary>
internal sealed class Jargon
{
    public const int MaxWords = PhraseTable<JargonTerm>.MaxWords;

    private readonly PhraseTable<JargonTerm> _always;
    private readonly PhraseTable<JargonTerm> _sometimes;
    private readonly FrozenDictionary<string, JargonTerm>.AlternateLookup<ReadOnlySpan<char>> _shortForms;

    private Jargon(string name)
    {
        var list = JargonFile.Read(name);
        _always = new(list.Terms.Where(term => term.Context is null).Select(term => KeyValuePair.Create(term.Term, term)));
        _sometimes = new(list.Terms.Where(term => term.Context is not null).Select(term => KeyValuePair.Create(term.Term, term)));
        _shortForms = list.ShortForms.DistinctBy(term => term.Term).ToFrozenDictionary(term => term.Term).GetAlternateLookup<ReadOnlySpan<char>>();
        Parts = list.Parts;
        All = [.. list.Terms, .. list.ShortForms];
    }

    public static Jargon English { get; } = new("jargon-english.txt");

    public static Jargon Spanish { get; } = new("jargon-spanish.txt");

    /// <summary>Hashes of the words that a term can end with that is one wherever it stands.</summary>
    public FrozenSet<uint> LastWords => _always.LastWords;

    /// <summary>Hashes of the words that a term can end with that has everyday meanings too.</summary>
    public FrozenSet<uint> LastWordsInContext => _sometimes.LastWords;

    /// <summary>Every form of every term.</summary>
    public IReadOnlyList<JargonTerm> All { get; }

    /// <summary>Parts of the body by the beginnings that words are built with: "nephr" is "the kidney".</summary>
    public FrozenDictionary<string, string> Parts { get; }

    /// <summary>The longest term that ends with the last of <paramref name="words"/>, or null. The words are hashes.</summary>
    public JargonTerm? EndingWith(ReadOnlySpan<uint> words) => _always.EndingWith(words, out _);

    /// <inheritdoc cref="EndingWith(ReadOnlySpan{uint})"/>
    public JargonTerm? EndingWith(ReadOnlySpan<uint> words, out int length) => _always.EndingWith(words, out length);

    /// <summary>The same for terms that have everyday meanings too; whether it is one here its <see cref="JargonTerm.Context"/> says.</summary>
    public JargonTerm? EndingInContext(ReadOnlySpan<uint> words, out int length) => _sometimes.EndingWith(words, out length);

    /// <summary>A short form as written, such as "COPD" or "eGFR".</summary>
    public JargonTerm? ShortForm(ReadOnlySpan<char> raw) => _shortForms.TryGetValue(raw, out var term) ? term : null;
}

/// <summary>A form of a medical term and plain words that can stand in its place.</summary>
/// <param name="Past">The plain words where a verb's form is no participle: "gave" beside "given"; otherwise null.</param>
internal sealed record JargonTerm(string Term, string PlainWords, JargonContext? Context = null, string? Past = null)
{
    /// <summary>The plain words can only stand behind the noun that the term stands before; see <see cref="BehindNoun"/>.</summary>
    public bool FollowsNoun { get; init; }
}

/// <summary>Neighbours, as hashes, that make a word a medical term or keep it from being one. No neighbours in <paramref name="With"/> = any.</summary>
internal sealed record JargonContext(FrozenSet<uint> With, FrozenSet<uint> Without)
{
    /// <summary>How many words on each side are looked at.</summary>
    public const int Reach = 6;

    /// <summary>How near a word must stand to keep another from being a term.</summary>
    public const int ReachWithout = 3;
}
