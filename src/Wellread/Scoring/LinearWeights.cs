using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// What the model says of an n-gram: its weight times its inverse document frequency, and that frequency squared for the norm. Whole numbers, so that a sum is
/// the same in any order.
/// </summary>
internal struct BucketWeights
{
    public short Friendliness;
    public ushort Square;
}

/// <summary>
/// The linear part over n-grams: scales turn the whole numbers of <see cref="BucketWeights"/> back. A bucket is two bytes, as a table that a processor has near is
/// looked up twice as fast: above, the weight; in the last four bits, which of sixteen squares it has.
/// </summary>
internal sealed class LinearWeights(int bits, ushort[] buckets, ushort[] squares, float friendlinessScale, float squareScale)
{
    public const int Squares = 1 << SquareBits;

    /// <summary>A weight lies between this and its negative.</summary>
    public const int LargestWeight = (1 << (16 - SquareBits - 1)) - 1;

    private const int SquareBits = 4;

    public int Bits { get; } = bits;

    public ushort[] Buckets { get; } = buckets;

    /// <summary>The first is 0, of buckets that count for nothing.</summary>
    public ushort[] SquareLevels { get; } = squares;

    public float FriendlinessScale { get; } = friendlinessScale;

    public float SquareScale { get; } = squareScale;

    public static ushort Pack(int weight, int square) => (ushort)((weight << SquareBits) | square);

    public static int WeightOf(ushort bucket) => (short)bucket >> SquareBits;

    public static int SquareOf(ushort bucket) => bucket & (Squares - 1);
}

/// <summary>Sums the weights of a text's n-grams; words and characters apart, each block brought to length one.</summary>
internal struct WeightSums(LinearWeights weights) : IFeatureSink
{
    private const uint CharacterSalt = 0x3C6EF372;

    private readonly ushort[] _buckets = weights.Buckets;
    private readonly ushort[] _squares = weights.SquareLevels;
    private readonly int _bits = weights.Bits;
    private long _wordFriendliness, _wordSquare, _characterFriendliness, _characterSquare;

    /// <summary>The bucket of a word or pair.</summary>
    public static int WordBucket(uint hash, int bits) => FeatureHash.Bucket(hash, bits);

    /// <summary>The bucket of a run of characters.</summary>
    public static int CharacterBucket(uint hash, int bits) => FeatureHash.Bucket(hash ^ CharacterSalt, bits);

    public void Word(uint hash)
    {
        var bucket = _buckets[WordBucket(hash, _bits)];
        _wordFriendliness += LinearWeights.WeightOf(bucket);
        _wordSquare += _squares[LinearWeights.SquareOf(bucket)];
    }

    public void Words(ReadOnlySpan<uint> hashes)
    {
        long friendliness = 0, square = 0;
        foreach (var hash in hashes)
        {
            var bucket = _buckets[WordBucket(hash, _bits)];
            friendliness += LinearWeights.WeightOf(bucket);
            square += _squares[LinearWeights.SquareOf(bucket)];
        }
        _wordFriendliness += friendliness;
        _wordSquare += square;
    }

    public void Character(uint hash)
    {
        var bucket = _buckets[CharacterBucket(hash, _bits)];
        _characterFriendliness += LinearWeights.WeightOf(bucket);
        _characterSquare += _squares[LinearWeights.SquareOf(bucket)];
    }

    public void Add(in KnownWord word)
    {
        _wordFriendliness += word.Word.Friendliness;
        _wordSquare += word.Word.Square;
        _characterFriendliness += word.CharacterFriendliness;
        _characterSquare += word.CharacterSquare;
    }

    /// <summary>The sums of one word alone.</summary>
    public readonly KnownWord ToKnownWord(Vector128<byte> key, in WordFacts facts) => new()
    {
        Key = key,
        Facts = facts,
        Word = new BucketWeights { Friendliness = (short)_wordFriendliness, Square = (ushort)_wordSquare },
        CharacterFriendliness = (int)_characterFriendliness,
        CharacterSquare = (int)_characterSquare,
    };

    public readonly double Friendliness(LinearWeights weights) =>
        weights.FriendlinessScale * (Over(_wordFriendliness, _wordSquare, weights) + Over(_characterFriendliness, _characterSquare, weights));

    private static double Over(long sum, long square, LinearWeights weights) => square == 0 ? 0 : sum / Math.Sqrt(square * (double)weights.SquareScale);
}
