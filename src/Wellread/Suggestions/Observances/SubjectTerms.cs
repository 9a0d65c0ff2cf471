using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions.Observances;

/// <summary>
/// The words by which a title names a subject: single words and short phrases, <c>*</c> behind a word for any ending. Case, accents and apostrophes make no difference, and a word
/// stands for its plural. Immutable.
/// </summary>
internal sealed class SubjectTerms
{
    private const int LongestTerm = 60;
    private const int MostWords = 6;

    private readonly ImmutableArray<ImmutableArray<Word>> _terms;

    private SubjectTerms(ImmutableArray<ImmutableArray<Word>> terms) => _terms = terms;

    public static SubjectTerms Of(IEnumerable<string> terms) => new([.. terms.Select(Words)]);

    public static bool IsTerm(string? text) =>
        text is { Length: > 1 and <= LongestTerm } && Parts(text) is { Length: > 0 and <= MostWords } parts && parts.All(part => Letters(part) is { Count: 1 } letters && letters[0].Length > 0);

    /// <summary>Whether the words say one of the terms.</summary>
    public bool AreSaidIn(FoldedWords words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var term in _terms)
            {
                if (IsAt(start, term, words)) return true;
            }
        }
        return false;
    }

    private static bool IsAt(int start, ImmutableArray<Word> term, FoldedWords words)
    {
        if (start + term.Length > words.Count) return false;
        for (var i = 0; i < term.Length; i++)
        {
            if (!term[i].Is(words[start + i])) return false;
        }
        return true;
    }

    private static ImmutableArray<Word> Words(string term) =>
        [.. Parts(term).Select(part => new Word(Letters(part)[0].ToString(), part.EndsWith('*')))];

    private static string[] Parts(string term) => term.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static FoldedWords Letters(string part) => FoldedWords.From(part.EndsWith('*') ? part.AsSpan(0, part.Length - 1) : part);

    private readonly record struct Word(string Letters, bool AnyEnding)
    {
        public bool Is(ReadOnlySpan<char> word) => word.StartsWith(Letters, StringComparison.Ordinal) && (AnyEnding || word[Letters.Length..] is "" or "s" or "es");
    }
}
