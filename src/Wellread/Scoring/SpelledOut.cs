using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Whether a text says what a short form stands for: beside it in brackets, letter by letter, or in words that start with its letters.</summary>
internal static class SpelledOut
{
    /// <summary>Words that a short form leaves out: "chronic disease of the lung".</summary>
    private static readonly FrozenSet<string> Small = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "of", "and", "the", "for", "in", "to", "a", "or", "de", "del", "la", "el", "los", "las", "y", "en");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallSpans = Small.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] StandsFor = ["is for", "for ", "stands for", "means", "=", ":", "\u2013", "\u2014", "- ", "es ", "de "];

    public static bool In(ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        if (InBrackets(text, form)) return true;
        var letters = form[^1] == 's' ? form[..^1] : form;
        return letters.Length > 2 && ((IsSaid(text, letters[0]) && IsSaid(text, letters[1])) || InWords(text, letters));
    }

    // "lung disease (COPD)" or "COPD (a lung disease)".
    private static bool InBrackets(ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        for (var rest = text; rest.IndexOf(form) is >= 0 and var at; rest = rest[(at + form.Length)..])
        {
            var before = text.Length - rest.Length + at;
            if (before > 0 && text[before - 1] == '(') return true;
            if (text[(before + form.Length)..].StartsWith(" (")) return true;
        }
        return false;
    }

    // "A is for asymmetry".
    private static bool IsSaid(ReadOnlySpan<char> text, char letter)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at..].IndexOf(letter) is not (>= 0 and var next)) return false;
            at += next;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || at + 1 == text.Length || char.IsLetterOrDigit(text[at + 1])) continue;
            var rest = text[(at + 1)..].TrimStart("\"'\u201D\u00BB) ");
            foreach (var words in StandsFor)
            {
                if (rest.StartsWith(words)) return true;
            }
        }
        return false;
    }

    // "body mass index, or BMI".
    private static bool InWords(ReadOnlySpan<char> text, ReadOnlySpan<char> letters)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.ToUpperInvariant(text[at]) == letters[0] && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && StartsAt(text[at..], letters)) return true;
        }
        return false;
    }

    private static bool StartsAt(ReadOnlySpan<char> text, ReadOnlySpan<char> letters)
    {
        var found = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = 0;
            while (at + length < text.Length && (char.IsLetterOrDigit(text[at + length]) || text[at + length] is '\'' or '\u2019')) length++;
            if (length > 0)
            {
                var word = text.Slice(at, length);
                // The short form itself is no word of its own meaning.
                if (char.ToUpperInvariant(word[0]) == letters[found] && !word.StartsWith(letters)) found++;
                else if (found == 0 || !SmallSpans.Contains(word)) return false;
                if (found == letters.Length) return true;
                at += length;
                continue;
            }
            if (text[at] is not (' ' or '-' or '\u2010' or '\u2011' or ',' or '/' or '\n' or '\r')) return false;
            at++;
        }
        return false;
    }
}
