using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>
/// Spanish verbs in the forms that tell a reader what to do, of <c>imperatives-spanish.txt</c>: a section in brackets, below it words between blanks, <c>#</c> is a comment. With a
/// pronoun at their end ("lávese") they bear an accent.
/// </summary>
internal static class SpanishImperatives
{
    private const int MostLetters = 24;

    private static readonly string[] Pronouns = ["se", "le", "les", "lo", "la", "los", "las", "me", "nos", "te"];

    private static readonly Dictionary<string, string[]> Sections = Read();

    private static readonly FrozenSet<string> Usted = Sections["usted"].SelectMany(verb => new[] { verb, verb + "n" }).ToFrozenSet();

    private static readonly FrozenSet<string> Teasers = Sections["teaser"].SelectMany(verb => new[] { verb, verb + "n" }).ToFrozenSet();

    private static readonly FrozenSet<string> Whole = Sections["whole"].ToFrozenSet();

    private static readonly FrozenSet<string> Tu = Sections["tú"].ToFrozenSet();

    private static readonly FrozenSet<string> NotTo = Sections["usted"].SelectMany(verb => new[] { verb, verb + "n", verb + "s" }).Concat(Sections["not tú"]).Concat(["sea", "sean", "esté"]).ToFrozenSet();

    // Without accents, as a pronoun at the end moves them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainUsted = Plain(Usted.Concat(["esté"]));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainTu = Plain(Tu);

    private static readonly FrozenSet<string> NounsBefore = Sections["noun before"].ToFrozenSet();

    /// <param name="word">In lower case.</param>
    public static Imperative Of(string word) =>
        Usted.Contains(word) || Whole.Contains(word) || WithPronoun(word) ? Imperative.Sure
        : Teasers.Contains(word) ? Imperative.Teaser
        : Tu.Contains(word) ? Imperative.Unsure : Imperative.None;

    /// <summary>Whether a verb tells what not to do: "(no) maneje", "(no) fumes". Words in lower case.</summary>
    public static bool IsNotTo(string word) => NotTo.Contains(word);

    /// <summary>Whether a word makes a noun of the one before it: "Coma etílico".</summary>
    public static bool IsBehindNoun(string word) => NounsBefore.Contains(word);

    private static bool WithPronoun(string word)
    {
        if (word.Length is < 5 or > MostLetters || word.AsSpan().IndexOfAny("áéíóú") < 0) return false;
        Span<char> letters = stackalloc char[MostLetters];
        for (var i = 0; i < word.Length; i++) letters[i] = WithoutAccent(word[i]);
        ReadOnlySpan<char> plain = letters[..word.Length];
        // One pronoun or two: "póngaselo".
        for (var (left, pronouns) = (plain.Length, 0); pronouns < 2 && LengthOfPronoun(plain[..left]) is > 0 and var length; pronouns++)
        {
            var isTe = plain[..left].EndsWith("te");
            left -= length;
            if ((isTe ? PlainTu : PlainUsted).Contains(plain[..left])) return true;
        }
        return false;
    }

    private static int LengthOfPronoun(ReadOnlySpan<char> word)
    {
        foreach (var pronoun in Pronouns)
        {
            if (word.Length > pronoun.Length + 2 && word.EndsWith(pronoun)) return pronoun.Length;
        }
        return 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plain(IEnumerable<string> words) =>
        words.Select(word => string.Concat(word.Select(WithoutAccent))).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static char WithoutAccent(char c) => c switch
    {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        _ => c,
    };

    private static Dictionary<string, string[]> Read()
    {
        var sections = new Dictionary<string, string[]>();
        var section = "";
        foreach (var line in EmbeddedLines.Of("imperatives-spanish.txt").Where(line => line[0] != '#'))
        {
            if (line[0] == '[') section = line.Trim('[', ']');
            else sections[section] = [.. sections.GetValueOrDefault(section, []), .. line.Split(' ')];
        }
        return sections;
    }
}

/// <summary>How surely a Spanish word at the start of a clause speaks to a reader.</summary>
internal enum Imperative
{
    None,

    /// <summary>Of the same form as "he" or "she" does it.</summary>
    Unsure,

    /// <summary>Calls to read on or to buy: no advice.</summary>
    Teaser,
    Sure,
}
