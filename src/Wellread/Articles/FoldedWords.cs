namespace Wellread.Articles;

/// <summary>
/// A text's words in lower case without accents. An empty word stands where a sentence or clause ends (not behind an initial, as in "E. coli"), so that no term reaches across.
/// </summary>
internal sealed class FoldedWords
{
    private readonly char[] _letters;
    private readonly List<(int Start, int Length)> _words;

    private FoldedWords(char[] letters, List<(int, int)> words) => (_letters, _words) = (letters, words);

    public int Count => _words.Count;

    public ReadOnlySpan<char> this[int index] => _letters.AsSpan(_words[index].Start, _words[index].Length);

    public static FoldedWords From(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var words = new List<(int, int)>(text.Length / 5 + 1);
        var length = 0;
        var start = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                letters[length++] = Fold(character);
            }
            else if (character is not ('\'' or '’' or '´' or '\u0301'))
            {
                var isInitial = character == '.' && length - start == 1;
                if (length > start) words.Add((start, length - start));
                start = length;
                if (!isInitial && character is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')' or '|' or '"') words.Add((length, 0));
            }
        }
        if (length > start) words.Add((start, length - start));
        return new FoldedWords(letters, words);
    }

    /// <summary>A letter in lower case without its accent.</summary>
    public static char Fold(char character)
    {
        if (character < 0x80) return char.ToLowerInvariant(character);
        return char.ToLowerInvariant(character) switch
        {
            'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' => 'a',
            'é' or 'è' or 'ê' or 'ë' => 'e',
            'í' or 'ì' or 'î' or 'ï' => 'i',
            'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'o',
            'ú' or 'ù' or 'û' or 'ü' => 'u',
            'ç' => 'c',
            var other => other,
        };
    }
}
