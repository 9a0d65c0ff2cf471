namespace Wellread.Scoring;

/// <summary>Counts syllables by vowel groups: close enough for the grade formulas, which were made for counting by hand.</summary>
internal static class Syllables
{
    /// <summary>English: a silent final e is not counted, nor a final -es or -ed that is not sounded. At least 1.</summary>
    public static int English(ReadOnlySpan<char> word)
    {
        var count = Groups(word, "aeiouy");
        if (word.Length > 2 && Lower(word[^1]) == 'e' && !IsVowel(word[^2], "aeiouy") && !(Lower(word[^2]) == 'l' && !IsVowel(word[^3], "aeiouy"))) count--;
        else if (word.Length > 3 && Lower(word[^2]) == 'e' && Lower(word[^1]) == 'd' && Lower(word[^3]) is not ('t' or 'd')) count--;
        else if (word.Length > 3 && Lower(word[^2]) == 'e' && Lower(word[^1]) == 's' && Lower(word[^3]) is not ('s' or 'x' or 'z' or 'c' or 'g' or 'h')) count--;
        return Math.Max(1, count);
    }

    /// <summary>Spanish: groups of vowels, where a stressed weak vowel (í, ú) stands for itself. At least 1.</summary>
    public static int Spanish(ReadOnlySpan<char> word)
    {
        var count = Groups(word, "aeiouáéíóúü");
        for (var i = 1; i < word.Length; i++)
        {
            var (before, here) = (Lower(word[i - 1]), Lower(word[i]));
            if (IsStrong(before) && IsStrong(here)) count++;
            else if ((here is 'í' or 'ú' && IsVowel(before, "aeiouáéíóúü")) || (before is 'í' or 'ú' && IsVowel(here, "aeiouáéíóúü"))) count++;
        }

        return Math.Max(1, count);
    }

    private static int Groups(ReadOnlySpan<char> word, string vowels)
    {
        var count = 0;
        var inside = false;
        foreach (var letter in word)
        {
            var vowel = IsVowel(letter, vowels);
            if (vowel && !inside) count++;
            inside = vowel;
        }

        return count;
    }

    private static bool IsStrong(char letter) => letter is 'a' or 'e' or 'o' or 'á' or 'é' or 'ó';

    private static bool IsVowel(char letter, string vowels) => vowels.Contains(Lower(letter), StringComparison.Ordinal);

    private static char Lower(char letter) => char.ToLowerInvariant(letter);
}
