using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// What the model keeps per hash bucket: the weight of its n-grams, times their inverse document frequency, and that frequency
/// squared for the norm. Whole numbers, so that a sum is the same in any order.
/// </summary>
internal struct BucketWeights
{
    public short Friendliness;
    public ushort Square;
}

/// <summary>The linear part over n-grams: scales turn the whole numbers of <see cref="BucketWeights"/> back.</summary>
internal sealed class LinearWeights(int bits, BucketWeights[] buckets, float friendlinessScale, float squareScale)
{
    public int Bits { get; } = bits;

    public BucketWeights[] Buckets { get; } = buckets;

    public float FriendlinessScale { get; } = friendlinessScale;

    public float SquareScale { get; } = squareScale;
}

/// <summary>Sums the weights of a text's n-grams; words and characters apart, each block brought to length one.</summary>
internal struct WeightSums(LinearWeights weights) : IFeatureSink
{
    private const uint CharacterSalt = 0x3C6EF372;

    private readonly BucketWeights[] _buckets = weights.Buckets;
    private readonly int _bits = weights.Bits;
    private long _wordFriendliness, _wordSquare, _characterFriendliness, _characterSquare;

    /// <summary>The bucket of a word or pair.</summary>
    public static int WordBucket(uint hash, int bits) => FeatureHash.Bucket(hash, bits);

    /// <summary>The bucket of a run of characters.</summary>
    public static int CharacterBucket(uint hash, int bits) => FeatureHash.Bucket(hash ^ CharacterSalt, bits);

    public void Word(uint hash)
    {
        ref readonly var bucket = ref _buckets[WordBucket(hash, _bits)];
        _wordFriendliness += bucket.Friendliness;
        _wordSquare += bucket.Square;
    }

    public void Words(ReadOnlySpan<uint> hashes)
    {
        long friendliness = 0, square = 0;
        foreach (var hash in hashes)
        {
            ref readonly var bucket = ref _buckets[WordBucket(hash, _bits)];
            friendliness += bucket.Friendliness;
            square += bucket.Square;
        }
        _wordFriendliness += friendliness;
        _wordSquare += square;
    }

    public void Character(uint hash)
    {
        ref readonly var bucket = ref _buckets[CharacterBucket(hash, _bits)];
        _characterFriendliness += bucket.Friendliness;
        _characterSquare += bucket.Square;
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
