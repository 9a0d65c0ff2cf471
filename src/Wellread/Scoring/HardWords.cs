using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>The up to three words of a text with the most syllables, four or more.</summary>
internal sealed class HardWords
{
    private const int Most = 3;

    private const int FewestSyllables = 4;

    // No shorter word that is read here has four syllables often enough to look.
    private const int FewestLetters = 8;

    private readonly List<(TextSpan Span, int Syllables)> _words = new(Most + 1);

    public IEnumerable<TextSpan> Spans => _words.Select(word => word.Span);

    /// <param name="syllables">0 where they are to be counted.</param>
    public void Add(ReadOnlySpan<char> word, TextSpan span, int syllables, Func<ReadOnlySpan<char>, int> count)
    {
        if (word.Length is < FewestLetters or > TokenReader.MaxLength) return;
        if (syllables == 0) syllables = Count(word, count);
        if (syllables < FewestSyllables || (_words.Count == Most && syllables <= _words[^1].Syllables)) return;
        var place = 0;
        while (place < _words.Count && _words[place].Syllables >= syllables) place++;
        _words.Insert(place, (span, syllables));
        if (_words.Count > Most) _words.RemoveAt(Most);
    }

    private static int Count(ReadOnlySpan<char> word, Func<ReadOnlySpan<char>, int> count)
    {
        Span<char> lowered = stackalloc char[word.Length];
        word.ToLowerInvariant(lowered);
        return count(lowered);
    }
}
