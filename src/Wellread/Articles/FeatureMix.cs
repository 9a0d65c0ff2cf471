namespace Wellread.Articles;

/// <summary>How the small models of this room number their features. Part of the contract of their files.</summary>
internal static class FeatureMix
{
    /// <summary>FNV-1a over UTF-16 code units.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619;
        return hash;
    }

    /// <summary>The finisher of MurmurHash3. Order matters.</summary>
    public static uint Mixed(uint hash, uint value)
    {
        hash = (uint.RotateLeft(hash, 5) ^ value) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
