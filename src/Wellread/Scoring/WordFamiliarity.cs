namespace Wellread.Scoring;

/// <summary>
/// How familiar words are, twice: how often training texts for laypeople use them, and how often everyday speech does (a frequency list). Each is
/// 2 rows of hashed counters of which the lower counts (count-min sketch: Cormode and Muthukrishnan 2005), so it holds no word and no text. Values
/// are in doublings: 0 = never met, 1 = once, 10 = about a thousand times in ten million words.
/// </summary>
internal sealed class WordFamiliarity
{
    public const int Bits = 18;

    public const int Rows = 2;

    /// <summary>So many levels make one doubling.</summary>
    public const float Step = 8;

    /// <summary>Counters of one sketch.</summary>
    public const int Length = Rows << Bits;

    private readonly byte[] _lay;
    private readonly byte[] _general;

    /// <param name="lay">One byte per counter, in eighths of a doubling, row after row.</param>
    /// <param name="general">The same of everyday speech; all 0 where training had no list.</param>
    public WordFamiliarity(byte[] lay, byte[] general)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lay.Length, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(general.Length, Length);
        _lay = lay;
        _general = general;
    }

    public static WordFamiliarity None { get; } = new(new byte[Length], new byte[Length]);

    public ReadOnlySpan<byte> LayLevels => _lay;

    public ReadOnlySpan<byte> GeneralLevels => _general;

    /// <summary>Eighths of log2(1 + uses) in ten million words of texts for laypeople, of the word with this hash.</summary>
    public byte Lay(uint word) => Of(_lay, word);

    /// <summary>Eighths of log2(1 + uses) in ten million words of everyday speech.</summary>
    public byte General(uint word) => Of(_general, word);

    public static int FirstRow(uint word) => FeatureHash.Bucket(word, Bits);

    public static int SecondRow(uint word) => (1 << Bits) + FeatureHash.Bucket(FeatureHash.Combine(word, 0x27D4EB2F), Bits);

    private static byte Of(byte[] levels, uint word) => Math.Min(levels[FirstRow(word)], levels[SecondRow(word)]);
}
