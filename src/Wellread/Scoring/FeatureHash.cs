namespace Wellread.Scoring;

/// <summary>FNV-1a over UTF-16 code units, finished by a multiplication so that the high bits are well mixed. Part of the model file's contract.</summary>
internal static class FeatureHash
{
    public const uint Seed = 2166136261;

    private const uint Prime = 16777619;

    public static uint Add(uint hash, char c) => (hash ^ c) * Prime;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text) hash = Add(hash, c);
        return hash;
    }

    /// <summary>Order matters: (a, b) and (b, a) differ.</summary>
    public static uint Combine(uint first, uint second) => (uint.RotateLeft(first, 5) * 0x85EBCA6B) ^ (second * 0xC2B2AE35);

    /// <summary>The place of a hash among 2^<paramref name="bits"/>.</summary>
    public static int Bucket(uint hash, int bits) => (int)((hash * 0x9E3779B1) >> (32 - bits));
}
