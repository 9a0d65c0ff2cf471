namespace Wellread.Articles;

/// <summary>
/// A text's words in lower case without accents. An empty word stands where a sentence or clause ends (not behind an initial, as in "E. coli"), so that no term reaches across.
/// </summary>
internal sealed class FoldedWords
{
    private readonly char[] _letters;
    private readonly List<(int Start, int Length)> _words;
    private readonly List<(int Start, int End)>? _places;
    private readonly List<int> _sentenceEnds;

    private FoldedWords(char[] letters, List<(int, int)> words, List<(int, int)>? places, List<int> sentenceEnds) =>
        (_letters, _words, _places, _sentenceEnds) = (letters, words, places, sentenceEnds);

    public int Count => _words.Count;

    public ReadOnlySpan<char> this[int index] => _letters.AsSpan(_words[index].Start, _words[index].Length);

    /// <summary>The empty words at which a sentence ends, in order.</summary>
    public IReadOnlyList<int> SentenceEnds => _sentenceEnds;

    /// <summary>Where the words lie in the text, where they were kept: from the first one's start to the last one's end, in UTF-16 units.</summary>
    public (int Start, int End) PlaceOf(int word, int count) => _places is null
        ? throw new InvalidOperationException("These words were read without their places.")
        : (_places[word].Start, _places[word + count - 1].End);

    public static FoldedWords From(ReadOnlySpan<char> text, bool withPlaces = false)
    {
        var places = withPlaces ? new List<(int, int)>() : null;
        var first = 0;
        var index = -1;
        var letters = new char[text.Length];
        var words = new List<(int, int)>(text.Length / 5 + 1);
        var sentenceEnds = new List<int>();
        var length = 0;
        var start = 0;
        foreach (var character in text)
        {
            index++;
            if (char.IsLetterOrDigit(character))
            {
                if (length == start) first = index;
                letters[length++] = Fold(character);
            }
            else if (character is not ('\'' or '’' or '´' or '\u0301'))
            {
                var isInitial = character == '.' && length - start == 1;
                if (length > start) Add(words, places, (start, length - start), (first, index));
                start = length;
                if (!isInitial && character is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')' or '|' or '"')
                {
                    if (character is '!' or '?' or '\n' || (character == '.' && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])))) sentenceEnds.Add(words.Count);
                    Add(words, places, (length, 0), (index, index));
                }
            }
        }
        if (length > start) Add(words, places, (start, length - start), (first, text.Length));
        return new FoldedWords(letters, words, places, sentenceEnds);
    }

    private static void Add(List<(int, int)> words, List<(int, int)>? places, (int, int) word, (int, int) place)
    {
        words.Add(word);
        places?.Add(place);
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
