namespace Wellread.Articles;

/// <summary>A text's words as a story is told by: their roots, which of them are names, and the numbers.</summary>
internal static class StoryTokens
{
    /// <summary>Words that are read of a text; what is behind them is left out.</summary>
    public const int Most = 170;

    /// <summary>Letters of a word that are looked at.</summary>
    private const int MaxLetters = 128;

    /// <summary>Fills <paramref name="tokens"/>, which has room for <see cref="Most"/>, and gives their number.</summary>
    public static int Read(string text, Span<StoryToken> tokens)
    {
        Span<char> letters = stackalloc char[MaxLetters];
        var (count, marks) = (0, StoryTokenMarks.AtStart);
        for (var i = 0; i < text.Length && count < Most;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (text[i] is '.' or '!' or '?' or ':' or '\n' or '"' or '“' or '¿' or '¡') marks = StoryTokenMarks.AtStart;
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i))) i++;
            // The number in "COVID-19" or "A1-40" is part of a name.
            if (char.IsDigit(text[start]) && start > 1 && text[start - 1] == '-' && char.IsLetter(text[start - 2])) continue;
            tokens[count++] = char.IsDigit(text[start]) ? Number(text.AsSpan(start, i - start), letters) : Word(text.AsSpan(start, i - start), letters, marks);
            marks = StoryTokenMarks.None;
        }
        MarkNames(tokens[..count]);
        return count;
    }

    /// <summary>A joint inside a word ("don't") or a number ("40,000", "0.8").</summary>
    private static bool IsInside(string text, int i)
    {
        if (i == 0 || i + 1 >= text.Length) return false;
        if (text[i] is '\'' or '’') return char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
        return text[i] is ',' or '.' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
    }

    private static StoryToken Word(ReadOnlySpan<char> word, Span<char> letters, StoryTokenMarks marks)
    {
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’') word = word[..^2];
        var token = StoryWords.Of(Fold(word, letters));
        if (token.Is(StoryTokenMarks.Number)) return token with { Marks = StoryTokenMarks.Number | marks };
        if (char.IsUpper(word[0])) marks |= StoryTokenMarks.Capital;
        if (token.Weight >= 1 && word.Length > 1 && word[1..].ContainsAnyInRange('A', 'Z')) marks |= StoryTokenMarks.Name;
        return token with { Marks = token.Marks | marks };
    }

    /// <summary>Up to the first sign that is no apostrophe.</summary>
    private static Span<char> Fold(ReadOnlySpan<char> word, Span<char> letters)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (length == letters.Length) break;
            if (char.IsLetterOrDigit(character)) letters[length++] = FoldedWords.Fold(character);
            else if (character is ',' or '.') break;
        }
        return letters[..length];
    }

    /// <summary>Thousands without their mark, in the English and the Spanish way; a decimal keeps its point.</summary>
    private static StoryToken Number(ReadOnlySpan<char> digits, Span<char> plain)
    {
        var length = 0;
        for (var i = 0; i < digits.Length && length < plain.Length; i++)
        {
            if (digits[i] is not (',' or '.')) plain[length++] = digits[i];
            else if (digits.Length - i - 1 != 3 && !(digits.Length - i - 1 > 3 && digits[i + 4] is ',' or '.')) plain[length++] = '.';
        }
        var weight = plain[..length] is "0" or "1" ? 0 : length switch { 1 => 0.4f, 2 => 0.7f, _ => 1 };
        return new StoryToken(StoryWords.Hash(plain[..length]), weight, StoryTokenMarks.Number);
    }

    /// <summary>A capital inside a sentence makes a name; at its start only with another behind it. In a title with capitals throughout, none does.</summary>
    private static void MarkNames(Span<StoryToken> tokens)
    {
        var (content, capitals) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Weight <= 0 || token.Is(StoryTokenMarks.Number)) continue;
            content++;
            if (token.Is(StoryTokenMarks.Capital)) capitals++;
        }
        if (capitals > 0.6 * content && content > 3) return;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (!token.Is(StoryTokenMarks.Capital) || token.Weight < 1 || token.Is(StoryTokenMarks.Number) || token.Is(StoryTokenMarks.Short)) continue;
            var joins = i + 1 < tokens.Length && tokens[i + 1].Is(StoryTokenMarks.Capital) && !tokens[i + 1].Is(StoryTokenMarks.AtStart);
            if (joins || !token.Is(StoryTokenMarks.AtStart)) tokens[i] = token with { Marks = token.Marks | StoryTokenMarks.Name };
        }
    }
}

/// <summary>A word of a text: its root's hash, how much it says about which story this is, and how it stands there.</summary>
internal readonly record struct StoryToken(uint Root, float Weight, StoryTokenMarks Marks)
{
    public bool Is(StoryTokenMarks mark) => (Marks & mark) != 0;
}

/// <summary>How a word stands in its text.</summary>
[Flags]
internal enum StoryTokenMarks
{
    None = 0,
    Number = 1,
    Name = 2,
    Capital = 4,
    AtStart = 8,

    /// <summary>Its root has less than two letters.</summary>
    Short = 16,
}
