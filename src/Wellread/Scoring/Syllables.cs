namespace Wellread.Scoring;

/// <summary>Counts syllables of a lower-case word by its vowel groups; good to about one word in ten, as the readability formulas were made for.</summary>
internal static class Syllables
{
    /// <summary>English: groups of vowels, less a silent e and a silent -ed or -es; at least one.</summary>
    public static int English(ReadOnlySpan<char> word)
    {
        var count = 0;
        var inVowel = false;
        foreach (var letter in word)
        {
            var vowel = IsEnglishVowel(letter);
            if (vowel && !inVowel) count++;
            inVowel = vowel;
        }
        if (word.Length > 2 && count > 1 && HasSilentEnd(word)) count--;
        if (word.Length > 3 && (word.EndsWith("ia") || word.EndsWith("io") || word.EndsWith("ium") || (word.EndsWith("ious") && !word.EndsWith("cious")))) count++;
        return Math.Max(1, count);
    }

    /// <summary>
    /// Spanish: each strong vowel (a, e, o, and any with an accent) is a nucleus of its own; weak vowels (i, u) join a neighbour; u is silent in
    /// "que", "qui", "gue", "gui".
    /// </summary>
    public static int Spanish(ReadOnlySpan<char> word)
    {
        var count = 0;
        var previousWeak = false;
        var previousStrong = false;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var strong = c is 'a' or 'e' or 'o' or 'á' or 'é' or 'ó' or 'í' or 'ú';
            var weak = c is 'i' or 'u' or 'ü' || (c == 'y' && i == word.Length - 1);
            if (c == 'u' && i > 0 && word[i - 1] is 'q' or 'g' && i + 1 < word.Length && word[i + 1] is 'e' or 'i' or 'é' or 'í') weak = false;
            if (strong && !previousWeak) count++;
            else if (strong && c is 'í' or 'ú') count++;
            else if (weak && !previousStrong && !previousWeak) count++;
            previousStrong = strong;
            previousWeak = weak;
        }
        return Math.Max(1, count);
    }

    private static bool HasSilentEnd(ReadOnlySpan<char> word)
    {
        var beforeLast = word[^2];
        if (word[^1] == 'e') return !(beforeLast == 'l' && word.Length > 3 && !IsEnglishVowel(word[^3])) && !IsEnglishVowel(beforeLast);
        if (word.Length < 4 || beforeLast != 'e') return false;
        var stem = word[^3];
        return word[^1] switch
        {
            'd' => stem is not ('t' or 'd') && !IsEnglishVowel(stem),
            's' => stem is not ('s' or 'x' or 'z' or 'c' or 'g' or 'h') && !IsEnglishVowel(stem),
            _ => false,
        };
    }

    private static bool IsEnglishVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'é' or 'è' or 'ö' or 'ü' or 'ï';
}
