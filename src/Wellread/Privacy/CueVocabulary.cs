using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>
/// Numbers for the words of the cue lists, so that matching compares numbers. A word that ends in <c>*</c> stands for all that begin so, one that begins with <c>*</c> for
/// all that end so.
/// </summary>
internal sealed class CueVocabulary
{
    // A beginning is found by its first letters, so it has at least as many.
    private const int Least = 3;

    // Shorter words that end so are others: "bed" is no past, "roma" no tumor.
    private const int LettersBeforeAnEnding = 2;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Beginning, int Id)>> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Beginning, int Id)>>.AlternateLookup<ReadOnlySpan<char>> _byStart;
    private readonly List<(string Ending, int Id)> _endings = [];

    public CueVocabulary() => _byStart = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Add(string word)
    {
        var folded = string.Concat(word.Select(FoldedWords.Fold));
        if (_words.TryGetValue(folded, out var id)) return id;
        id = _words.Count + 1;
        _words[folded] = id;
        if (folded[^1] == '*') AddBeginning(folded[..^1], id);
        else if (folded[0] == '*') _endings.Add((folded[1..], id));
        return id;
    }

    private void AddBeginning(string beginning, int id)
    {
        if (beginning.Length < Least) throw new FormatException($"'{beginning}' is too short a beginning.");
        if (!_beginnings.TryGetValue(beginning[..Least], out var others)) _beginnings[beginning[..Least]] = others = [];
        if (others.Exists(other => other.Beginning.StartsWith(beginning, StringComparison.Ordinal) || beginning.StartsWith(other.Beginning, StringComparison.Ordinal)))
            throw new FormatException($"'{beginning}' begins as another word of the cue lists does.");
        others.Add((beginning, id));
    }

    /// <summary>The word's own number and that of its beginning or ending; 0 for what no cue uses.</summary>
    public (int Word, int Part) Find(string folded)
    {
        var id = _words.GetValueOrDefault(folded);
        if (folded.Length >= Least && _byStart.TryGetValue(folded.AsSpan(0, Least), out var beginnings))
        {
            foreach (var (beginning, number) in beginnings)
            {
                if (folded.StartsWith(beginning, StringComparison.Ordinal)) return (id, number);
            }
        }
        foreach (var (ending, number) in _endings)
        {
            if (folded.Length >= ending.Length + LettersBeforeAnEnding && folded.EndsWith(ending, StringComparison.Ordinal)) return (id, number);
        }
        return (id, 0);
    }
}
