using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>What a word looks like and what stands before it.</summary>
[Flags]
internal enum WordShapes
{
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>Two letters or more, all capitals.</summary>
    AllCapitals = 2,

    /// <summary>Digits alone.</summary>
    Number = 4,

    StartsSentence = 8,

    /// <summary>A comma, colon, bracket, quote or dash stands between it and the word before.</summary>
    Apart = 16,

    /// <summary>One letter, as an initial is.</summary>
    Single = 32,

    /// <summary>Written with <c>'s</c>, which is left out.</summary>
    Possessive = 64,
}

/// <summary>A word of a post: where it is, which sentence it is in, and its letters in lower case without accents.</summary>
internal readonly record struct GuardWord(int Start, int End, int Sentence, WordShapes Shape, string Folded)
{
    public bool Is(WordShapes shape) => (Shape & shape) != 0;
}

/// <summary>Splits a post into words and sentences. What is inside an address (a link, an email) is no word.</summary>
internal static class GuardWords
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
    [
        "mr", "mrs", "ms", "mx", "dr", "dra", "drs", "sr", "sra", "srta", "jr", "st", "mt", "ft", "prof", "sgt", "lt", "capt", "rev", "hon", "vs", "no", "num", "tel", "ext",
        "approx", "dept", "apt", "ave", "av", "blvd", "rd", "pt", "pts", "ins", "med", "hosp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
        "dec", "esp", "hno", "hna", "d", "dña", "ref", "acct", "mgmt", "tx", "hx", "dx", "rec", "dob", "yr", "yrs", "mo", "wk",
    ]);

    private static readonly FrozenSet<string> KeptWithS = FrozenSet.ToFrozenSet(["it's", "that's", "he's", "she's", "let's", "what's", "here's", "there's", "who's", "how's", "where's"]);

    /// <param name="text">As <see cref="GuardText.Plain"/>.</param>
    /// <param name="hidden">Places without words, in order.</param>
    public static List<GuardWord> Of(string text, IReadOnlyList<(int Start, int End)> hidden)
    {
        var words = new List<GuardWord>(text.Length / 5 + 4);
        var sentence = 0;
        var next = 0;
        var shape = WordShapes.StartsSentence;
        for (var i = 0; i < text.Length;)
        {
            if (next < hidden.Count && i >= hidden[next].Start)
            {
                i = Math.Max(i, hidden[next++].End);
                shape |= WordShapes.Apart;
                continue;
            }
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (EndsSentence(text, i, words))
                {
                    sentence++;
                    shape = WordShapes.StartsSentence;
                }
                else if (text[i] is not (' ' or '.' or '\'' or '#' or '*' or '-')) shape |= WordShapes.Apart;
                else if (text[i] == '-' && i > 0 && text[i - 1] == ' ') shape |= WordShapes.Apart;
                i++;
                continue;
            }
            var end = EndOf(text, i, next < hidden.Count ? hidden[next].Start : text.Length);
            words.Add(Word(text, i, end, sentence, shape));
            shape = WordShapes.None;
            i = end;
        }
        return words;
    }

    private static int EndOf(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || (text[end] == '\'' && end + 1 < limit && end > start && char.IsLetter(text[end + 1]) && char.IsLetter(text[end - 1])))) end++;
        return end;
    }

    private static GuardWord Word(string text, int start, int end, int sentence, WordShapes shape)
    {
        var span = text.AsSpan(start, end - start);
        if (char.IsUpper(span[0])) shape |= WordShapes.Capital;
        if (span.Length > 1 && !span.ContainsAnyExceptInRange('A', 'Z')) shape |= WordShapes.AllCapitals;
        if (!span.ContainsAnyExceptInRange('0', '9')) shape |= WordShapes.Number;
        if (span.Length == 1 && char.IsLetter(span[0])) shape |= WordShapes.Single;
        var folded = string.Create(span.Length, (text, start), static (into, source) =>
        {
            for (var i = 0; i < into.Length; i++) into[i] = FoldedWords.Fold(source.text[source.start + i]);
        });
        if (folded.Length > 2 && folded.EndsWith("'s", StringComparison.Ordinal) && !KeptWithS.Contains(folded))
        {
            folded = folded[..^2];
            shape |= WordShapes.Possessive;
        }
        return new GuardWord(start, end, sentence, shape, folded);
    }

    private static bool EndsSentence(string text, int at, List<GuardWord> words)
    {
        if (text[at] is '!' or '?' or '\n' or ';' or '\u2022' or '|') return true;
        if (text[at] != '.') return false;
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && text[at + 1] is not ('"' or ')' or '.')) return false;
        var next = at + 1;
        while (next < text.Length && !char.IsLetterOrDigit(text[next])) next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        if (words.Count == 0 || words[^1].End != at) return true;
        return !words[^1].Is(WordShapes.Single) && !Abbreviations.Contains(words[^1].Folded);
    }
}
