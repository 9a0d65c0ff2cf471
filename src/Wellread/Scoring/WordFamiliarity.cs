namespace Wellread.Scoring;

/// <summary>
/// How often training texts for laypeople use a word, as 2 rows of hashed counters of which the lower counts (count-min sketch: Cormode and
/// Muthukrishnan 2005). It holds no word and no text. Values are in half doublings: 0 = never met, 2 = once, 20 = about a thousand times in ten million words.
/// </summary>
internal sealed class WordFamiliarity
{
    public const int Bits = 18;

    public const int Rows = 2;

    private readonly byte[] _levels;

    /// <param name="levels">One byte per counter, in eighths of a doubling, row after row.</param>
    public WordFamiliarity(byte[] levels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels.Length, Rows << Bits);
        _levels = levels;
    }

    public static WordFamiliarity None { get; } = new(new byte[Rows << Bits]);

    public ReadOnlySpan<byte> Levels => _levels;

    /// <summary>log2(1 + uses), of the word with this hash.</summary>
    public float Of(uint word) => Math.Min(_levels[FirstRow(word)], _levels[SecondRow(word)]) / 8f;

    public static int FirstRow(uint word) => FeatureHash.Bucket(word, Bits);

    public static int SecondRow(uint word) => (1 << Bits) + FeatureHash.Bucket(FeatureHash.Combine(word, 0x27D4EB2F), Bits);
}
