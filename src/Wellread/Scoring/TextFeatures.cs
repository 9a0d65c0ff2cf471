namespace Wellread.Scoring;

/// <summary>
/// What the model sees of a text: counts of hashed words, word pairs and 3- to 5-character pieces of words, each divided by the square root of how many
/// there are, and a few measures of style. One pass over the characters, nothing allocated per word.
/// </summary>
internal static class TextFeatures
{
    /// <summary>Hashed features have this many buckets.</summary>
    public const int Buckets = 1 << Bits;
    public const int Bits = 18;

    /// <summary>How many measures of style there are, see <see cref="Style"/>.</summary>
    public const int StyleCount = 16;

    private const int MinPiece = 3;
    private const int MaxPiece = 5;
    private const int MaxWord = 40;
    private const uint Seed = 2166136261;
    private const uint WordSalt = 0x9E3779B9;
    private const uint PairSalt = 0x85EBCA6B;

    /// <summary>Calls <paramref name="visit"/> with the bucket of each feature; returns how many there were. The same feature may come more than once.</summary>
    public static int Visit<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visit) where TVisitor : struct, IFeatureVisitor, allows ref struct
    {
        Span<char> word = stackalloc char[MaxWord + 2];
        var reader = new WordReader(text);
        var count = 0;
        var before = 0u;
        while (reader.MoveNext())
        {
            var length = Fold(reader.Current, word);
            var hash = Hash(word[1..(length - 1)], WordSalt);
            visit.Add(Bucket(hash));
            count++;
            if (before != 0)
            {
                visit.Add(Bucket((before * PairSalt) ^ hash));
                count++;
            }

            before = hash;
            for (var size = MinPiece; size <= MaxPiece; size++)
            {
                for (var start = 0; start + size <= length; start++)
                {
                    visit.Add(Bucket(Hash(word.Slice(start, size), (uint)size)));
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Measures of style that do not depend on the words: how long, how dense, how it addresses its reader.</summary>
    public static Readability Style(ReadOnlySpan<char> text, Span<float> style)
    {
        var readability = Readability.Of(text, spanish: false);
        var marks = StyleMarks.Of(text);
        var words = Math.Max(1, readability.Words);
        style[0] = (float)readability.WordsPerSentence;
        style[1] = (float)readability.SyllablesPerWord;
        style[2] = (float)readability.LongWordShare;
        style[3] = (float)readability.Letters / words;
        style[4] = (float)readability.FleschKincaid;
        style[5] = (float)readability.ColemanLiau;
        style[6] = MathF.Log(1 + readability.Words);
        style[7] = (float)marks.Digits / words;
        style[8] = (float)marks.Acronyms / words;
        style[9] = (float)marks.Reader / words;
        style[10] = (float)marks.Study / words;
        style[11] = (float)marks.Everyday / words;
        style[12] = (float)marks.Affixes / words;
        style[13] = marks.Question ? 1 : 0;
        style[14] = (float)marks.Brackets / words;
        style[15] = marks.Colon ? 1 : 0;
        return readability;
    }

    /// <summary>The word in lower case between two marks that stand for its ends. Digits become 0: which number it is says nothing.</summary>
    private static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = Math.Min(word.Length, MaxWord);
        folded[0] = '^';
        for (var i = 0; i < length; i++) folded[i + 1] = char.IsAsciiDigit(word[i]) ? '0' : word[i] == '’' ? '\'' : char.ToLowerInvariant(word[i]);
        folded[length + 1] = '$';
        return length + 2;
    }

    /// <summary>FNV-1a, 32 bits (Fowler, Noll, Vo), over UTF-16 units.</summary>
    private static uint Hash(ReadOnlySpan<char> text, uint salt)
    {
        var hash = Seed ^ salt;
        foreach (var unit in text) hash = (hash ^ unit) * 16777619;
        return hash;
    }

    /// <summary>FNV's low bits are weak, so the high ones are folded in.</summary>
    private static int Bucket(uint hash) => (int)((hash ^ (hash >> 15)) * 2654435761u >> (32 - Bits));
}

/// <summary>Receives the buckets of a text's features.</summary>
internal interface IFeatureVisitor
{
    void Add(int bucket);
}
