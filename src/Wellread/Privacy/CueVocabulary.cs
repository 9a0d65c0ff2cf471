using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>Numbers for the words of the cue lists, so that matching compares numbers. A word that ends in <c>*</c> stands for all that begin so, <c>*ed</c> for all that end so.</summary>
internal sealed class CueVocabulary
{
    // A beginning is found by its first letters, so it has at least as many.
    private const int Least = 3;

    private const string PastEnding = "*ed";

    private int _past;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Beginning, int Id)>> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Beginning, int Id)>>.AlternateLookup<ReadOnlySpan<char>> _byStart;

    public CueVocabulary() => _byStart = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Add(string word)
    {
        var folded = string.Concat(word.Select(FoldedWords.Fold));
        if (_words.TryGetValue(folded, out var id)) return id;
        id = _words.Count + 1;
        _words[folded] = id;
        if (folded == PastEnding) _past = id;
        if (folded[^1] == '*')
        {
            var beginning = folded[..^1];
            if (beginning.Length < Least) throw new FormatException($"'{word}' is too short a beginning.");
            if (!_beginnings.TryGetValue(beginning[..Least], out var others)) _beginnings[beginning[..Least]] = others = [];
            if (others.Exists(other => other.Beginning.StartsWith(beginning, StringComparison.Ordinal) || beginning.StartsWith(other.Beginning, StringComparison.Ordinal)))
                throw new FormatException($"'{word}' begins as another word of the cue lists does.");
            others.Add((beginning, id));
        }
        return id;
    }

    /// <summary>The word's own number and that of its beginning; 0 for what no cue uses.</summary>
    public (int Word, int Beginning) Find(string folded)
    {
        var id = _words.GetValueOrDefault(folded);
        var past = folded.Length > Least && folded.EndsWith("ed", StringComparison.Ordinal) ? _past : 0;
        if (folded.Length < Least || !_byStart.TryGetValue(folded.AsSpan(0, Least), out var beginnings)) return (id, past);
        foreach (var (beginning, number) in beginnings)
        {
            if (folded.StartsWith(beginning, StringComparison.Ordinal)) return (id, number);
        }
        return (id, past);
    }
}
